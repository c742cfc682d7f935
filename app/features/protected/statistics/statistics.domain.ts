import { fiscalYearOf, type IsoDay } from '../../../kernel/thai-date.ts'
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

/** `month`: its first day. */
export type MonthStatistics = Readonly<{ month: IsoDay; received: Figure }>
export type QuarterStatistics = Readonly<{
  quarter: number
  received: Figure
  months: readonly MonthStatistics[]
}>

/** Of one stage: done by its last day, or not. `share` in whole percent; null where it would tell what is not told. */
export type InTime = Readonly<{
  stage: Stage
  inTime: Figure
  late: Figure
  judged: Figure
  share: number | null
}>

/** What is told of half a fiscal year once it is over. */
export type HalfStatistics = Readonly<{
  half: 1 | 2
  received: Figure
  /** Closed, and found to be no matter for the channel. */
  finished: Figure
  closed: Figure
  junk: Figure
  /** In progress on the last day: received, and never finished. */
  open: Figure
  /** By the keys of channels and categories. */
  channels: Readonly<Record<string, Figure>>
  categories: Readonly<Record<string, Figure>>
  inTime: readonly InTime[]
}>

export type YearStatistics = Readonly<{
  /** Buddhist era. */
  fiscalYear: number
  /** What is known of all that came, and of all that was finished, in the quarters and halves that are over. */
  received: Interval
  finished: Interval | null
  quarters: readonly QuarterStatistics[]
  halves: readonly HalfStatistics[]
}>

export type CaseStatistics = Readonly<{
  /** The last day that is counted: of the last quarter that is over. Null while none is. */
  until: IsoDay | null
  /** The day on which the next figures come out. */
  nextOn: IsoDay
  /** The latest first. */
  years: readonly YearStatistics[]
}>

/** What is not told is kept from being worked out in this order: a month is given up before a quarter, the halves last. */
const WORTH = { month: 1, channel: 2, category: 3, outcome: 4, quarter: 5, open: 6, half: 7 } as const

const CHANNELS = ['web', 'desk'] as const

type Facts = Readonly<{
  counts: readonly CaseCount[]
  /** Since when the channel is open. */
  since: IsoDay
  today: IsoDay
  categories: readonly string[]
}>

/**
 * The statistics of the channel as they are public on a day. Figures come out a quarter at a time, when it is over: what is told
 * today and was not yesterday would otherwise say on which day somebody wrote. What came out stays as it is. The balances form no
 * ring, so that what can be worked out of them is known exactly: totals of years are sums of what is told, and no figures.
 */
export function caseStatistics({ counts, since, today, categories }: Facts): CaseStatistics {
  const first = counts.reduce((least, { month }) => (month < least ? month : least), since)
  const quarters = quartersFrom(first, today)
  const cells: Cell[] = [
    { key: 'open.start', row: 'open.start', value: 0, worth: WORTH.open, fixed: 'exact' },
  ]
  const balances: Balance[] = []
  let openBefore = 'open.start'
  for (const { fiscalYear, quarter, months } of quarters) {
    const own = `received.${fiscalYear}.${quarter}`
    const parts = months.map((month) =>
      cellOf(`${own}.${month}`, own, receivedIn(counts, [month]), WORTH.month),
    )
    const added = [...parts, cellOf(own, `received.${fiscalYear}`, receivedIn(counts, months), WORTH.quarter)]
    const between: Balance[] = [{ left: [own], right: parts.map(({ key }) => key) }]
    if (quarter % 2 === 0) {
      const inHalf = quarters.filter(
        (one) => one.fiscalYear === fiscalYear && halfOf(one) === halfOf({ quarter }),
      )
      const half = halfCells({ counts, quarters: inHalf, categories, openBefore, cells })
      added.push(...half.cells)
      between.push(...half.balances)
      openBefore = `open.${fiscalYear}-${halfOf({ quarter })}`
    }
    cells.push(...added)
    balances.push(...between)
    const labels = labelsOf(cells, balances)
    for (const [index, cell] of cells.entries())
      cells[index] = { ...cell, fixed: labels.get(cell.key) ?? 'withheld' }
  }
  const figure = figuresOf(cells, balances)
  const last = quarters.at(-1)
  return {
    until: last ? last.lastDay : null,
    nextOn: daysAfter(quarterOf(last ? daysAfter(last.lastDay, 1) : today).lastDay, 1),
    years: yearsOf(quarters).map(({ fiscalYear, own }) => yearOf({ figure, counts, fiscalYear, own, cells })),
  }
}

