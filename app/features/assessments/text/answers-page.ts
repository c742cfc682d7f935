import type { Language, TextOf } from '../../../i18n/language.ts'
import { answersPageEn } from './answers-page.en.ts'
import { answersPageTh } from './answers-page.th.ts'

/** Words of the page of answers. */
export const answersPageText = (lang: Language): TextOf<typeof answersPageTh> =>
  lang === 'th' ? answersPageTh : answersPageEn
