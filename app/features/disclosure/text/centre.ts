import type { Language, TextOf } from '../../../i18n/language.ts'
import { centreEn } from './centre.en.ts'
import { centreTh } from './centre.th.ts'
import { centreItemEn } from './centre-item.en.ts'
import { centreItemTh } from './centre-item.th.ts'

/** Words of the pages of all years and of one year, for those who work on the items. */
export const centreText = (lang: Language): TextOf<typeof centreTh> => (lang === 'en' ? centreEn : centreTh)

/** Words of the page of one item, and of one fact, for those who work on them. */
export const centreItemText = (lang: Language): TextOf<typeof centreItemTh> =>
  lang === 'en' ? centreItemEn : centreItemTh
