import type { Language } from '../../../i18n/language.ts'
import { disclosurePublicEn } from './disclosure-public.en.ts'
import { disclosurePublicTh } from './disclosure-public.th.ts'

/** Words of the public pages of what the agency discloses. */
export const disclosurePublicText = (lang: Language) =>
  lang === 'th' ? disclosurePublicTh : disclosurePublicEn
