import { fieldValue } from '../../../kernel/field.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import {
  isLate,
  isOpen,
  MEASURE_STATES,
  type MeasureState,
  type NamedUnit,
  shortTitle,
  type WorkingCycle,
} from '../../improvement/index.ts'
import type { Gap } from '../../reports/index.ts'

/** A measure as the overview of a year shows it. */
export type MeasureLine = Readonly<{
  id: string
  issueId: string
  /** As the report counts: of its issue, and its own within it. */
  issue: number
  number: number
  title: string
  state: MeasureState
  isLate: boolean
  /** Somebody has still to hand it in. */
  isOpen: boolean
  dueOn: IsoDay | null
  period: Readonly<{ start: IsoDay; end: IsoDay }> | null
  units: readonly NamedUnit[]
  /** The report names an owner, be it in its own words. */
  hasOwner: boolean
  personIds: readonly string[]
  /** Elements that its report still lacks. */
  missing: number
  evidence: number
}>

type Known = Readonly<{
  gaps: readonly Gap[]
  /** Pieces of evidence by measure; a measure that is not in it has none. */
  evidence: ReadonlyMap<string, number>
  today: IsoDay
}>

/** All measures of a year, in the order of the report. */
export function measureLines(cycle: WorkingCycle, { gaps, evidence, today }: Known): readonly MeasureLine[] {
  const missing = Map.groupBy(gaps, ({ measureId }) => measureId)
  return cycle.issues.flatMap((issue) =>
    issue.measures.map(
      ({ id, issueId, number, state, dueOn, facts, units }): MeasureLine => ({
        id,
        issueId,
        issue: issue.number,
        number,
        title: shortTitle(plainText(fieldValue(facts.text) ?? [])),
        state,
        isLate: isLate({ state, dueOn }, today),
        isOpen: isOpen(state),
        dueOn,
        period:
          facts.period.state === 'value'
            ? { start: facts.period.value.start, end: facts.period.value.end }
            : null,
        units,
        hasOwner: units.length > 0 || facts.ownersWritten !== null,
        personIds: facts.personIds,
        missing: missing.get(id)?.length ?? 0,
        evidence: evidence.get(id) ?? 0,
      }),
    ),
  )
}

/** What is chosen of a year; it stands in the address. Null where nothing is. */
export type YearFilter = Readonly<{
  state: MeasureState | null
  isLate: boolean
  unitId: string | null
  issueId: string | null
}>

export const isFiltered = (filter: YearFilter): boolean =>
  filter.state !== null || filter.isLate || filter.unitId !== null || filter.issueId !== null

export const linesChosen = (lines: readonly MeasureLine[], filter: YearFilter): readonly MeasureLine[] =>
  lines.filter(
    (line) =>
      (filter.state === null || line.state === filter.state) &&
      (!filter.isLate || line.isLate) &&
      (filter.unitId === null || line.units.some(({ id }) => id === filter.unitId)) &&
      (filter.issueId === null || line.issueId === filter.issueId),
  )

/** How far the measures of an issue, or of a year, are. */
export type Counts = Readonly<{
  all: number
  done: number
  inReview: number
  late: number
  /** Measures whose report still lacks something. */
  missing: number
  evidence: number
  /** The earliest day by which one is to be handed in that is not late yet. */
  nextDue: IsoDay | null
}>

export function countLines(lines: readonly MeasureLine[]): Counts {
  const count = (holds: (line: MeasureLine) => boolean) => lines.filter(holds).length
  const due = lines.flatMap((line) =>
    line.isOpen && !line.isLate && line.dueOn !== null ? [line.dueOn] : [],
  )
  return {
    all: lines.length,
    done: count(({ state }) => state === 'done'),
    inReview: count(({ state }) => state === 'in-review'),
    late: count((line) => line.isLate),
    missing: count((line) => line.missing > 0),
    evidence: lines.reduce((sum, line) => sum + line.evidence, 0),
    nextDue: due.toSorted()[0] ?? null,
  }
}

/** How many measures stand in each state. */
export const countStates = (lines: readonly MeasureLine[]): Readonly<Record<MeasureState, number>> =>
  Object.fromEntries(
    MEASURE_STATES.map((state) => [state, lines.filter((line) => line.state === state).length]),
  ) as Record<MeasureState, number>

/** Units that have a measure of the year, by name. */
export function unitsAtWork(lines: readonly MeasureLine[]): readonly NamedUnit[] {
  const units = new Map(lines.flatMap((line) => line.units.map((unit) => [unit.id, unit])))
  return [...units.values()].toSorted((a, b) => (a.code ?? a.nameTh).localeCompare(b.code ?? b.nameTh, 'th'))
}
