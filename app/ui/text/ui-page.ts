import type { Language } from '../../i18n/language.ts'
import { type UiPageText, uiPageEn } from './ui-page.en.ts'
import { uiPageTh } from './ui-page.th.ts'

export type { UiPageText }

/** Words of the page of components. */
export const uiPageText = (lang: Language): UiPageText => (lang === 'th' ? uiPageTh : uiPageEn)
