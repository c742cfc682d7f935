import type { Language } from '../../../i18n/language.ts'
import { disclosureFilesEn } from './disclosure-files.en.ts'
import { disclosureFilesTh } from './disclosure-files.th.ts'

/** Words in place of a public file that is not handed out. */
export const disclosureFilesText = (lang: Language) => (lang === 'th' ? disclosureFilesTh : disclosureFilesEn)
