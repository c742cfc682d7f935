import type { Language } from '../../../i18n/language.ts'
import { datasetsEn } from './datasets.en.ts'
import { datasetsTh } from './datasets.th.ts'

/** Words of the registers of the site. */
export const datasetsText = (lang: Language) => (lang === 'th' ? datasetsTh : datasetsEn)
