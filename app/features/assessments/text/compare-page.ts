import type { Language, TextOf } from '../../../i18n/language.ts'
import { comparePageEn } from './compare-page.en.ts'
import { comparePageTh } from './compare-page.th.ts'

/** Words of the page that compares years. */
export const comparePageText = (lang: Language): TextOf<typeof comparePageTh> =>
  lang === 'th' ? comparePageTh : comparePageEn
