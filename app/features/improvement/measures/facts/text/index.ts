import type { Language } from '../../../../../i18n/language.ts'
import { type MeasureEditText, measureEditEn } from './measure-edit.en.ts'
import { measureEditTh } from './measure-edit.th.ts'
import { type MeasureFactsText, measureFactsEn } from './measure-facts.en.ts'
import { measureFactsTh } from './measure-facts.th.ts'
import { type MeasureTableText, measureTableEn } from './measure-table.en.ts'
import { measureTableTh } from './measure-table.th.ts'

/** What the facts of a measure are called, and what is said of what was typed. */
export const measureFactsText = (lang: Language): MeasureFactsText =>
  lang === 'th' ? measureFactsTh : measureFactsEn

/** Words of the table that is edited in place. */
export const measureTableText = (lang: Language): MeasureTableText =>
  lang === 'th' ? measureTableTh : measureTableEn

/** Words of the page on which one measure is edited. */
export const measureEditText = (lang: Language): MeasureEditText =>
  lang === 'th' ? measureEditTh : measureEditEn
