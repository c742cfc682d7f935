import type { Ctx } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { type YearOverview, yearOverview } from './year-overview.domain.ts'
import { findYearResults, listResultYears } from './year-results.queries.server.ts'

export type ResultsOverview = Readonly<{
  /** Years of which anything stands, the newest first. */
  years: readonly number[]
  /** The year that is shown; null where there is none. */
  year: number | null
  /** Null where no framework describes the year. */
  overview: YearOverview | null
}>

/** The overview of one year's results; of the newest where the year asked for has none. */
export async function findResultsOverview(ctx: Ctx, asked: number | null): Promise<ResultsOverview> {
  const years = await listResultYears(ctx)
  const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? null)
  if (year === null) return { years, year, overview: null }
  const framework = frameworkOf(await catalogueFor(ctx), year)
  return {
    years,
    year,
    overview: framework && yearOverview(framework, await findYearResults(ctx, year)),
  }
}
