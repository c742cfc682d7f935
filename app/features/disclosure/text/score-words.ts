import type { Bilingual, TextOf } from '../../../i18n/language.ts'
import { scoreWordsEn } from './score-words.en.ts'
import { scoreWordsTh } from './score-words.th.ts'

/** One saying of how items are judged, in both languages. */
export const scoreWords = (say: (words: TextOf<typeof scoreWordsTh>) => string): Bilingual => ({
  th: say(scoreWordsTh),
  en: say(scoreWordsEn),
})
