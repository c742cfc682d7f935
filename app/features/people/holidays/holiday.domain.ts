import { calendarYearSpan, type IsoDay } from '../../../kernel/thai-date.ts'
import type { HolidayErrorCode } from './holiday.errors.ts'
import { type KnownHoliday, YEARLY_HOLIDAYS, YEARS_OF_HOLIDAYS } from './holiday.table.ts'
import { holidayNamesEn, insteadOfEn } from './text/holiday-names.en.ts'
import { holidayNamesTh, insteadOfTh } from './text/holiday-names.th.ts'

/** `practice`: every year on that day; `unverified`: compared with no announcement; `confirmed`: by somebody of the agency. */
export const HOLIDAY_CERTAINTIES = ['practice', 'unverified', 'confirmed'] as const
export type HolidayCertainty = (typeof HOLIDAY_CERTAINTIES)[number]

/** A substitution stands for a holiday that falls on a Saturday or Sunday; a special one is of one year alone. */
export const HOLIDAY_KINDS = ['holiday', 'substitution', 'special'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export type Holiday = Readonly<{
  day: IsoDay
  kind: HolidayKind
  nameTh: string
  nameEn: string | null
  certainty: HolidayCertainty
}>

const LONGEST_NAME = 200
const BE_OFFSET = 543

/** The calendar year (Buddhist era) of a day. */
export const yearOfDay = (day: IsoDay): number => Number(day.slice(0, 4)) + BE_OFFSET

/** What the program knows of a calendar year (Buddhist era), by day; empty where it knows nothing. */
export function knownHolidays(year: number): readonly Holiday[] {
  const known = YEARS_OF_HOLIDAYS[year]
  if (!known) return []
  const christian = calendarYearSpan(year).start.slice(0, 4)
  const found = new Map<IsoDay, Holiday>()
  const put = (monthDay: string, named: Omit<Holiday, 'day'>) => {
    const day = `${christian}-${monthDay}`
    const was = found.get(day)
    found.set(day, {
      day,
      kind: was?.kind ?? named.kind,
      nameTh: was ? `${was.nameTh} / ${named.nameTh}` : named.nameTh,
      nameEn: was ? `${was.nameEn} / ${named.nameEn}` : named.nameEn,
      certainty: was?.certainty ?? named.certainty,
    })
  }
  for (const { monthDay, name } of YEARLY_HOLIDAYS) put(monthDay, namesOf(name, 'practice'))
  for (const { monthDay, name } of known.moving) put(monthDay, namesOf(name, 'unverified'))
  for (const { monthDay, name } of known.substitutions)
    put(monthDay, {
      kind: 'substitution',
      nameTh: insteadOfTh(holidayNamesTh[name]),
      nameEn: insteadOfEn(holidayNamesEn[name]),
      certainty: 'unverified',
    })
  return [...found.values()].sort((a, b) => a.day.localeCompare(b.day))
}

const namesOf = (name: KnownHoliday, certainty: HolidayCertainty) => ({
  kind: name === 'special' ? ('special' as const) : ('holiday' as const),
  nameTh: holidayNamesTh[name],
  nameEn: holidayNamesEn[name],
  certainty,
})

/** Years (Buddhist era) of which the program knows the holidays. */
export const KNOWN_YEARS: readonly number[] = Object.keys(YEARS_OF_HOLIDAYS).map(Number)

/** The holidays that count: of a year of which the agency keeps its own list that one, else what the program knows. */
export function holidaysThatCount(own: readonly Holiday[]): readonly Holiday[] {
  const ownYears = new Set(own.map(({ day }) => yearOfDay(day)))
  const known = KNOWN_YEARS.filter((year) => !ownYears.has(year)).flatMap(knownHolidays)
  return [...own, ...known].sort((a, b) => a.day.localeCompare(b.day))
}

/** The names of a holiday as somebody typed them; the code of what is wrong instead. */
export function faultOfNames({
  nameTh,
  nameEn,
}: Pick<Holiday, 'nameTh' | 'nameEn'>): HolidayErrorCode | null {
  if (nameTh === '') return 'holiday.no-name'
  return nameTh.length > LONGEST_NAME || (nameEn ?? '').length > LONGEST_NAME ? 'holiday.long-name' : null
}
