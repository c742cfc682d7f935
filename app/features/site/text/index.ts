import type { Language } from '../../../i18n/language.ts'
import { type HomeText, homeEn } from './home.en.ts'
import { homeTh } from './home.th.ts'

/** Words of the public home page. */
export const homeText = (lang: Language): HomeText => (lang === 'th' ? homeTh : homeEn)
