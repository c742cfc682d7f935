import { fiscalYearOf, fiscalYearSpan, type IsoDay } from '../../../kernel/thai-date.ts'
import { daysAfter } from '../../../kernel/thai-day.ts'
import { STAGES, type Stage } from '../settings/channel-settings.domain.ts'
import type { CaseCount } from './case-counts.domain.ts'
import { type CaseEvent, IN_TIME_EVENTS, LATE_EVENTS } from './case-event.table.ts'
import {
  type Balance,
  type Cell,
  type Interval,
  intervalsOf,
  type Label,
  labelsOf,
} from './hidden-cells.domain.ts'

/** A count as the public is told it: `value` is null where nobody can know it, `known` what follows from all that is told. */
export type Figure = Readonly<{ label: Label; value: number | null; known: Interval }>

/** What came and what was finished in a stretch of time. */
export type Flow = Readonly<{ received: Figure; finished: Figure }>

/** `month`: its first day. */
export type MonthFlow = Flow & Readonly<{ month: IsoDay }>
export type QuarterFlow = Flow & Readonly<{ quarter: number; months: readonly MonthFlow[] }>

/** Of one stage: done by its last day, or not. `share` in whole percent; null where it would tell what is not told. */
export type InTime = Readonly<{
  stage: Stage
  inTime: Figure
  late: Figure
  judged: Figure
  share: number | null
}>

/** What is told once a fiscal year is over. */
export type WholeYear = Flow &
  Readonly<{
    /** By the keys of channels and categories. */
    channels: Readonly<Record<string, Figure>>
    categories: Readonly<Record<string, Figure>>
    closed: Figure
    junk: Figure
    reopened: Figure
    /** In progress on the last day. */
    open: Figure
    inTime: readonly InTime[]
  }>

export type YearStatistics = Readonly<{
  /** Buddhist era. */
  fiscalYear: number
  quarters: readonly QuarterFlow[]
  /** Null until the year is over. */
  whole: WholeYear | null
}>

export type CaseStatistics = Readonly<{
  /** The last day that is counted: of the last quarter that is over. Null while none is. */
  until: IsoDay | null
  /** The day on which the next figures come out. */
  nextOn: IsoDay
  /** The latest first. */
  years: readonly YearStatistics[]
}>

/** What is not told is kept from being worked out in this order: a month is given up before a quarter, and the year last. */
const WORTH = { month: 1, channel: 2, category: 3, outcome: 4, quarter: 5, open: 6, year: 7 } as const

export const CHANNELS = ['web', 'desk'] as const

type Facts = Readonly<{
  counts: readonly CaseCount[]
  /** Since when the channel is open. */
  since: IsoDay
  today: IsoDay
  categories: readonly string[]
}>

/**
 * The statistics of the channel as they are public on a day. Figures come out a quarter at a time, when it is over: what is told
 * today and was not yesterday would otherwise say on which day somebody wrote. What came out stays as it is.
 */
export function caseStatistics({ counts, since, today, categories }: Facts): CaseStatistics {
  const first = counts.reduce((least, { month }) => (month < least ? month : least), since)
  const quarters = quartersFrom(first, today)
  const cells: Cell[] = [
    { key: 'open.start', row: 'open.start', value: 0, worth: WORTH.open, fixed: 'exact' },
  ]
  const balances: Balance[] = []
  let openBefore = 'open.start'
  const tell = (added: readonly Cell[], between: readonly Balance[]) => {
    cells.push(...added)
    balances.push(...between)
    const labels = labelsOf(cells, balances)
    cells.forEach((cell, index) => {
      cells[index] = { ...cell, fixed: labels.get(cell.key) ?? 'withheld' }
    })
  }
  for (const { fiscalYear, quarter, months, isLast } of quarters) {
    const added: Cell[] = []
    const between: Balance[] = []
    for (const flow of ['received', 'finished'] as const) {
      const own = `${flow}.${fiscalYear}.${quarter}`
      const of = months.map((month) =>
        cellOf(`${own}.${month}`, own, sumOf(counts, flow, [month]), WORTH.month),
      )
      added.push(...of, cellOf(own, `${flow}.${fiscalYear}`, sumOf(counts, flow, months), WORTH.quarter))
      between.push({ left: [own], right: of.map(({ key }) => key) })
    }
    if (isLast) {
      const year = yearCells({ counts, fiscalYear, quarters, categories, openBefore, cells })
      added.push(...year.cells)
      between.push(...year.balances)
      openBefore = `open.${fiscalYear}`
    }
    tell(added, between)
  }
  const labels = new Map(cells.map(({ key, fixed }) => [key, fixed ?? ('withheld' as const)]))
  const known = intervalsOf(cells, labels, balances)
  const values = new Map(cells.map(({ key, value }) => [key, value]))
  const figure = (key: string): Figure => figureOf(key, { labels, known, values })
  const last = quarters.at(-1)
  return {
    until: last ? last.lastDay : null,
    nextOn: daysAfter(quarterOf(last ? daysAfter(last.lastDay, 1) : today).lastDay, 1),
    years: yearsOf(quarters).map(({ fiscalYear, own, isWhole }) => ({
      fiscalYear,
      quarters: own.map(({ quarter, months }) => ({
        quarter,
        ...flowOf(figure, `${fiscalYear}.${quarter}`),
        months: months.map((month) => ({ month, ...flowOf(figure, `${fiscalYear}.${quarter}.${month}`) })),
      })),
      whole: isWhole ? wholeYear({ figure, counts, fiscalYear, cells }) : null,
    })),
  }
}

