import type { Language } from '../../../../i18n/language.ts'
import { type CommentsText, commentsEn } from './comments.en.ts'
import { commentsTh } from './comments.th.ts'
import { measureMailEn } from './measure-mail.en.ts'
import { measureMailTh } from './measure-mail.th.ts'
import { type MeasurePageText, measurePageEn } from './measure-page.en.ts'
import { measurePageTh } from './measure-page.th.ts'
import { type MeasureStateText, measureStateEn } from './measure-state.en.ts'
import { measureStateTh } from './measure-state.th.ts'

export type { MeasurePageText }

/** What the states of a measure are called. */
export const measureStateText = (lang: Language): MeasureStateText =>
  lang === 'th' ? measureStateTh : measureStateEn

/** Words of the letters about measures, in the language of who receives one. */
export const measureMailText = (lang: Language): typeof measureMailEn =>
  lang === 'th' ? measureMailTh : measureMailEn

/** Words of the comments on an issue or a measure. */
export const commentsText = (lang: Language): CommentsText => (lang === 'th' ? commentsTh : commentsEn)

/** Words of the page of one measure. */
export const measurePageText = (lang: Language): MeasurePageText =>
  lang === 'th' ? measurePageTh : measurePageEn
