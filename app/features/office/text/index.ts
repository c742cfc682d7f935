import type { Language } from '../../../i18n/language.ts'
import { type OfficeText, officeEn } from './office.en.ts'
import { officeTh } from './office.th.ts'

export const officeText = (lang: Language): OfficeText => (lang === 'th' ? officeTh : officeEn)
