import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { isLate, MEASURE_STATES, type MeasureState } from '../../working/measure-state.domain.ts'
import type { NamedUnit, WorkingCycle } from '../../working/working-cycle.domain.ts'

/** One measure of the register. */
export type RegisterRow = Readonly<{
  id: string
  version: number
  issue: Readonly<{ id: string; number: number }>
  number: number
  /** What is to be done, short; empty where nobody has written it. */
  title: string
  units: readonly NamedUnit[]
  personIds: readonly string[]
  /** Names of the people who are named for it. */
  people: readonly string[]
  dueOn: IsoDay | null
  state: MeasureState
  isLate: boolean
  evidence: number
}>

/** Rows of a year in the order of the report. */
export function registerRows(
  cycle: WorkingCycle,
  {
    today,
    evidence,
    nameOf,
    titleOf,
  }: Readonly<{
    today: IsoDay
    evidence: ReadonlyMap<string, number>
    nameOf: (personId: string) => string | undefined
    titleOf: (measure: WorkingCycle['issues'][number]['measures'][number]) => string
  }>,
): readonly RegisterRow[] {
  return cycle.issues.flatMap((issue) =>
    issue.measures.map((measure) => ({
      id: measure.id,
      version: measure.version,
      issue: { id: issue.id, number: issue.number },
      number: measure.number,
      title: titleOf(measure),
      units: measure.units,
      personIds: measure.facts.personIds,
      people: measure.facts.personIds.flatMap((id) => nameOf(id) ?? []),
      dueOn: measure.dueOn,
      state: measure.state,
      isLate: isLate(measure, today),
      evidence: evidence.get(measure.id) ?? 0,
    })),
  )
}

/** What the register is narrowed by, and how it is sorted: all of it stands in the address. */
export type RegisterView = Readonly<{
  state: MeasureState | null
  issue: number | null
  unitId: string | null
  late: boolean
  /** Those of who asks. */
  mine: boolean
  sort: RegisterSort
  isDown: boolean
}>
const REGISTER_SORTS = ['number', 'owners', 'due', 'state', 'evidence'] as const
export type RegisterSort = (typeof REGISTER_SORTS)[number]

/** Whatever is nothing of it is passed over. */
export function readView(asked: URLSearchParams): RegisterView {
  const issue = asked.get('issue')
  const sort = asked.get('sort')?.replace(/^-/, '')
  return {
    state: MEASURE_STATES.find((state) => state === asked.get('state')) ?? null,
    issue: issue !== null && /^[1-9]\d{0,3}$/.test(issue) ? Number(issue) : null,
    unitId: asked.get('unit'),
    late: asked.get('late') === '1',
    mine: asked.get('mine') === '1',
    sort: REGISTER_SORTS.find((one) => one === sort) ?? 'number',
    isDown: asked.get('sort')?.startsWith('-') ?? false,
  }
}

/** The part of an address behind the question mark, with it; empty where nothing is asked. */
export function writeView(view: RegisterView): string {
  const asked = new URLSearchParams()
  if (view.state !== null) asked.set('state', view.state)
  if (view.issue !== null) asked.set('issue', String(view.issue))
  if (view.unitId !== null) asked.set('unit', view.unitId)
  if (view.late) asked.set('late', '1')
  if (view.mine) asked.set('mine', '1')
  if (view.sort !== 'number' || view.isDown) asked.set('sort', `${view.isDown ? '-' : ''}${view.sort}`)
  return asked.size === 0 ? '' : `?${asked}`
}

/** Whose measures are those of who asks: they are named, or answer for one of the units. */
export type Self = Readonly<{ personId: string | null; unitIds: readonly string[] }>

/** The rows that a view shows, in its order. What has no day or owner comes last, however it is sorted. */
export function rowsOfView(
  rows: readonly RegisterRow[],
  view: RegisterView,
  self: Self,
): readonly RegisterRow[] {
  const shown = rows.filter((row) => fits(row, view, self))
  if (view.sort === 'number') return view.isDown ? shown.toReversed() : shown
  const keyOf = SORT_KEYS[view.sort]
  const direction = view.isDown ? -1 : 1
  return shown.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return direction * (left < right ? -1 : left > right ? 1 : 0)
  })
}

const SORT_KEYS: Record<Exclude<RegisterSort, 'number'>, (row: RegisterRow) => string | number | null> = {
  owners: ({ units: [first] }) => (first ? (first.code ?? first.nameTh) : null),
  due: ({ dueOn }) => dueOn,
  state: ({ state }) => MEASURE_STATES.indexOf(state),
  evidence: ({ evidence }) => evidence,
}

function fits(row: RegisterRow, { state, issue, unitId, late, mine }: RegisterView, self: Self): boolean {
  return (
    (state === null || row.state === state) &&
    (issue === null || row.issue.number === issue) &&
    (unitId === null || row.units.some(({ id }) => id === unitId)) &&
    (!late || row.isLate) &&
    (!mine || isOf(row, self))
  )
}

const isOf = ({ personIds, units }: RegisterRow, { personId, unitIds }: Self): boolean =>
  (personId !== null && personIds.includes(personId)) || units.some(({ id }) => unitIds.includes(id))
