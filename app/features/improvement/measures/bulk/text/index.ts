import type { Language } from '../../../../../i18n/language.ts'
import { type BulkText, bulkEn } from './bulk.en.ts'
import { bulkTh } from './bulk.th.ts'
import { bulkMailEn } from './bulk-mail.en.ts'
import { bulkMailTh } from './bulk-mail.th.ts'

/** Words of the register and of what is done to many measures at once. */
export const bulkText = (lang: Language): BulkText => (lang === 'th' ? bulkTh : bulkEn)

/** Words of the letters about it, in the language of who receives one. */
export const bulkMailText = (lang: Language): typeof bulkMailEn => (lang === 'th' ? bulkMailTh : bulkMailEn)
