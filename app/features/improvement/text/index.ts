import type { Bilingual, Language } from '../../../i18n/language.ts'
import type { ImprovementAct } from '../improvement.policy.ts'
import { type ImportText, importEn } from './import.en.ts'
import { importTh } from './import.th.ts'
import { improvementActsEn } from './improvement-acts.en.ts'
import { improvementActsTh } from './improvement-acts.th.ts'
import { workNameEn } from './work-name.en.ts'
import { workNameTh } from './work-name.th.ts'

export type { ImportText }

/** The words of the importers in one language. */
export const importText = (lang: Language): ImportText => (lang === 'th' ? importTh : importEn)

/** The same sentence in both languages. */
export const bilingual = (say: (text: ImportText) => string): Bilingual => ({
  th: say(importTh),
  en: say(importEn),
})

/** A word that is the same in both languages: a header, a code, a year as written. */
export const sameInBoth = (text: string): Bilingual => ({ th: text, en: text })

/** What the acts of the room's policy are called. */
export const improvementActsText = (lang: Language): Readonly<Record<ImprovementAct, string>> =>
  lang === 'th' ? improvementActsTh : improvementActsEn

/** What the parts of a year are called where another page leads to them. */
export const workNameText = (lang: Language): typeof workNameEn => (lang === 'th' ? workNameTh : workNameEn)
