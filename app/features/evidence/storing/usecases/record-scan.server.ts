import { ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { ScanAnswer } from '../../../../platform/scan/clamav.server.ts'
import { addNotices } from '../../../people/index.server.ts'
import { TOO_LARGE_TO_SCAN } from '../scan.domain.ts'
import { listBringers, updateScan } from '../stored-file.repo.server.ts'

const LONGEST_FINDING = 200

/**
 * Keeps what the scanner said of a file. That malware was found is told to everybody who brought the file in, and kept in the
 * audit log; that nothing was is the rule, and is not.
 */
export function recordScan(
  ctx: Ctx,
  { sha256, answer }: { sha256: string; answer: ScanAnswer },
): Promise<Result<null, never>> {
  return inTransaction<null, never>(ctx, async (tx) => {
    const { agency, actor } = ctx
    const file = { agencyId: agency.id, sha256, at: ctx.now() }
    if (answer.kind !== 'infected') {
      const isClean = answer.kind === 'clean'
      const finding = isClean ? null : TOO_LARGE_TO_SCAN
      await updateScan(tx, { ...file, scan: isClean ? 'clean' : 'not-scanned', finding })
      return ok(null)
    }
    const finding = answer.finding.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_FINDING)
    const isFirst = await updateScan(tx, { ...file, scan: 'infected', finding })
    if (!isFirst) return ok(null)
    // It may be a file that anybody may have: programs that know it so forget it.
    await announce(tx, 'published')
    const bringers = await listBringers(tx, file)
    await addNotices(
      tx,
      bringers.map(({ personId, evidenceId, title }) => ({
        agencyId: agency.id,
        personId,
        kind: 'evidence.infected' as const,
        part: `evidence/${evidenceId}`,
        detail: { title, reason: finding },
        at: ctx.now(),
      })),
    )
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'evidence.scanned',
      object: { kind: 'stored-file', id: sha256 },
      detail: { scan: 'infected', finding },
    })
    return ok(null)
  })
}
