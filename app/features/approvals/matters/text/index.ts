import type { Bilingual, TextOf } from '../../../../i18n/language.ts'
import { ownMattersEn } from './own-matters.en.ts'
import { ownMattersTh } from './own-matters.th.ts'

/** One saying of this room's own matters, in both languages. */
export const ownMatterWords = (say: (words: TextOf<typeof ownMattersTh>) => string): Bilingual => ({
  th: say(ownMattersTh),
  en: say(ownMattersEn),
})
