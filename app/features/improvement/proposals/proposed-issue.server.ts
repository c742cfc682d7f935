import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findYearResults } from '../../assessments/index.server.ts'
import { contradictionsOf, draftAnalysis, findTheme, themeTitles } from '../../assessments/index.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { EMPTY_ISSUE } from '../issues/issue-form.domain.ts'
import type { IssueFacts, WorkingCycle } from '../working/working-cycle.domain.ts'
import { cyclesOfResults } from './citing-issues.queries.server.ts'
import { proposalOf } from './proposal.domain.ts'

/** What an address of a form for a new issue asks to be proposed. */
type AskedProposal = Readonly<{ theme: string; resultsYear: number }>

export type ProposedIssue =
  | Readonly<{
      kind: 'drafted'
      facts: IssueFacts
      /** Items that the draft quotes and that nobody has confirmed in the catalogue. */
      unverified: readonly ItemRef[]
      /** The issue of this title that the cycle has already. */
      there: string | null
    }>
  /** The cycle reads the results of another year, there is no such theme, or nothing is known of it. */
  | Readonly<{ kind: 'other-year' | 'nothing' }>

/** What the address of the form asks for; null where it asks for nothing. */
export function askedProposal(query: URLSearchParams): AskedProposal | null {
  const theme = query.get('theme')
  return theme === null ? null : { theme, resultsYear: Number(query.get('results')) }
}

/** A new issue as the results propose it to a cycle, to fill a form with. Nothing is saved. */
export async function proposedIssue(
  ctx: Ctx,
  cycle: WorkingCycle,
  { theme: key, resultsYear }: AskedProposal,
): Promise<ProposedIssue> {
  if (resultsYear !== cycle.facts.resultsYear) return { kind: 'other-year' }
  const theme = findTheme(key)
  if (!theme) return { kind: 'nothing' }
  const [catalogue, results] = [await catalogueFor(ctx), await findYearResults(ctx, resultsYear)]
  const row = contradictionsOf(catalogue, results)?.themes.find((one) => one.theme.key === theme.key)
  const analysis = row ? draftAnalysis(row) : []
  if (!row || analysis.length === 0) return { kind: 'nothing' }
  const title = themeTitles('th')[theme.key]
  const { issues } = await cyclesOfResults(ctx, resultsYear)
  const proposal = proposalOf({ openYear: cycle.fiscalYear, issues }, title)
  return {
    kind: 'drafted',
    facts: { ...EMPTY_ISSUE, title, analysis },
    unverified: row.views.flatMap(({ known }) =>
      known.flatMap(({ ref, isUnverified }) => (isUnverified ? [ref] : [])),
    ),
    there: proposal.kind === 'there' ? proposal.issueId : null,
  }
}
