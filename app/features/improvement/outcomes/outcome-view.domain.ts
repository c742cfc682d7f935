import type { Bilingual } from '../../../i18n/language.ts'
import { compareDecimal, type DecimalText } from '../../../kernel/decimal.ts'
import { fieldValue } from '../../../kernel/field.ts'
import type { Score } from '../../assessments/index.ts'
import { type Catalogue, type Comparable, relationBetween } from '../../catalogue/index.ts'
import type { OutcomeFact } from '../cycle.domain.ts'
import type { WorkingIssue, WorkingOutcome } from '../working/working-cycle.domain.ts'
import { lineStating } from './quote.domain.ts'

/** A fact of an outcome with what a reader wants to know of it. */
export type FactView = Readonly<{
  fact: OutcomeFact
  /** Picked from an imported result, the same as one, or neither; null where it has no values. */
  source: 'picked' | 'agrees' | 'typed' | null
  /** The result of the same item as it is imported now, where it is another value. */
  imported: DecimalText | null
  /** Of a pair; null for everything else. */
  comparing: Readonly<{ comparable: Comparable; why: Bilingual | null }> | null
  /** Whether the text states it. */
  isStated: boolean
}>
export type OutcomeView = Readonly<{
  outcome: WorkingOutcome
  /** Numbers of the measures that it covers. */
  covers: readonly number[]
  facts: readonly FactView[]
}>

export const outcomeViews = (
  issue: WorkingIssue,
  ground: Readonly<{ catalogue: Catalogue; scores: readonly Score[] }>,
): readonly OutcomeView[] =>
  issue.outcomes.map((outcome) => ({
    outcome,
    covers: issue.measures.filter(({ id }) => outcome.facts.covers.includes(id)).map(({ number }) => number),
    facts: factViews(outcome, ground),
  }))

/** Numbers of the measures of which no outcome says anything. */
export const measuresWithoutOutcome = ({ measures, outcomes }: WorkingIssue): readonly number[] => {
  const covered = outcomes
    .filter(({ facts }) => facts.text.state === 'value')
    .flatMap(({ facts }) => facts.covers)
  return measures.filter(({ id }) => !covered.includes(id)).map(({ number }) => number)
}

export const factViews = (
  { facts: { facts, picked, text } }: WorkingOutcome,
  { catalogue, scores }: Readonly<{ catalogue: Catalogue; scores: readonly Score[] }>,
): readonly FactView[] =>
  facts.map((fact, at): FactView => {
    const isStated = lineStating(fact, fieldValue(text) ?? []) !== null
    if (fact.kind === 'absence' || fact.kind === 'completion')
      return { fact, source: null, imported: null, comparing: null, isStated }
    const now = scores.find(({ ref }) => ref === fact.after.of)?.value ?? null
    const isSame = now !== null && compareDecimal(now, fact.after.value) === 0
    return {
      fact,
      source: picked[at] ? 'picked' : isSame ? 'agrees' : 'typed',
      imported: isSame ? null : now,
      comparing: fact.before && comparing(catalogue, fact.before.of, fact.after.of),
      isStated,
    }
  })

function comparing(
  catalogue: Catalogue,
  before: Score['ref'] | null,
  after: Score['ref'] | null,
): NonNullable<FactView['comparing']> {
  const relation = before && after && relationBetween(catalogue, before, after)
  return relation
    ? { comparable: relation.comparable, why: relation.rationale }
    : { comparable: 'unknown', why: null }
}
