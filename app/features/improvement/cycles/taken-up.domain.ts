import { fieldValue, missing } from '../../../kernel/field.ts'
import { sameValue } from '../../../kernel/merge-edits.ts'
import type { Unit } from '../../people/index.ts'
import type { Cycle, Issue, Measure } from '../cycle.domain.ts'
import { distinctUnits, ownersOf } from '../working/to-cycle.domain.ts'
import type { MeasureFacts, NamedUnit, ReportFacts } from '../working/working-cycle.domain.ts'
import { unitMeant } from './matched-units.domain.ts'
import type { PlannedIssue, PlannedMeasure } from './planned-rows.domain.ts'

/** What a report says besides its issues, and its issues as rows. */
export type PlannedYear = Readonly<{ facts: ReportFacts; issues: readonly PlannedIssue[] }>

/**
 * The rows of a year out of its published report, so that the report they make is the same again. Owners are those of the
 * directory that the report means (`unitMeant`); what it prints of them stays as it is printed.
 */
export function takenUp(cycle: Cycle, units: readonly Unit[]): PlannedYear {
  const issues = cycle.issues.map((issue) => takenIssue(issue, units))
  const named = issues.flatMap(({ measures }) =>
    measures.flatMap(({ facts }) => namedUnits(facts.unitIds, units)),
  )
  return {
    facts: {
      resultsYear: cycle.resultsYear,
      answers: cycle.answers,
      cover: cycle.cover,
      background: cycle.background,
      criteria: cycle.criteria,
      nameLists: cycle.nameLists,
      resolutions: cycle.resolutions,
      // A list of its own would not follow when somebody else becomes owner.
      units: sameValue(distinctUnits(named), cycle.units) ? null : cycle.units,
    },
    issues,
  }
}

const takenIssue = (issue: Issue, units: readonly Unit[]): PlannedIssue => ({
  facts: {
    title: issue.title,
    listedTitle: issue.listedTitle,
    analysis: issue.analysis,
    limitations: issue.limitations,
  },
  copiedFrom: null,
  measures: issue.measures.map((measure) => takenMeasure(measure, units)),
  outcomes: issue.outcomes.map(({ covers, text, facts }) => ({
    covers: issue.measures.flatMap(({ number }, index) => (covers.includes(number) ? [index] : [])),
    facts: { text, facts, picked: facts.map(() => null) },
  })),
})

/** What was published with a summary was done; what has none was not begun, as far as the report shows. */
const takenMeasure = (measure: Measure, units: readonly Unit[]): PlannedMeasure => ({
  facts: {
    text: measure.text,
    kind: null,
    period: measure.period,
    ...takenOwners(measure, units),
    personIds: [],
    expectedEvidence: null,
    budget: missing,
    summary: measure.summary,
    dueDay: null,
  },
  printedNumber: measure.printedNumber,
  state: measure.summary.state === 'missing' ? 'not-started' : 'done',
  copiedFrom: null,
})

function takenOwners(
  { owners }: Measure,
  units: readonly Unit[],
): Pick<MeasureFacts, 'unitIds' | 'ownersWritten'> {
  const value = fieldValue(owners)
  if (value === null) return { unitIds: [], ownersWritten: null }
  const unitIds = [...new Set(value.units.flatMap((unit) => unitMeant(unit, units)?.id ?? []))]
  const printed = fieldValue(ownersOf(null, namedUnits(unitIds, units)))?.written
  // The column holds no empty text.
  const written = value.written.trim() === '' ? null : value.written
  return { unitIds, ownersWritten: written === printed ? null : written }
}

const namedUnits = (unitIds: readonly string[], units: readonly Unit[]): readonly NamedUnit[] =>
  unitIds.flatMap((id) => units.find((unit) => unit.id === id) ?? [])
