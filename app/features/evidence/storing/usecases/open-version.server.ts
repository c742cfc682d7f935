import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { changeRefusal, readRefusal } from '../../evidence-access.domain.ts'
import type { EvidenceFiles } from '../evidence-files.server.ts'
import { type ScanRefusal, scanRefusal } from '../scan.domain.ts'
import { findVersionFile, type VersionFile } from '../stored-file.repo.server.ts'

export type OpeningError = Readonly<{ code: 'evidence.unknown' | ScanRefusal }> | PermissionRefusal

/**
 * Opens the file of one version for whom may read it. That a confidential one was opened is kept in the audit log. A picture
 * that says where it was taken, and in whose place a later version stands, is for those who may change the evidence: its
 * location was removed for everybody else.
 */
export function openVersion(
  ctx: Ctx,
  { isScanning, openings }: Pick<EvidenceFiles, 'isScanning' | 'openings'>,
  { evidenceId, number }: { evidenceId: string; number: number },
): Promise<Result<VersionFile, OpeningError>> {
  return inTransaction<VersionFile, OpeningError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (!isUuid(evidenceId) || !Number.isSafeInteger(number) || number < 1 || number > 1_000_000)
      return err({ code: 'evidence.unknown' })
    const file = await findVersionFile(tx, { agencyId: agency.id, evidenceId, number })
    if (!file) return err({ code: 'evidence.unknown' })
    const refusal =
      file.hasLocation && file.isSuperseded ? changeRefusal(actor, file) : readRefusal(actor, file)
    if (refusal) return err(refusal)
    const unscanned = scanRefusal(file, isScanning)
    if (unscanned) return err({ code: unscanned })
    const who = actor.kind === 'person' ? actor.id : actor.kind
    if (file.isConfidential && openings.isNew(`${who} ${evidenceId} ${number}`, ctx.now()))
      await writeAudit(tx, {
        agencyId: agency.id,
        actor,
        action: 'evidence.opened',
        object: { kind: 'evidence', id: evidenceId },
        detail: { number, sha256: file.sha256 },
      })
    return ok(file)
  })
}
