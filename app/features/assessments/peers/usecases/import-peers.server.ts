import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ScoreError } from '../../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import type { ColumnMapping } from '../../reading/mapping.domain.ts'
import { removeUpload } from '../../uploads/upload.repo.server.ts'
import { peersOf } from '../peer.queries.server.ts'
import { savePeers } from '../peer.repo.server.ts'
import { previewOfPeers, readPeers } from '../plan-peers.server.ts'

export type ImportPeers = Readonly<{
  bytes: Uint8Array
  fileName: string
  /** Where the figures come from, in the words of who imports them. */
  sourceNote: string | null
  /** What the preview of this very file said it would do (`PreviewedPeers.seen`). */
  seen: string
  /** How it is read; without one it is guessed. */
  mapping?: ColumnMapping | null
  /** The file as it waits here: it goes with the import, so that it is imported once. */
  uploadId?: string
}>
export type ImportedPeers = Readonly<{ added: number; corrected: number }>

/** Does what a preview showed, whole or not at all. Refused when it would do anything else by now. */
export async function importPeers(
  ctx: Ctx,
  { bytes, fileName, sourceNote, seen, mapping = null, uploadId }: ImportPeers,
): Promise<Result<ImportedPeers, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'peer.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<ImportedPeers, ScoreError>(ctx, async () => err(refusal))
  const read = await readPeers(bytes, { catalogue: await catalogueFor(ctx), mapping })
  if (!read.ok) return read
  return inTransaction<ImportedPeers, ScoreError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    if (uploadId !== undefined && !(await removeUpload(tx, agencyId, uploadId)))
      return err({ code: 'upload.gone', cells: [] })
    const previewed = previewOfPeers(read.value, await peersOf(tx, agencyId, read.value.years))
    if (previewed.seen !== seen) return err({ code: 'score.changed-since', cells: [] })
    const { added, corrected } = previewed.plan
    const { sha256 } = read.value
    await savePeers(tx, {
      ...{ agencyId, rows: [...added, ...corrected], sha256, sourceNote, mapping: read.value.mapping },
      fileName: fileName.replace(/\p{Cc}/gu, '').slice(0, 200) || sha256,
      ...{ at: ctx.now(), by: ctx.actor.name },
    })
    const counts = { added: added.length, corrected: corrected.length }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'peers.imported',
      object: { kind: 'peer-sheet', id: sha256 },
      detail: { rows: previewed.rows, ...counts },
    })
    return ok(counts)
  })
}
