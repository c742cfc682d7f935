import type { Language, TextOf } from '../../../i18n/language.ts'
import { answersPreviewEn } from './answers-preview.en.ts'
import { answersPreviewTh } from './answers-preview.th.ts'

/** Words of the page on which a file of answers is looked at. */
export const answersPreviewText = (lang: Language): TextOf<typeof answersPreviewTh> =>
  lang === 'th' ? answersPreviewTh : answersPreviewEn
