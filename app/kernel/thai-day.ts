import { formatDay, type IsoDay } from './thai-date.ts'

const THAILAND_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day in Thailand at an instant (UTC+7 all year, Royal decree of 1920). */
export const thaiDay = (instant: Date): IsoDay =>
  new Date(instant.getTime() + THAILAND_MS).toISOString().slice(0, 10)

/** The time of day in Thailand, "14:05". */
export const thaiTime = (instant: Date): string =>
  new Date(instant.getTime() + THAILAND_MS).toISOString().slice(11, 16)

/** The day `days` after a day; before it where they are negative. */
export const daysAfter = (day: IsoDay, days: number): IsoDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The instant at which a day begins in Thailand. */
export const startOfThaiDay = (day: IsoDay): Date => new Date(Date.parse(`${day}T00:00:00Z`) - THAILAND_MS)

/** Day and time of day in Thailand: "13 มีนาคม 2567 14:05", "13 March 2024 (B.E. 2567) 14:05". */
export const formatInstant = (instant: Date, lang: 'th' | 'en'): string =>
  `${formatDay(thaiDay(instant), lang)} ${thaiTime(instant)}`
