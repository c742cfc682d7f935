import type { Language } from '../../../i18n/language.ts'
import { type WorkingReportText, workingReportEn } from './working-report.en.ts'
import { workingReportTh } from './working-report.th.ts'

/** Words of the page of a draft. */
export const workingReportText = (lang: Language): WorkingReportText =>
  lang === 'th' ? workingReportTh : workingReportEn
