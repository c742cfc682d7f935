import type { Bilingual } from '../../../../i18n/language.ts'
import { type WalkWords, walkWordsEn } from './walk-words.en.ts'
import { walkWordsTh } from './walk-words.th.ts'

/** A sentence of the walk in both languages. */
export const walkSentence = (say: (words: WalkWords) => string): Bilingual => ({
  th: say(walkWordsTh),
  en: say(walkWordsEn),
})
