import type { Language } from '../../../../i18n/language.ts'
import { type CopyPageText, copyPageEn } from './copy-page.en.ts'
import { copyPageTh } from './copy-page.th.ts'
import { type CyclesPageText, cyclesPageEn } from './cycles-page.en.ts'
import { cyclesPageTh } from './cycles-page.th.ts'
import { type ReportDataPageText, reportDataPageEn } from './report-data-page.en.ts'
import { reportDataPageTh } from './report-data-page.th.ts'
import { type ReportPartsText, reportPartsEn } from './report-parts.en.ts'
import { reportPartsTh } from './report-parts.th.ts'

/** Words of the pages of years. */
export const cyclesPageText = (lang: Language): CyclesPageText =>
  lang === 'th' ? cyclesPageTh : cyclesPageEn
export const copyPageText = (lang: Language): CopyPageText => (lang === 'th' ? copyPageTh : copyPageEn)
export type { ReportDataPageText }
export const reportDataPageText = (lang: Language): ReportDataPageText =>
  lang === 'th' ? reportDataPageTh : reportDataPageEn

/** Words of what else a report says: resolutions, lists of names, the box of criteria. */
export const reportPartsText = (lang: Language): ReportPartsText =>
  lang === 'th' ? reportPartsTh : reportPartsEn
