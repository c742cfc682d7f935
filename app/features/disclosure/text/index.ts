import type { Language } from '../../../i18n/language.ts'
import { type DisclosureItemText, disclosureItemEn } from './disclosure-item.en.ts'
import { disclosureItemTh } from './disclosure-item.th.ts'

export type { DisclosureItemText }

/** Words of the public page of a disclosure item. */
export const disclosureItemText = (lang: Language): DisclosureItemText =>
  lang === 'th' ? disclosureItemTh : disclosureItemEn
