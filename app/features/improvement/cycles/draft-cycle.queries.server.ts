import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { findAgency } from '../../people/index.server.ts'
import { type Cycle, contentOf } from '../cycle.domain.ts'
import { toCycle } from '../working/to-cycle.domain.ts'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { readWorkingCycle } from '../working/working-cycle.queries.server.ts'

/** A year at work together with the report that it would be if it were published now. */
export type DraftCycle = Readonly<{
  working: WorkingCycle
  cycle: Cycle
  /** As it would be published; the same content has the same hash. */
  contentHash: string
}>

/** The report of a fiscal year (B.E.) as its work now makes it; null when that year is not open. */
export const findDraftCycle = (ctx: Ctx, fiscalYear: number): Promise<DraftCycle | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readDraftCycle(tx, ctx.agency.id, fiscalYear))

/** The same inside a transaction of the caller. */
export async function readDraftCycle(
  tx: Tx,
  agencyId: string,
  fiscalYear: number,
): Promise<DraftCycle | null> {
  const working = await readWorkingCycle(tx, agencyId, { fiscalYear })
  if (!working) return null
  const agency = await findAgency(tx, agencyId)
  const cycle = toCycle(working, { nameTh: agency?.nameTh ?? null, shortName: agency?.shortName ?? null })
  return { working, cycle, contentHash: contentHash(contentOf(cycle)) }
}
