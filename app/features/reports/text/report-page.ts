import type { Language } from '../../../i18n/language.ts'
import { type ReportPageText, reportPageEn } from './report-page.en.ts'
import { reportPageTh } from './report-page.th.ts'

export type { ReportPageText }

/** Words of the public pages of a report. */
export const reportPageText = (lang: Language): ReportPageText =>
  lang === 'th' ? reportPageTh : reportPageEn
