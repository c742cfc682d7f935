import type { Language } from '../../../../i18n/language.ts'
import { measureMailEn } from './measure-mail.en.ts'
import { measureMailTh } from './measure-mail.th.ts'
import { type MeasureStateText, measureStateEn } from './measure-state.en.ts'
import { measureStateTh } from './measure-state.th.ts'

/** What the states of a measure are called. */
export const measureStateText = (lang: Language): MeasureStateText =>
  lang === 'th' ? measureStateTh : measureStateEn

/** Words of the letters about measures, in the language of who receives one. */
export const measureMailText = (lang: Language): typeof measureMailEn =>
  lang === 'th' ? measureMailTh : measureMailEn
