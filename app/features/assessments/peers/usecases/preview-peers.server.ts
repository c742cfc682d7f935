import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../catalogue/index.server.ts'
import type { ScoreError } from '../../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import type { ColumnMapping } from '../../reading/mapping.domain.ts'
import { peersOf } from '../peer.queries.server.ts'
import { type PreviewedPeers, previewOfPeers, readPeers } from '../plan-peers.server.ts'

/** Reads published results of agencies against those that are there. Writes nothing. */
export async function previewPeers(
  ctx: Ctx,
  { bytes, mapping = null }: Readonly<{ bytes: Uint8Array; mapping?: ColumnMapping | null }>,
): Promise<Result<PreviewedPeers, ScoreError>> {
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'peer.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<PreviewedPeers, ScoreError>(ctx, async () => err(refusal))
  const read = await readPeers(bytes, { catalogue: await catalogueFor(ctx), mapping })
  if (!read.ok) return read
  return inTransaction<PreviewedPeers, ScoreError>(ctx, async (tx) =>
    ok(previewOfPeers(read.value, await peersOf(tx, ctx.agency.id, read.value.years))),
  )
}
