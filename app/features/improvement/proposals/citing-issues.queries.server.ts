import { citedIn, type RichText } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { issueFactsFrom } from '../working/working-cycle.queries.server.ts'
import type { CitingIssue, CyclesOfResults } from './proposal.domain.ts'

/** Issues that read the results of a year (B.E.): of cycles at work, and of published reports as they now stand. */
export const cyclesOfResults = (ctx: Ctx, resultsYear: number): Promise<CyclesOfResults> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const cycles = await tx
      .selectFrom('working_cycle')
      .select(['id', 'fiscal_year'])
      .where('agency_id', '=', ctx.agency.id)
      .where('results_year', '=', resultsYear)
      .orderBy('fiscal_year', 'desc')
      .execute()
    const worked = await tx
      .selectFrom('working_issue')
      .innerJoin('working_cycle', (join) =>
        join
          .onRef('working_cycle.agency_id', '=', 'working_issue.agency_id')
          .onRef('working_cycle.id', '=', 'working_issue.cycle_id'),
      )
      .select([
        'working_issue.id',
        'fiscal_year',
        'working_issue.title',
        'listed_title',
        'analysis',
        'limitations',
      ])
      .where('working_issue.agency_id', '=', ctx.agency.id)
      .where('results_year', '=', resultsYear)
      .where('removed_at', 'is', null)
      .orderBy('fiscal_year', 'desc')
      .orderBy('working_issue.position')
      .execute()
    const published = await tx
      .selectFrom('issue')
      .innerJoin('cycle', (join) =>
        join.onRef('cycle.agency_id', '=', 'issue.agency_id').onRef('cycle.id', '=', 'issue.cycle_id'),
      )
      .select(['fiscal_year', 'issue.title', 'listed_title', 'analysis'])
      .where('issue.agency_id', '=', ctx.agency.id)
      .where('results_year', '=', resultsYear)
      .where('superseded_at', 'is', null)
      .orderBy('fiscal_year', 'desc')
      .orderBy('issue.position')
      .execute()
    return {
      openYear: cycles[0]?.fiscal_year ?? null,
      issues: [
        ...worked.map((row): CitingIssue => {
          const { title, listedTitle, analysis } = issueFactsFrom(row)
          return {
            title,
            listedTitle,
            fiscalYear: row.fiscal_year,
            issueId: row.id,
            cites: citedIn(analysis),
          }
        }),
        ...published.map(
          (row): CitingIssue => ({
            title: row.title,
            listedTitle: row.listed_title,
            fiscalYear: row.fiscal_year,
            issueId: null,
            // The column holds what an import or a publication wrote.
            cites: citedIn(row.analysis as unknown as RichText),
          }),
        ),
      ],
    }
  })
