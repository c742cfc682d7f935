import type { Language } from '../../../i18n/language.ts'
import { openDataEn } from './open-data.en.ts'
import { openDataTh } from './open-data.th.ts'

/** Words of the open data, on its pages and in its catalogues. */
export const openDataText = (lang: Language) => (lang === 'en' ? openDataEn : openDataTh)
