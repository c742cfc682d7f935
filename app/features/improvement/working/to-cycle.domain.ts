import { aValue, type Field, missing } from '../../../kernel/field.ts'
import type { Cycle, Issue, Measure, Outcome, Owners } from '../cycle.domain.ts'
import { ownersWords } from './owners-words.th.ts'
import type { NamedUnit, WorkingCycle, WorkingIssue, WorkingMeasure } from './working-cycle.domain.ts'

/** The names under which an agency reports. */
export type ReportingAgency = Readonly<{ nameTh: string | null; shortName: string | null }>

/** The report's own form of a working cycle: what would be published if it were published now. */
export function toCycle(working: WorkingCycle, agency: ReportingAgency): Cycle {
  const { units, ...facts } = working.facts
  const measures = working.issues.flatMap((issue) => issue.measures)
  return {
    schema: 'prongsai.cycle/1',
    fiscalYear: working.fiscalYear,
    ...facts,
    agency: { name: agency.nameTh ?? '', shortName: agency.shortName },
    issues: working.issues.map(toIssue),
    units: units ?? distinctUnits(measures.flatMap((measure) => measure.units)),
    source: null,
  }
}

const toIssue = (issue: WorkingIssue): Issue => ({
  number: issue.number,
  title: issue.facts.title,
  listedTitle: issue.facts.listedTitle,
  analysis: issue.facts.analysis,
  limitations: issue.facts.limitations,
  measures: issue.measures.map(toMeasure),
  outcomes: issue.outcomes.map(({ facts }): Outcome => {
    const numbers = issue.measures.filter(({ id }) => facts.covers.includes(id)).map(({ number }) => number)
    return { covers: numbers, text: facts.text, facts: facts.facts }
  }),
})

const toMeasure = ({ number, printedNumber, facts, units }: WorkingMeasure): Measure => ({
  number,
  printedNumber,
  text: facts.text,
  period: facts.period,
  owners: ownersOf(facts.ownersWritten, units),
  summary: facts.summary,
})

/** Owners as written, or the names of the units joined as a report joins them; missing where there are neither. */
export function ownersOf(written: string | null, units: readonly NamedUnit[]): Field<Owners> {
  const named = units.map(({ nameTh, code }) => ({ name: nameTh, code }))
  if (written !== null) return aValue({ written, units: named })
  if (named.length === 0) return missing
  return aValue({ written: ownersWords.joined(named.map(ownersWords.unit)), units: named })
}

/** Every unit once, in the order in which the measures name them. */
export const distinctUnits = (units: readonly NamedUnit[]) => [
  ...new Map(units.map(({ id, nameTh, code }) => [id, { name: nameTh, code }])).values(),
]
