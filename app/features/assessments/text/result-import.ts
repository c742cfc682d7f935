import type { Language, TextOf } from '../../../i18n/language.ts'
import { resultImportEn } from './result-import.en.ts'
import { resultImportTh } from './result-import.th.ts'

/** Words of the page on which files of results come in. */
export const resultImportText = (lang: Language): TextOf<typeof resultImportTh> =>
  lang === 'th' ? resultImportTh : resultImportEn
