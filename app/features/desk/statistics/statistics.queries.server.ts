import type { Language } from '../../../i18n/language.ts'
import { fiscalYearOf, type IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listUnits } from '../../people/index.server.ts'
import { existsOn, inTreeOrder, type Unit } from '../../people/index.ts'
import { figuresText, ticketsText } from '../text/index.ts'
import { TICKET_KINDS } from '../tickets/ticket.domain.ts'
import { type Figures, monthsOf, sumOf } from './figures.domain.ts'
import { countFigures, type MonthFigures } from './figures.queries.server.ts'

export type StatisticsWay = 'month' | 'quarter' | 'year' | 'unit' | 'kind'

type Label = Readonly<{ th: string; en: string | null }>
export type StatisticsRow = Figures & Readonly<{ key: string; label: Label }>

/** Figures of a fiscal year (Buddhist era). Rows without anything are there, with zeros; months to come are not. */
export type Statistics = Readonly<{
  year: number
  /** Fiscal years from the first one that has anything to the running one, the newest first. */
  years: readonly number[]
  by: StatisticsWay
  rows: readonly StatisticsRow[]
  total: Figures
  asOf: Date
}>

/** Public: it counts and names nobody. */
export function findStatistics(
  ctx: Ctx,
  { year, by }: Readonly<{ year: number; by: StatisticsWay }>,
): Promise<Statistics> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const asOf = ctx.now()
    const today = thaiDay(asOf)
    const all = await countFigures(tx, { agencyId: ctx.agency.id, today })
    const years = yearsOf(all, today)
    const months = new Set(monthsOf(year, today).map(({ key }) => key))
    const ofYear = all.filter(({ month }) => months.has(month))
    const units = by === 'unit' ? await listUnits(tx, ctx.agency.id) : []
    const rows = by === 'year' ? yearRows(all, years) : rowsBy(by, ofYear, { year, today, units })
    return { year, years, by, rows, total: sumOf(by === 'year' ? all : ofYear), asOf }
  })
}

const yearOfMonth = (month: string) => fiscalYearOf(`${month}-01`)

function yearsOf(all: readonly MonthFigures[], today: IsoDay): readonly number[] {
  const current = fiscalYearOf(today)
  const first = Math.min(current, ...all.map(({ month }) => yearOfMonth(month)))
  return Array.from({ length: current - first + 1 }, (_, index) => current - index)
}

const inBoth = (pick: (lang: Language) => string): Label => ({ th: pick('th'), en: pick('en') })

const yearRows = (all: readonly MonthFigures[], years: readonly number[]): readonly StatisticsRow[] =>
  years.toReversed().map((year) => ({
    key: String(year),
    label: inBoth((lang) => figuresText(lang).year(year)),
    ...sumOf(all.filter(({ month }) => yearOfMonth(month) === year)),
  }))

type Standing = Readonly<{ year: number; today: IsoDay; units: readonly Unit[] }>

function rowsBy(
  by: Exclude<StatisticsWay, 'year'>,
  figures: readonly MonthFigures[],
  { year, today, units }: Standing,
): readonly StatisticsRow[] {
  const row = (key: string, label: Label, isOf: (one: MonthFigures) => boolean): StatisticsRow => ({
    key,
    label,
    ...sumOf(figures.filter(isOf)),
  })
  const months = monthsOf(year, today)
  switch (by) {
    case 'month':
      return months.map(({ key, month, year: of }) =>
        row(
          key,
          inBoth((lang) => figuresText(lang).month(month, of)),
          (one) => one.month === key,
        ),
      )
    case 'quarter':
      return [...new Set(months.map(({ quarter }) => quarter))].map((quarter) => {
        const keys = new Set(months.filter((one) => one.quarter === quarter).map(({ key }) => key))
        const label = inBoth((lang) => figuresText(lang).quarter(quarter, year))
        return row(`${year}-q${quarter}`, label, (one) => keys.has(one.month))
      })
    case 'kind':
      return TICKET_KINDS.map((kind) =>
        row(
          kind,
          inBoth((lang) => ticketsText(lang).kinds[kind]),
          (one) => one.kind === kind,
        ),
      )
    case 'unit': {
      const has = new Set(figures.map(({ unitId }) => unitId))
      const rows = inTreeOrder(units)
        .map(({ unit }) => unit)
        .filter((unit) => has.has(unit.id) || existsOn(unit, today))
        .map(({ id, nameTh, nameEn }) => row(id, { th: nameTh, en: nameEn }, (one) => one.unitId === id))
      const none = row(
        'none',
        inBoth((lang) => figuresText(lang).noUnit),
        ({ unitId }) => unitId === null,
      )
      return [...rows, none]
    }
  }
}
