import type { Bilingual, TextOf } from '../../../../i18n/language.ts'
import { matterEn } from './matter.en.ts'
import { matterTh } from './matter.th.ts'

type MatterWords = TextOf<typeof matterTh>

/** One saying of what goes before a meeting, in both languages. */
export const matterWords = (say: (words: MatterWords) => string): Bilingual => ({
  th: say(matterTh),
  en: say(matterEn),
})
