import type { Language } from '../../../../i18n/language.ts'
import { type OtherWaysText, otherWaysEn } from './other-ways.en.ts'
import { otherWaysTh } from './other-ways.th.ts'
import { type ProvidersPageText, providersPageEn } from './providers-page.en.ts'
import { providersPageTh } from './providers-page.th.ts'

/** Words of the ways to sign in beside the password. */
export const otherWaysText = (lang: Language): OtherWaysText => (lang === 'th' ? otherWaysTh : otherWaysEn)
export const providersPageText = (lang: Language): ProvidersPageText =>
  lang === 'th' ? providersPageTh : providersPageEn
