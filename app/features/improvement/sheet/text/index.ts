import type { Language, TextOf } from '../../../../i18n/language.ts'
import { measureSheetEn } from './measure-sheet.en.ts'
import { measureSheetTh } from './measure-sheet.th.ts'

/** Words of the sheet of measures and its page. */
export const sheetText = (lang: Language): TextOf<typeof measureSheetTh> =>
  lang === 'th' ? measureSheetTh : measureSheetEn
