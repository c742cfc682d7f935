import type { Language } from '../../../../i18n/language.ts'
import { type CarryPageText, carryPageEn } from './carry-page.en.ts'
import { carryPageTh } from './carry-page.th.ts'

export const carryPageText = (lang: Language): CarryPageText => (lang === 'th' ? carryPageTh : carryPageEn)
