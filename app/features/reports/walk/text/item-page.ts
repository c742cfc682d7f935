import type { Language } from '../../../../i18n/language.ts'
import { type ItemPageText, itemPageEn } from './item-page.en.ts'
import { itemPageTh } from './item-page.th.ts'

export type { ItemPageText }

/** Words of the page of an item. */
export const itemPageText = (lang: Language): ItemPageText => (lang === 'th' ? itemPageTh : itemPageEn)
