import type { Language } from '../../../../i18n/language.ts'
import { type HolidaysPageText, holidaysPageEn } from './holidays-page.en.ts'
import { holidaysPageTh } from './holidays-page.th.ts'

export const holidaysPageText = (lang: Language): HolidaysPageText =>
  lang === 'th' ? holidaysPageTh : holidaysPageEn
