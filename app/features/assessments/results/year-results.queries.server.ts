import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { scoresOf, sourceOf } from '../score.queries.server.ts'
import type { PrintedTotal, TotalPart, YearResults } from './result.domain.ts'

/** What now stands of one year: scores in the order of their references, and what sources print above them. */
export const findYearResults = (ctx: Ctx, year: number): Promise<YearResults> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => yearResultsIn(tx, ctx.agency.id, year))

/** Framework years (B.E.) of which anything stands, the newest first. */
export const listResultYears = (ctx: Ctx): Promise<readonly number[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => resultYearsIn(tx, ctx.agency.id))

/** The same as `listResultYears` inside a transaction of the caller. */
export async function resultYearsIn(tx: Tx, agencyId: string): Promise<readonly number[]> {
  const standing = (table: 'assessment_score' | 'assessment_total') =>
    tx.selectFrom(table).select('year').where('agency_id', '=', agencyId).where('superseded_at', 'is', null)
  const rows = await standing('assessment_score').union(standing('assessment_total')).execute()
  return rows.map(({ year }) => year).sort((a, b) => b - a)
}

/** The same as `findYearResults` inside a transaction of the caller. */
export async function yearResultsIn(tx: Tx, agencyId: string, year: number): Promise<YearResults> {
  const totals = await tx
    .selectFrom('assessment_total')
    .innerJoin('score_import', (join) =>
      join
        .onRef('score_import.agency_id', '=', 'assessment_total.agency_id')
        .onRef('score_import.id', '=', 'assessment_total.import_id'),
    )
    .select(['assessment_total.id', 'part', 'value', 'out_of', 'n_answered', 'n_required'])
    .select(['sheet', 'row_number', 'file_name', 'imported_at'])
    .where('assessment_total.agency_id', '=', agencyId)
    .where('assessment_total.year', '=', year)
    .where('superseded_at', 'is', null)
    .execute()
  return {
    year,
    scores: await scoresOf(tx, agencyId, year),
    totals: totals
      .map(
        (row): PrintedTotal => ({
          id: row.id,
          year,
          part: row.part as TotalPart,
          value: row.value,
          outOf: row.out_of,
          nAnswered: row.n_answered,
          nRequired: row.n_required,
          source: sourceOf(row),
        }),
      )
      .sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)),
  }
}

/** Several years, in the order asked for. */
export async function resultsOfYears(
  tx: Tx,
  agencyId: string,
  years: readonly number[],
): Promise<readonly YearResults[]> {
  const results: YearResults[] = []
  for (const year of years) results.push(await yearResultsIn(tx, agencyId, year))
  return results
}

const PARTS: readonly TotalPart[] = ['IIT', 'EIT', 'OIT', 'total', 'level']
