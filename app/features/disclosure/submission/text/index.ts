import type { Language } from '../../../../i18n/language.ts'
import { type PackageText, packageEn } from './package.en.ts'
import { packageTh } from './package.th.ts'
import { type SubmissionPageText, submissionPageEn } from './submission-page.en.ts'
import { submissionPageTh } from './submission-page.th.ts'

export const submissionPageText = (lang: Language): SubmissionPageText =>
  lang === 'th' ? submissionPageTh : submissionPageEn

/** Words of the package for the clarification. */
export const packageText = (lang: Language): PackageText => (lang === 'th' ? packageTh : packageEn)
