import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { findYearResults, listResultYears } from '../results/year-results.queries.server.ts'
import { dataChecks } from './all-checks.domain.ts'
import type { DataCheck, YearImport } from './data-check.domain.ts'

/** What the checks found in everything that now stands, and the years that were looked at, the newest first. */
export async function findDataChecks(
  ctx: Ctx,
): Promise<Readonly<{ years: readonly number[]; found: readonly DataCheck[] }>> {
  const years = await listResultYears(ctx)
  const results = await Promise.all(years.map((year) => findYearResults(ctx, year)))
  const imports = await withAgency(ctx.db, ctx.agency.id, (tx) => yearImportsIn(tx, ctx.agency.id))
  return { years, found: dataChecks(await catalogueFor(ctx), results, imports) }
}

/** Every file that brought figures of a year, those since corrected counted too; in the order in which they came. */
async function yearImportsIn(tx: Tx, agencyId: string): Promise<readonly YearImport[]> {
  const rows = await tx
    .selectFrom('score_import')
    .innerJoin(
      (within) =>
        within
          .selectFrom('assessment_score')
          .select(['agency_id', 'import_id', 'year'])
          .unionAll(within.selectFrom('assessment_total').select(['agency_id', 'import_id', 'year']))
          .as('figure'),
      (join) =>
        join
          .onRef('figure.agency_id', '=', 'score_import.agency_id')
          .onRef('figure.import_id', '=', 'score_import.id'),
    )
    .select(['figure.year', 'score_import.file_name', 'score_import.imported_at'])
    .select(({ fn }) => fn.countAll<number>().as('figures'))
    .where('score_import.agency_id', '=', agencyId)
    .groupBy(['figure.year', 'score_import.id', 'score_import.file_name', 'score_import.imported_at'])
    .orderBy('score_import.imported_at')
    .execute()
  return rows.map(({ year, file_name: fileName, imported_at, figures }) => ({
    year,
    fileName,
    day: thaiDay(imported_at),
    figures: Number(figures),
  }))
}
