import { aValue } from '../../../../kernel/field.ts'
import type { Outcome } from '../../cycle.domain.ts'
import { writeNote } from '../ledger.domain.ts'
import { richTextOf, unmarked } from '../source-text.domain.ts'
import { type CitingRules, cite } from './citing.domain.ts'
import { declaredNone } from './declared-none.domain.ts'
import { type MeasureDraft, noteEmpty } from './measures.domain.ts'
import { factsIn } from './outcome-facts.domain.ts'

/**
 * Outcomes of an issue. An outcome covers the measures whose outcome cell is merged with its own. Agencies that merge none
 * leave the cells below a shared outcome empty: that is read only where the issue has one outcome and it stands in the
 * first row, for beside outcomes of their own an empty cell is one that nobody filled in. This program's own sheets state
 * what an outcome covers.
 */
export function outcomesOf(
  issue: Readonly<{ number: number; measures: readonly MeasureDraft[] }>,
  rules: CitingRules,
): readonly Outcome[] {
  const filled = issue.measures.filter(({ outcome }) => unmarked(outcome) !== '')
  const oneForAll = filled.length === 1 && filled[0] === issue.measures[0]
  const isStated = issue.measures.some((measure) => measure.outcomeMergedAbove || measure.outcomeScopeStated)
  const outcomes: { covers: number[]; draft: MeasureDraft }[] = []
  for (const [index, draft] of issue.measures.entries()) {
    const number = index + 1
    const last = outcomes.at(-1)
    const isEmpty = unmarked(draft.outcome) === ''
    if (!isEmpty) outcomes.push({ covers: [number], draft })
    else if (last?.covers.at(-1) === index && (draft.outcomeMergedAbove || (oneForAll && !isStated)))
      last.covers.push(number)
    else noteEmpty(draft.line, 'outcome', rules.ledger)
  }
  return outcomes.map(({ covers, draft }) => {
    if (covers.length > 1) noteShared({ issue: issue.number, covers, draft }, rules)
    const none = declaredNone(unmarked(draft.outcome))
    if (none) return { covers, text: none, facts: [] }
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
