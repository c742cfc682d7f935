import { refusalOf } from '../../../../kernel/permission.ts'
import { err, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../../platform/hash/content-hash.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { type PreviewedRoster, previewOf, refuseRoster } from '../previewing.server.ts'
import { readRoster } from '../read-roster.server.ts'
import type { RosterError, RosterRefusal } from '../roster.errors.ts'
import { loadDirectory } from '../roster.repo.server.ts'

/** Reads a roster against what the agency holds. Writes nothing, but that a file was refused. */
export async function previewRoster(
  ctx: Ctx,
  { bytes }: { bytes: Uint8Array },
): Promise<Result<PreviewedRoster, RosterError>> {
  const refusal = refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<PreviewedRoster, RosterError>(ctx, async () => err(refusal))
  const read = await readRoster(bytes)
  if (!read.ok) return refuseRoster(ctx, read.error, { sha256: sha256Hex(bytes) })
  const previewed = await inTransaction<PreviewedRoster, RosterRefusal>(ctx, async (tx) =>
    previewOf(read.value, await loadDirectory(tx, ctx)),
  )
  return previewed.ok ? previewed : refuseRoster(ctx, previewed.error, read.value)
}
