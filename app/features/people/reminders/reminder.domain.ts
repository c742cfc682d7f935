import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** How somebody wants to be reminded. */
export type ReminderSetting = Readonly<{
  /** Whether a digest comes by mail. */
  isOn: boolean
  /** The hour of the day in Thailand from which it is sent. */
  digestHour: number
  /** How many days before its due day something is named. */
  daysBefore: number
  /** Whether one letter alone is a shortcut of the keyboard. */
  hasShortcuts: boolean
}>

/** How whoever has chosen nothing is reminded: before the day's work begins, a week ahead. */
export const DEFAULT_REMINDERS: ReminderSetting = {
  isOn: true,
  digestHour: 7,
  daysBefore: 7,
  hasShortcuts: true,
}

const MOST_DAYS_BEFORE = 60

/** A number of days as people type it, Thai digits too; null when it is none from 0 to 60. */
export function typedDaysBefore(text: string): number | null {
  const digits = toArabicDigits(text).trim()
  const days = /^\d{1,2}$/.test(digits) ? Number(digits) : null
  return days !== null && days <= MOST_DAYS_BEFORE ? days : null
}

/** An hour as the form sends it; null when it is none. */
export function typedHour(text: string): number | null {
  const hour = /^\d{1,2}$/.test(text) ? Number(text) : null
  return hour !== null && hour < 24 ? hour : null
}

/** Names of the settings that differ. */
export const changedSettings = (was: ReminderSetting, is: ReminderSetting): readonly string[] =>
  (['isOn', 'digestHour', 'daysBefore', 'hasShortcuts'] as const).filter((key) => was[key] !== is[key])

/** The address at which a calendar program asks for what somebody has to do. Whoever knows it reads it. */
export const calendarAddress = (origin: string, secret: string): string => `${origin}/calendar/${secret}.ics`

/** The secret in the last part of such an address. */
export const calendarSecret = (part: string): string => part.replace(/\.ics$/, '')
