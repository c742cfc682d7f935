import type { Language } from '../../../../i18n/language.ts'
import { type FilePagesText, filePagesEn } from './file-pages.en.ts'
import { filePagesTh } from './file-pages.th.ts'

/** What is said on the pages that take files and hand them out. */
export const filePagesText = (lang: Language): FilePagesText => (lang === 'th' ? filePagesTh : filePagesEn)
