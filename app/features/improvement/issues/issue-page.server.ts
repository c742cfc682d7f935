import { fieldValue } from '../../../kernel/field.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { citedIn } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { listScores } from '../../assessments/index.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { countEvidenceUses } from '../../evidence/index.server.ts'
import { findDraft } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { tableOfIssue } from '../measures/facts/measure-table.queries.server.ts'
import { citedItems } from '../notation/cited-item.domain.ts'
import { outcomeRefusal } from '../outcomes/outcome-permission.domain.ts'
import { measuresWithoutOutcome, outcomeViews } from '../outcomes/outcome-view.domain.ts'
import { findCycleWith } from '../working/working-cycle.queries.server.ts'
import { findIssueOrigin } from './issue-page.queries.server.ts'

/** The name under which a half-typed form of an issue is kept. */
export const issueDraft = (issueId: string): string => `/office/issues/${issueId} issue`

/** Everything that the page of an issue shows; null when there is none, or it was removed. */
export async function findIssuePage(ctx: Ctx, issueId: string) {
  const cycle = await findCycleWith(ctx, { issueId })
  const issue = cycle?.issues.find(({ id }) => id === issueId)
  const table = cycle && issue && (await tableOfIssue(ctx, cycle, issueId))
  if (!cycle || !issue || !table) return null
  const catalogue = await catalogueFor(ctx)
  const scores = await listScores(ctx)
  const draftKey = issueDraft(issueId)
  const { analysis, limitations } = issue.facts
  const texts = [analysis, ...limitations, ...issue.outcomes.map(({ facts }) => fieldValue(facts.text) ?? [])]
  const cited = [...new Set(texts.flatMap(citedIn))]
  const measures = issue.measures.map(({ id, facts }) => ({ id, unitIds: facts.unitIds }))
  const ids = issue.outcomes.map(({ id }) => id)
  const evidence = await countEvidenceUses(ctx, { kind: 'outcome', ids })
  const isAllowed = (refusal: PermissionRefusal | null) => refusal === null
  return {
    issue,
    table,
    fiscalYear: cycle.fiscalYear,
    resultsYear: cycle.facts.resultsYear,
    items: citedItems(catalogue, scores, cited),
    outcomes: outcomeViews(issue, { catalogue, scores }).map((view) => {
      const { covers } = view.outcome.facts
      return {
        ...view,
        evidence: evidence.get(view.outcome.id) ?? 0,
        mayChange: isAllowed(outcomeRefusal(ctx.actor, { measures, before: covers, after: covers })),
      }
    }),
    uncovered: measuresWithoutOutcome(issue),
    mayAddOutcome: isAllowed(
      refusalOf(IMPROVEMENT_POLICY, 'outcome.change', ctx.actor, {
        unitIds: measures.flatMap(({ unitIds }) => unitIds),
      }),
    ),
    origin: await findIssueOrigin(ctx, issueId),
    draftKey,
    draft: await findDraft(ctx, draftKey),
  }
}
