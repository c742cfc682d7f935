import type { Bilingual, Language, TextOf } from '../../../i18n/language.ts'
import { scoreEn } from './score.en.ts'
import { scoreTh } from './score.th.ts'

/** One sentence of the score in both languages; `read` is given the words of each. */
export const scoreText = (read: (words: TextOf<typeof scoreTh>, lang: Language) => string): Bilingual => ({
  th: read(scoreTh, 'th'),
  en: read(scoreEn, 'en'),
})
