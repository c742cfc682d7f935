import type { ItemRef } from '../../../../kernel/item-ref.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { catalogueFor, loadCatalogue } from '../../../catalogue/index.server.ts'
import { canonicalRef } from '../../../catalogue/index.ts'
import { findCycleByHash } from '../../../improvement/index.server.ts'
import { judge } from '../../prepare-report.server.ts'
import { listReports } from '../../published-report.queries.server.ts'
import type { VersionAddress } from '../walk.queries.server.ts'
import { type ItemWalk, itemWalkOf, type PublishedCycle } from './item-walk.domain.ts'

/** Where an item leads in the published reports; null for a code that the year's catalogue does not know. */
export async function findItemWalk(
  ctx: Ctx | null,
  { year, code, addressOf }: Readonly<{ year: number; code: string; addressOf: VersionAddress }>,
): Promise<ItemWalk | null> {
  // Before there is an agency, the program's own catalogue explains its items.
  const catalogue = ctx ? await catalogueFor(ctx) : loadCatalogue()
  const ref: ItemRef | null = canonicalRef(catalogue, year, code)
  return ref && itemWalkOf(ref, { catalogue, reports: ctx ? await publishedCycles(ctx, addressOf) : [] })
}

/** One report a year, so a few. */
async function publishedCycles(ctx: Ctx, addressOf: VersionAddress): Promise<readonly PublishedCycle[]> {
  const found: PublishedCycle[] = []
  for (const { fiscalYear, publication } of await listReports(ctx)) {
    const kept = await findCycleByHash(ctx, { fiscalYear, contentHash: publication.contentHash })
    if (!kept) continue
    found.push({
      cycle: kept.cycle,
      publication,
      address: addressOf(fiscalYear, publication.version),
      score: judge(kept.cycle, kept.cycle.answers)?.score ?? null,
    })
  }
  return found
}
