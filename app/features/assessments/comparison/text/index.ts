import type { Language, TextOf } from '../../../../i18n/language.ts'
import { comparisonEn } from './comparison.en.ts'
import { comparisonTh } from './comparison.th.ts'

export type ComparisonWords = TextOf<typeof comparisonTh>

/** Words of compared results, on the page, in charts and in files. */
export const comparisonText = (lang: Language): ComparisonWords =>
  lang === 'th' ? comparisonTh : comparisonEn