type Quarter = Readonly<{
  fiscalYear: number
  quarter: number
  /** First days of its months, of those in which the channel was there. */
  months: readonly IsoDay[]
  lastDay: IsoDay
  isLast: boolean
}>

function quarterOf(day: IsoDay): Omit<Quarter, 'months'> & Readonly<{ all: readonly IsoDay[] }> {
  const fiscalYear = fiscalYearOf(day)
  const month = Number(day.slice(5, 7))
  const quarter = Math.floor(((month + 2) % 12) / 3) + 1
  const firstMonth = month - ((month - 1) % 3)
  const all = [0, 1, 2].map((after) => `${day.slice(0, 4)}-${String(firstMonth + after).padStart(2, '0')}-01`)
  const lastDay = daysAfter(firstOfNextMonth(all[2] ?? day), -1)
  return { fiscalYear, quarter, all, lastDay, isLast: quarter === 4 }
}

const firstOfNextMonth = (month: IsoDay): IsoDay => `${daysAfter(month, 31).slice(0, 7)}-01`

/** Those that are over, the earliest first. */
function quartersFrom(first: IsoDay, today: IsoDay): readonly Quarter[] {
  const found: Quarter[] = []
  const begin = `${first.slice(0, 7)}-01`
  for (let next = quarterOf(begin); next.lastDay < today; next = quarterOf(daysAfter(next.lastDay, 1))) {
    const { all, ...quarter } = next
    found.push({ ...quarter, months: all.filter((month) => month >= begin) })
  }
  return found
}

const yearsOf = (quarters: readonly Quarter[]) =>
  [...new Set(quarters.map(({ fiscalYear }) => fiscalYear))].toReversed().map((fiscalYear) => {
    const own = quarters.filter((quarter) => quarter.fiscalYear === fiscalYear)
    return { fiscalYear, own, isWhole: own.some(({ isLast }) => isLast) }
  })

const FLOW_EVENTS: Readonly<Record<'received' | 'finished', readonly CaseEvent[]>> = {
  received: ['received'],
  finished: ['closed', 'junk'],
}

const countOf = (counts: readonly CaseCount[], is: (count: CaseCount) => boolean): number =>
  counts.reduce((sum, count) => sum + (is(count) ? count.n : 0), 0)

const sumOf = (
  counts: readonly CaseCount[],
  flow: 'received' | 'finished',
  months: readonly IsoDay[],
): number =>
  countOf(counts, ({ month, event }) => months.includes(month) && FLOW_EVENTS[flow].includes(event))

const cellOf = (key: string, row: string, value: number, worth: number): Cell => ({ key, row, value, worth })

function yearCells({
  counts,
  fiscalYear,
  quarters,
  categories,
  openBefore,
  cells,
}: Readonly<{
  counts: readonly CaseCount[]
  fiscalYear: number
  quarters: readonly Quarter[]
  categories: readonly string[]
  openBefore: string
  cells: readonly Cell[]
}>): Readonly<{ cells: readonly Cell[]; balances: readonly Balance[] }> {
  const inYear = countsOf(counts, fiscalYear)
  const numbers = quarters.filter((one) => one.fiscalYear === fiscalYear).map(({ quarter }) => quarter)
  const of = (event: CaseEvent) => countOf(inYear, (count) => count.event === event)
  const [received, closed, junk, reopened] = [of('received'), of('closed'), of('junk'), of('reopened')]
  const before = cells.find(({ key }) => key === openBefore)?.value ?? 0
  const open = Math.max(0, before + received + reopened - closed - junk)
  const breakdown = (name: 'channel' | 'category', keys: readonly string[]) =>
    keys.map((key) =>
      cellOf(
        `${name}.${fiscalYear}.${key}`,
        `${name}.${fiscalYear}`,
        countOf(inYear, (count) => count.event === 'received' && count[name] === key),
        WORTH[name],
      ),
    )
  const channels = breakdown('channel', CHANNELS)
  const kinds = breakdown('category', categoriesOf(inYear, categories))
  const year = (name: string, value: number, worth: number, row = `${name}.year`) =>
    cellOf(`${name}.${fiscalYear}`, `${row}.${fiscalYear}`, value, worth)
  return {
    cells: [
      ...channels,
      ...kinds,
      year('closed', closed, WORTH.outcome, 'outcome'),
      year('junk', junk, WORTH.outcome, 'outcome'),
      year('reopened', reopened, WORTH.outcome),
      year('open', open, WORTH.open),
      year('received', received, WORTH.year),
      year('finished', closed + junk, WORTH.year),
    ],
    balances: [
      ...(['received', 'finished'] as const).map((flow) => ({
        left: [`${flow}.${fiscalYear}`],
        right: numbers.map((quarter) => `${flow}.${fiscalYear}.${quarter}`),
      })),
      ...[channels, kinds].map((parts) => ({
        left: [`received.${fiscalYear}`],
        right: parts.map(({ key }) => key),
      })),
      { left: [`finished.${fiscalYear}`], right: [`closed.${fiscalYear}`, `junk.${fiscalYear}`] },
      {
        left: [openBefore, `received.${fiscalYear}`, `reopened.${fiscalYear}`],
        right: [`finished.${fiscalYear}`, `open.${fiscalYear}`],
      },
    ],
  }
}

