import { aValue } from '../../../../kernel/field.ts'
import type { Outcome } from '../../cycle.domain.ts'
import { writeNote } from '../ledger.domain.ts'
import { richTextOf, unmarked } from '../source-text.domain.ts'
import { type CitingRules, cite } from './citing.domain.ts'
import { type MeasureDraft, noteEmpty } from './measures.domain.ts'
import { factsIn } from './outcome-facts.domain.ts'

/**
 * Outcomes of an issue. An outcome covers the measures below it whose outcome cell is empty, for agencies merge or leave
 * empty the cells that share one; where the table merges such cells, only merged ones share. A measure above the first
 * outcome, and every measure of an issue without one, has none.
 */
export function outcomesOf(
  issue: Readonly<{ number: number; measures: readonly MeasureDraft[] }>,
  rules: CitingRules,
): readonly Outcome[] {
  const merges = issue.measures.some((measure) => measure.outcomeMergedAbove)
  const outcomes: { covers: number[]; draft: MeasureDraft }[] = []
  for (const [index, draft] of issue.measures.entries()) {
    const number = index + 1
    const last = outcomes.at(-1)
    const isEmpty = unmarked(draft.outcome) === ''
    if (!isEmpty) outcomes.push({ covers: [number], draft })
    else if (last && (draft.outcomeMergedAbove || !merges)) last.covers.push(number)
    else noteEmpty(draft.line, 'outcome', rules.ledger)
  }
  return outcomes.map(({ covers, draft }) => {
    if (covers.length > 1) noteShared({ issue: issue.number, covers, draft }, rules)
    const text = cite(richTextOf(draft.outcome), { part: 'summary', line: draft.line }, rules)
    return { covers, text: aValue(text), facts: factsIn(text, draft.line, rules) }
  })
}

const noteShared = (
  { issue, covers, draft }: Readonly<{ issue: number; covers: readonly number[]; draft: MeasureDraft }>,
  { ledger }: CitingRules,
): void =>
  writeNote(ledger, {
    code: 'shared-outcome',
    line: draft.line,
    text: unmarked(draft.outcome),
    say: (text) => text.notes.sharedOutcome(issue, covers.join(', ')),
  })
