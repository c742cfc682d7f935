import type { Language } from '../../../i18n/language.ts'
import { type ReportWords, reportWordsEn } from './report-words.en.ts'
import { reportWordsTh } from './report-words.th.ts'

export type { ReportWords }

/** Words of the renderers in one language. */
export const reportWords = (lang: Language): ReportWords => (lang === 'th' ? reportWordsTh : reportWordsEn)
