import type { Ctx } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { YearResults } from '../results/result.domain.ts'
import { findYearResults, listResultYears } from '../results/year-results.queries.server.ts'
import { findSnapshot } from '../snapshots/snapshot.queries.server.ts'
import type { AskedComparison } from './asked-comparison.domain.ts'
import { compareYears } from './compare-years.domain.ts'
import type { FoundComparison } from './found-comparison.domain.ts'

/** Results beside each other as an address asks for them; null for a snapshot that is not there. */
export async function findComparison(ctx: Ctx, asked: AskedComparison): Promise<FoundComparison | null> {
  const kept = asked.snapshot === null ? null : await findSnapshot(ctx, asked.snapshot)
  if (asked.snapshot !== null && kept === null) return null
  const there = (kept ? kept.results.map(({ year }) => year) : await listResultYears(ctx)).toSorted()
  const years = asked.years?.filter((year) => there.includes(year)) ?? there.slice(-2)
  const results: YearResults[] = []
  for (const year of years)
    results.push(kept?.results.find((one) => one.year === year) ?? (await findYearResults(ctx, year)))
  const catalogue = await catalogueFor(ctx)
  return {
    catalogue,
    asked: { ...asked, years, view: years.length > 2 && asked.view === 'dumbbell' ? 'trend' : asked.view },
    yearsThere: there,
    rows: years.length < 2 ? [] : compareYears(catalogue, results, asked),
    snapshot: kept?.snapshot ?? null,
  }
}
