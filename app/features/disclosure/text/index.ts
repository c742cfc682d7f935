import type { Bilingual, Language, TextOf } from '../../../i18n/language.ts'
import { disclosureActsEn } from './disclosure-acts.en.ts'
import { disclosureActsTh } from './disclosure-acts.th.ts'
import { type DisclosureItemText, disclosureItemEn } from './disclosure-item.en.ts'
import { disclosureItemTh } from './disclosure-item.th.ts'
import { scoreWordsEn } from './score-words.en.ts'
import { scoreWordsTh } from './score-words.th.ts'

export type { DisclosureItemText }

/** Words of the public page of a disclosure item. */
export const disclosureItemText = (lang: Language): DisclosureItemText =>
  lang === 'th' ? disclosureItemTh : disclosureItemEn

/** What the acts of the room are called. */
export const disclosureActsText = (lang: Language) => (lang === 'en' ? disclosureActsEn : disclosureActsTh)

/** One saying of how items are judged, in both languages. */
export const scoreWords = (say: (words: TextOf<typeof scoreWordsTh>) => string): Bilingual => ({
  th: say(scoreWordsTh),
  en: say(scoreWordsEn),
})
