import type { Bilingual, TextOf } from '../../../../i18n/language.ts'
import { matterWordsEn } from './matter-words.en.ts'
import { matterWordsTh } from './matter-words.th.ts'

/** One saying of items before a meeting, in both languages. */
export const matterWords = (say: (words: TextOf<typeof matterWordsTh>) => string): Bilingual => ({
  th: say(matterWordsTh),
  en: say(matterWordsEn),
})
