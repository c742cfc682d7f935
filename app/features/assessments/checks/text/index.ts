import type { Language, TextOf } from '../../../../i18n/language.ts'
import { checksEn } from './checks.en.ts'
import { checksTh } from './checks.th.ts'

/** Words of the data checks and of their page. */
export const checksText = (lang: Language): TextOf<typeof checksTh> => (lang === 'th' ? checksTh : checksEn)
