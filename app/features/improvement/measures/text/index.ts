import type { Language } from '../../../../i18n/language.ts'
import { type MeasureStateText, measureStateEn } from './measure-state.en.ts'
import { measureStateTh } from './measure-state.th.ts'

/** What the states of a measure are called. */
export const measureStateText = (lang: Language): MeasureStateText =>
  lang === 'th' ? measureStateTh : measureStateEn
