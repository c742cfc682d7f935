import type { Language } from '../../../../i18n/language.ts'
import { type OutcomePageText, outcomePageEn } from './outcome-page.en.ts'
import { outcomePageTh } from './outcome-page.th.ts'

export const outcomePageText = (lang: Language): OutcomePageText =>
  lang === 'th' ? outcomePageTh : outcomePageEn
