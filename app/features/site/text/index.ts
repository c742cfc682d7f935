import type { Language } from '../../../i18n/language.ts'
import { type HomeText, homeEn } from './home.en.ts'
import { homeTh } from './home.th.ts'
import { siteActsEn } from './site-acts.en.ts'
import { siteActsTh } from './site-acts.th.ts'

/** Words of the public home page. */
export const homeText = (lang: Language): HomeText => (lang === 'th' ? homeTh : homeEn)

/** What the acts of the room are called. */
export const siteActsText = (lang: Language) => (lang === 'en' ? siteActsEn : siteActsTh)
