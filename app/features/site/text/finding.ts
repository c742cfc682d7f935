import type { Language } from '../../../i18n/language.ts'
import { findingEn } from './finding.en.ts'
import { findingTh } from './finding.th.ts'

/** Words of the search, the site map and the posters. */
export const findingText = (lang: Language) => (lang === 'en' ? findingEn : findingTh)