/** Those in use, and those of old that cases were counted under. */
const categoriesOf = (counts: readonly CaseCount[], inUse: readonly string[]): readonly string[] => [
  ...new Set([...inUse, ...counts.map(({ category }) => category)]),
]

function countsOf(counts: readonly CaseCount[], fiscalYear: number): readonly CaseCount[] {
  const { start, end } = fiscalYearSpan(fiscalYear)
  return counts.filter(({ month }) => month >= start && month <= end)
}

type Told = Readonly<{
  labels: ReadonlyMap<string, Label>
  known: ReadonlyMap<string, Interval>
  values: ReadonlyMap<string, number>
}>

function figureOf(key: string, { labels, known, values }: Told): Figure {
  const label = labels.get(key) ?? 'withheld'
  const interval = known.get(key) ?? { least: 0, most: Number.POSITIVE_INFINITY }
  // What follows from all the rest is told as well: it is none, or large.
  const isKnown = label === 'exact' || interval.least === interval.most
  return { label, value: isKnown ? (values.get(key) ?? 0) : null, known: interval }
}

const flowOf = (figure: (key: string) => Figure, of: string): Flow => ({
  received: figure(`received.${of}`),
  finished: figure(`finished.${of}`),
})

function wholeYear({
  figure,
  counts,
  fiscalYear,
  cells,
}: Readonly<{
  figure: (key: string) => Figure
  counts: readonly CaseCount[]
  fiscalYear: number
  cells: readonly Cell[]
}>): WholeYear {
  const flow = flowOf(figure, String(fiscalYear))
  const isTold = flow.received.label === 'exact' && flow.finished.label === 'exact'
  const keyed = (name: 'channel' | 'category') => {
    const prefix = `${name}.${fiscalYear}.`
    const keys = cells.flatMap(({ key }) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
    return Object.fromEntries(keys.map((key) => [key, figure(prefix + key)]))
  }
  return {
    ...flow,
    channels: keyed('channel'),
    categories: keyed('category'),
    closed: figure(`closed.${fiscalYear}`),
    junk: figure(`junk.${fiscalYear}`),
    reopened: figure(`reopened.${fiscalYear}`),
    open: figure(`open.${fiscalYear}`),
    inTime: STAGES.map((stage) => inTimeOf(stage, countsOf(counts, fiscalYear), isTold)),
  }
}

/** Where it is not told how many cases there were, how many were in time would tell it: only what is none is told then. */
function inTimeOf(stage: Stage, counts: readonly CaseCount[], isTold: boolean): InTime {
  const inTime = countOf(counts, ({ event }) => event === IN_TIME_EVENTS[stage])
  const late = countOf(counts, ({ event }) => event === LATE_EVENTS[stage])
  const facts = [
    ['inTime', 'part', inTime, 1],
    ['late', 'part', late, 1],
    ['judged', 'judged', inTime + late, 2],
  ] as const
  const fixed = (value: number) => (isTold || value === 0 ? {} : { fixed: 'withheld' as const })
  const cells = facts.map(([key, row, value, worth]) => ({
    ...cellOf(key, row, value, worth),
    ...fixed(value),
  }))
  const balances = [{ left: ['judged'], right: ['inTime', 'late'] }]
  const labels = labelsOf(cells, balances)
  const told = {
    labels,
    known: intervalsOf(cells, labels, balances),
    values: new Map(cells.map(({ key, value }) => [key, value])),
  }
  const figures = {
    inTime: figureOf('inTime', told),
    late: figureOf('late', told),
    judged: figureOf('judged', told),
  }
  return { stage, ...figures, share: shareOf(figures) }
}

function shareOf({ inTime, late, judged }: Omit<InTime, 'stage' | 'share'>): number | null {
  if (inTime.value !== null && late.value !== null)
    return inTime.value + late.value === 0
      ? null
      : Math.round((100 * inTime.value) / (inTime.value + late.value))
  // That all of them were, or none, says nothing of how many.
  if (judged.value === 0) return null
  if (late.value === 0) return 100
  return inTime.value === 0 ? 0 : null
}
