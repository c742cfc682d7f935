import type { Language } from '../../../../i18n/language.ts'
import { publicationPageEn } from './publication-page.en.ts'
import { publicationPageTh } from './publication-page.th.ts'
import { versionsEn } from './versions.en.ts'
import { versionsTh } from './versions.th.ts'

/** What pages say of the versions of a report. */
export const versionsText = (lang: Language) => (lang === 'th' ? versionsTh : versionsEn)

/** Words of the office's page about one publication. */
export const publicationPageText = (lang: Language) => (lang === 'th' ? publicationPageTh : publicationPageEn)
