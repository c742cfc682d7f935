import type { Language } from '../../../i18n/language.ts'
import { type PageWorkText, pageWorkEn } from './page-work.en.ts'
import { pageWorkTh } from './page-work.th.ts'

/** Words of the work on pages of the site. */
export const pageWorkText = (lang: Language): PageWorkText => (lang === 'th' ? pageWorkTh : pageWorkEn)
