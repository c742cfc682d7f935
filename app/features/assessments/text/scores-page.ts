import type { Language, TextOf } from '../../../i18n/language.ts'
import { scoresPageEn } from './scores-page.en.ts'
import { scoresPageTh } from './scores-page.th.ts'

/** Words of the page of scores. */
export const scoresPageText = (lang: Language): TextOf<typeof scoresPageTh> =>
  lang === 'th' ? scoresPageTh : scoresPageEn
