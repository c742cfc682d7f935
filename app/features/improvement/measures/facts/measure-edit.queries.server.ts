import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { WorkingCycle, WorkingIssue, WorkingMeasure } from '../../working/working-cycle.domain.ts'
import { findCycleWith } from '../../working/working-cycle.queries.server.ts'
import { type ShownMeasure, shownMeasure } from './measure-form.domain.ts'
import { findOwnerChoices, type OwnerChoices } from './owner-choices.queries.server.ts'

/** Everything that the form of one measure needs. Plain data: it goes through the answer of a loader. */
export type MeasureEdit = Readonly<{
  /** B.E. */
  fiscalYear: number
  issue: Readonly<{ id: string; number: number; title: string }>
  measure: WorkingMeasure
  shown: ShownMeasure
  choices: OwnerChoices
}>

/** Null when there is no such measure. */
export async function findMeasureEdit(ctx: Ctx, measureId: string): Promise<MeasureEdit | null> {
  const cycle = await findCycleWith(ctx, { measureId })
  const found = cycle && measureIn(cycle, measureId)
  if (!found) return null
  const choices = await findOwnerChoices(ctx)
  const { issue, measure } = found
  return {
    fiscalYear: cycle.fiscalYear,
    issue: { id: issue.id, number: issue.number, title: issue.facts.title },
    measure,
    shown: shownMeasure(measure.facts, { fiscalYear: cycle.fiscalYear, units: choices.units }),
    choices,
  }
}

function measureIn(
  cycle: WorkingCycle,
  measureId: string,
): { issue: WorkingIssue; measure: WorkingMeasure } | null {
  for (const issue of cycle.issues) {
    const measure = issue.measures.find(({ id }) => id === measureId)
    if (measure) return { issue, measure }
  }
  return null
}
