import type { Language } from '../../../i18n/language.ts'
import { type PagesText, pagesEn } from './pages.en.ts'
import { pagesTh } from './pages.th.ts'

/** Words of the pages that staff write, as the public reads them. */
export const pagesText = (lang: Language): PagesText => (lang === 'th' ? pagesTh : pagesEn)
