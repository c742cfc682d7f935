import type { Language } from '../../../../i18n/language.ts'
import { type AccountPageText, accountPageEn } from './account-page.en.ts'
import { accountPageTh } from './account-page.th.ts'
import { type LinkPageText, linkPageEn } from './link-page.en.ts'
import { linkPageTh } from './link-page.th.ts'
import { type SignInPageText, signInPageEn } from './sign-in-page.en.ts'
import { signInPageTh } from './sign-in-page.th.ts'

/** Words of the pages of signing in. */
export const signInPageText = (lang: Language): SignInPageText =>
  lang === 'th' ? signInPageTh : signInPageEn
export const linkPageText = (lang: Language): LinkPageText => (lang === 'th' ? linkPageTh : linkPageEn)
export const accountPageText = (lang: Language): AccountPageText =>
  lang === 'th' ? accountPageTh : accountPageEn
