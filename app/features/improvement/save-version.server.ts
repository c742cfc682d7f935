import { ok, type Result } from '../../kernel/result.ts'
import type { ProgramCtx } from '../../platform/ctx.server.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { catalogueIn, catalogueStamp } from '../catalogue/index.server.ts'
import { countCycle } from './cycle.domain.ts'
import { type CycleVersion, findCurrentForUpdate, saveCycle, supersede } from './cycle.repo.server.ts'
import type { DraftCycle } from './cycles/draft-cycle.queries.server.ts'
import { faultsOfContent } from './importers/faults-of-content.domain.ts'
import type { ImportOutcome } from './importers/import.domain.ts'
import type { RefusedCycle } from './improvement.errors.ts'
import { storable } from './storable.domain.ts'

type NewVersion = Readonly<{
  agencyId: string
  outcome: ImportOutcome
  contentHash: string
  /** The version that now stands, held by `findCurrentForUpdate`: it is kept, superseded. */
  current: CycleVersion | null
}>

/** Saves a version as the one that now stands. It is not public by that, and the caller writes the audit entry. */
export async function saveVersion(tx: Tx, ctx: ProgramCtx, given: NewVersion): Promise<CycleVersion> {
  const { agencyId, outcome, contentHash, current } = given
  const at = ctx.now()
  const version = (current?.version ?? 0) + 1
  if (current) await supersede(tx, { agencyId, cycleId: current.cycleId }, at)
  const cycleId = await saveCycle(tx, { agencyId, outcome, version, contentHash, at, by: ctx.actor.name })
  return { cycleId, version, contentHash }
}

/**
 * Saves the work of a year as the version that now stands, in the transaction of the caller, who publishes it there and
 * writes the audit entry. The same content as the one that stands is not saved again.
 */
export async function saveDraftVersion(
  tx: Tx,
  ctx: ProgramCtx,
  { agencyId, draft }: Readonly<{ agencyId: string; draft: DraftCycle }>,
): Promise<Result<CycleVersion, RefusedCycle>> {
  const { cycle, contentHash } = draft
  const checked = storable(cycle)
  if (!checked.ok) return checked
  const current = await findCurrentForUpdate(tx, { agencyId, fiscalYear: cycle.fiscalYear })
  if (current?.contentHash === contentHash) return ok(current)
  const outcome = {
    cycle,
    catalogue: catalogueStamp(await catalogueIn(tx, agencyId)),
    counts: countCycle(cycle),
    notes: [],
    suspectedFaults: faultsOfContent(cycle),
  }
  return ok(await saveVersion(tx, ctx, { agencyId, outcome, contentHash, current }))
}