type Quarter = Readonly<{
  fiscalYear: number
  quarter: number
  /** First days of its months, of those in which the channel was there. */
  months: readonly IsoDay[]
  lastDay: IsoDay
}>

function quarterOf(day: IsoDay): Omit<Quarter, 'months'> & Readonly<{ all: readonly IsoDay[] }> {
  const fiscalYear = fiscalYearOf(day)
  const month = Number(day.slice(5, 7))
  const quarter = Math.floor(((month + 2) % 12) / 3) + 1
  const firstMonth = month - ((month - 1) % 3)
  const all = [0, 1, 2].map((after) => `${day.slice(0, 4)}-${String(firstMonth + after).padStart(2, '0')}-01`)
  const lastDay = daysAfter(firstOfNextMonth(all[2] ?? day), -1)
  return { fiscalYear, quarter, all, lastDay }
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

const halfOf = ({ quarter }: Pick<Quarter, 'quarter'>): 1 | 2 => (quarter <= 2 ? 1 : 2)

const yearsOf = (quarters: readonly Quarter[]) =>
  [...new Set(quarters.map(({ fiscalYear }) => fiscalYear))].toReversed().map((fiscalYear) => ({
    fiscalYear,
    own: quarters.filter((quarter) => quarter.fiscalYear === fiscalYear),
  }))

const countOf = (counts: readonly CaseCount[], is: (count: CaseCount) => boolean): number =>
  counts.reduce((sum, count) => sum + (is(count) ? count.n : 0), 0)

const receivedIn = (counts: readonly CaseCount[], months: readonly IsoDay[]): number =>
  countOf(counts, ({ month, event }) => months.includes(month) && event === 'received')

const cellOf = (key: string, row: string, value: number, worth: number): Cell => ({ key, row, value, worth })

type HalfFacts = Readonly<{
  counts: readonly CaseCount[]
  /** Those of the half in which the channel was there. */
  quarters: readonly Quarter[]
  categories: readonly string[]
  openBefore: string
  cells: readonly Cell[]
}>

function halfCells({ counts, quarters, categories, openBefore, cells }: HalfFacts) {
  const [{ fiscalYear }] = quarters as readonly [Quarter]
  const name = `${fiscalYear}-${halfOf(quarters[0] as Quarter)}`
  const inHalf = countsOf(counts, quarters)
  const of = (event: CaseEvent) => countOf(inHalf, (count) => count.event === event)
  const [received, closed, junk] = [of('received'), of('closed'), of('junk')]
  const before = cells.find(({ key }) => key === openBefore)?.value ?? 0
  const breakdown = (by: 'channel' | 'category', keys: readonly string[]) =>
    keys.map((key) =>
      cellOf(
        `${by}.${name}.${key}`,
        `${by}.${name}`,
        countOf(inHalf, (count) => count.event === 'received' && count[by] === key),
        WORTH[by],
      ),
    )
  const channels = breakdown('channel', CHANNELS)
  const kinds = breakdown('category', categoriesOf(inHalf, categories))
  const total = (of: string, value: number, worth: number, row = of) =>
    cellOf(`${of}.${name}`, `${row}.half.${name}`, value, worth)
  return {
    cells: [
      ...channels,
      ...kinds,
      total('closed', closed, WORTH.outcome, 'outcome'),
      total('junk', junk, WORTH.outcome, 'outcome'),
      total('open', Math.max(0, before + received - closed - junk), WORTH.open),
      total('received', received, WORTH.half),
      total('finished', closed + junk, WORTH.half),
    ],
    balances: [
      {
        left: [`received.${name}`],
        right: quarters.map(({ quarter }) => `received.${fiscalYear}.${quarter}`),
      },
      ...[channels, kinds].map((parts) => ({
        left: [`received.${name}`],
        right: parts.map(({ key }) => key),
      })),
      { left: [`finished.${name}`], right: [`closed.${name}`, `junk.${name}`] },
      { left: [openBefore, `received.${name}`], right: [`finished.${name}`, `open.${name}`] },
    ],
  }
}

/** Those in use, and those of old that cases were counted under. */
const categoriesOf = (counts: readonly CaseCount[], inUse: readonly string[]): readonly string[] => [
  ...new Set([...inUse, ...counts.map(({ category }) => category)]),
]

const countsOf = (counts: readonly CaseCount[], quarters: readonly Quarter[]): readonly CaseCount[] =>
  counts.filter(({ month }) => quarters.some(({ months }) => months.includes(month)))

/** How each cell is told. */
function figuresOf(cells: readonly Cell[], balances: readonly Balance[]): (key: string) => Figure {
  const labels = new Map(cells.map(({ key, fixed }) => [key, fixed ?? ('withheld' as const)]))
  const known = intervalsOf(cells, labels, balances)
  const values = new Map(cells.map(({ key, value }) => [key, value]))
  return (key) => {
    const label = labels.get(key) ?? 'withheld'
    const interval = known.get(key) ?? { least: 0, most: Number.POSITIVE_INFINITY }
    // What follows from all the rest is told as well: it is none, or large.
    const isKnown = label === 'exact' || interval.least === interval.most
    return { label, value: isKnown ? (values.get(key) ?? 0) : null, known: interval }
  }
}

type OneYear = Readonly<{
  figure: (key: string) => Figure
  counts: readonly CaseCount[]
  fiscalYear: number
  own: readonly Quarter[]
  cells: readonly Cell[]
}>

function yearOf({ figure, counts, fiscalYear, own, cells }: OneYear): YearStatistics {
  const halves = ([1, 2] as const).flatMap((half): readonly HalfStatistics[] => {
    const name = `${fiscalYear}-${half}`
    if (!cells.some(({ key }) => key === `received.${name}`)) return []
    const keyed = (by: 'channel' | 'category') => {
      const prefix = `${by}.${name}.`
      const keys = cells.flatMap(({ key }) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
      return Object.fromEntries(keys.map((key) => [key, figure(prefix + key)]))
    }
    const of = (total: string) => figure(`${total}.${name}`)
    const [received, finished] = [of('received'), of('finished')]
    const isTold = received.label === 'exact' && finished.label === 'exact'
    const inHalf = countsOf(
      counts,
      own.filter((quarter) => halfOf(quarter) === half),
    )
    return [
      {
        half,
        received,
        finished,
        closed: of('closed'),
        junk: of('junk'),
        open: of('open'),
        channels: keyed('channel'),
        categories: keyed('category'),
        inTime: STAGES.map((stage) => inTimeOf(stage, inHalf, isTold)),
      },
    ]
  })
  const quarters = own.map(({ quarter, months }) => ({
    quarter,
    received: figure(`received.${fiscalYear}.${quarter}`),
    months: months.map((month) => ({
      month,
      received: figure(`received.${fiscalYear}.${quarter}.${month}`),
    })),
  }))
  return {
    fiscalYear,
    received: receivedOf(quarters, halves),
    finished: halves.length === 0 ? null : summed(halves.map(({ finished }) => finished.known)),
    quarters,
    halves,
  }
}

/** A half that is over is known better as a whole than by its quarters. */
const receivedOf = (quarters: readonly QuarterStatistics[], halves: readonly HalfStatistics[]): Interval =>
  summed([
    ...halves.map(({ received }) => received.known),
    ...quarters
      .filter(({ quarter }) => !halves.some(({ half }) => half === halfOf({ quarter })))
      .map(({ received }) => received.known),
  ])

const summed = (parts: readonly Interval[]): Interval => ({
  least: parts.reduce((sum, { least }) => sum + least, 0),
  most: parts.reduce((sum, { most }) => sum + most, 0),
})

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
  const figure = figuresOf(
    cells.map((cell) => ({ ...cell, fixed: labels.get(cell.key) ?? ('withheld' as const) })),
    balances,
  )
  const figures = { inTime: figure('inTime'), late: figure('late'), judged: figure('judged') }
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
