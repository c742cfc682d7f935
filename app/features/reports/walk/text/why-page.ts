import type { Language } from '../../../../i18n/language.ts'
import { type WhyPageText, whyPageEn } from './why-page.en.ts'
import { whyPageTh } from './why-page.th.ts'

export type { WhyPageText }

/** Words of the page that says why a report scores what it scores. */
export const whyPageText = (lang: Language): WhyPageText => (lang === 'th' ? whyPageTh : whyPageEn)
