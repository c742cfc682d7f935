import type { Language, TextOf } from '../../../i18n/language.ts'
import { resultMappingEn } from './result-mapping.en.ts'
import { resultMappingTh } from './result-mapping.th.ts'

/** Words of the page that says what the columns of a file are. */
export const resultMappingText = (lang: Language): TextOf<typeof resultMappingTh> =>
  lang === 'th' ? resultMappingTh : resultMappingEn
