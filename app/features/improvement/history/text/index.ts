import type { Language } from '../../../../i18n/language.ts'
import { type HistoryText, historyEn } from './history.en.ts'
import { historyTh } from './history.th.ts'

/** Words of the history of changes. */
export const historyText = (lang: Language): HistoryText => (lang === 'th' ? historyTh : historyEn)
