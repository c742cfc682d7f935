import type { Language, TextOf } from '../../../../i18n/language.ts'
import { differencePageEn } from './difference-page.en.ts'
import { differencePageTh } from './difference-page.th.ts'

export const differencePageText = (lang: Language): TextOf<typeof differencePageTh> =>
  lang === 'th' ? differencePageTh : differencePageEn
