import type { Language } from '../../../../i18n/language.ts'
import { meetingsPageEn } from './meetings-page.en.ts'
import { meetingsPageTh } from './meetings-page.th.ts'

export const meetingsPageText = (lang: Language) => (lang === 'th' ? meetingsPageTh : meetingsPageEn)
