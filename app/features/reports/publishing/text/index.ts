import type { Language } from '../../../../i18n/language.ts'
import { versionsEn } from './versions.en.ts'
import { versionsTh } from './versions.th.ts'

/** What pages say of the versions of a report. */
export const versionsText = (lang: Language) => (lang === 'th' ? versionsTh : versionsEn)
