import type { Bilingual } from '../../../i18n/language.ts'
import { holidayRefusalEn } from './text/holiday-refusal.en.ts'
import { holidayRefusalTh } from './text/holiday-refusal.th.ts'

/** Every way in which a change of the holidays is refused; also the key of its sentence. */
export type HolidayErrorCode = keyof typeof holidayRefusalTh
export type HolidayError = Readonly<{ code: HolidayErrorCode }>

export const holidayErrorText = (code: string): Bilingual => {
  const known = Object.hasOwn(holidayRefusalTh, code) ? (code as HolidayErrorCode) : 'holiday.unknown'
  return { th: holidayRefusalTh[known], en: holidayRefusalEn[known] }
}
