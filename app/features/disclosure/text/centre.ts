import type { Language, TextOf } from '../../../i18n/language.ts'
import { centreEn } from './centre.en.ts'
import { centreTh } from './centre.th.ts'

/** Words of the pages of all years and of one year, for those who work on the items. */
export const centreText = (lang: Language): TextOf<typeof centreTh> => (lang === 'en' ? centreEn : centreTh)
