import { type Actor, ownUnits } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { daysAfter } from '../../../kernel/thai-day.ts'
import { IMPROVEMENT_POLICY, type WorkingCycle } from '../../improvement/index.ts'
import type { Gap } from '../../reports/index.ts'
import type { MeasureLine } from './year-work.domain.ts'

/** One thing to do, with the page on which it is done. */
export type WorkItem = Readonly<{
  /** A measure, an issue, or the year as a whole. */
  of:
    | Readonly<{ issue: number; measure: number; title: string }>
    | Readonly<{ issue: number; measure: null; title: string }>
    | null
  /** What stands behind `/office/`. */
  part: string
  dueOn: IsoDay | null
}>

export type WorkKind =
  | 'returned'
  | 'late'
  | 'dueSoon'
  | 'notStarted'
  | 'review'
  | 'overdue'
  | 'noOwner'
  | 'noPeriod'
  | 'noOutcome'
  | 'noMeasure'
  | 'noIssue'
  | 'publish'

/** Things of one kind that wait for a person in a year. */
export type WorkGroup = Readonly<{ kind: WorkKind; fiscalYear: number; items: readonly WorkItem[] }>

type Asked = Readonly<{
  cycle: WorkingCycle
  lines: readonly MeasureLine[]
  gaps: readonly Gap[]
  /** The report would get 100 as it stands, and was not published so yet. */
  mayBePublished: boolean
  actor: Actor
  today: IsoDay
}>

const SOON_DAYS = 14

/**
 * What a person should do now in a year, the most pressing first. What they answer for themselves comes before what they see
 * to for all; who only reads has nothing to do.
 */
export function whatToDo(asked: Asked): readonly WorkGroup[] {
  const { cycle, actor, mayBePublished } = asked
  const may = (act: 'measure.review' | 'cycle.publish') => refusalOf(IMPROVEMENT_POLICY, act, actor) === null
  const groups: readonly Group[] = [
    ...ownWork(asked),
    ...(may('measure.review') ? workForAll(asked) : []),
    ['publish', may('cycle.publish') && mayBePublished ? [yearItem(cycle, 'report')] : []],
  ]
  return groups
    .filter(([, items]) => items.length > 0)
    .map(([kind, items]) => ({ kind, fiscalYear: cycle.fiscalYear, items }))
}

type Group = readonly [kind: WorkKind, items: readonly WorkItem[]]

/** Each measure of the person stands in the first group that it belongs to. */
function ownWork({ lines, actor, today }: Asked): readonly Group[] {
  const soon = daysAfter(today, SOON_DAYS)
  const groups = Map.groupBy(
    lines.filter((line) => line.isOpen && isMine(line, actor)).toSorted(byDue),
    (line): WorkKind | 'later' => {
      if (line.state === 'returned') return 'returned'
      if (line.isLate) return 'late'
      if (line.dueOn !== null && line.dueOn <= soon) return 'dueSoon'
      return line.state === 'not-started' ? 'notStarted' : 'later'
    },
  )
  return (['returned', 'late', 'dueSoon', 'notStarted'] as const).map((kind) => [
    kind,
    (groups.get(kind) ?? []).map(measureItem),
  ])
}

/** What whoever sees to the whole year has to do. */
function workForAll({ cycle, lines, gaps, actor }: Asked): readonly Group[] {
  const issues = cycle.issues.map(({ id, number, facts, measures }) => ({
    hasMeasures: measures.length > 0,
    lacksOutcome: gaps.some(({ issueId, element }) => issueId === id && element === 'outcome'),
    item: {
      of: { issue: number, measure: null, title: facts.title },
      part: `issues/${id}`,
      dueOn: null,
    } as const,
  }))
  const isEmpty = cycle.issues.length === 0
  return [
    ['review', lines.filter(({ state }) => state === 'in-review').map(measureItem)],
    // Their own are already asked of them above.
    [
      'overdue',
      lines
        .filter((line) => line.isLate && !isMine(line, actor))
        .toSorted(byDue)
        .map(measureItem),
    ],
    ['noIssue', isEmpty ? [yearItem(cycle, 'issues/add')] : []],
    ['noMeasure', issues.filter(({ hasMeasures }) => !hasMeasures).map(({ item }) => item)],
    ['noOwner', lines.filter(({ hasOwner }) => !hasOwner).map(measureItem)],
    ['noPeriod', lines.filter(({ period }) => period === null).map(measureItem)],
    ['noOutcome', issues.filter(({ lacksOutcome }) => lacksOutcome).map(({ item }) => item)],
  ]
}

const yearItem = ({ fiscalYear }: WorkingCycle, page: string): WorkItem => ({
  of: null,
  part: `cycles/${fiscalYear}/${page}`,
  dueOn: null,
})

/** Whether somebody sees to a measure: named for it; where nobody is, it is everyone's who answers for one of its units. */
export function isMine(line: MeasureLine, actor: Actor): boolean {
  if (actor.kind !== 'person') return false
  if (line.personIds.length > 0) return line.personIds.includes(actor.id)
  const own = ownUnits(actor)
  return line.units.some(({ id }) => own.includes(id))
}

const measureItem = ({ id, issue, number, title, dueOn }: MeasureLine): WorkItem => ({
  of: { issue, measure: number, title },
  part: `measures/${id}`,
  dueOn,
})

const NEVER = '9999-12-31'
const byDue = (a: MeasureLine, b: MeasureLine) => (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER)
