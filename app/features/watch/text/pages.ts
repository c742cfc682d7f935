import type { Language } from '../../../i18n/language.ts'
import { watchAddressEn } from './watch-address.en.ts'
import { watchAddressTh } from './watch-address.th.ts'
import { watchHostsEn } from './watch-hosts.en.ts'
import { watchHostsTh } from './watch-hosts.th.ts'
import { watchPageEn } from './watch-page.en.ts'
import { watchPageTh } from './watch-page.th.ts'

/** Words of the pages of the watch. */
export const watchPageText = (lang: Language) => (lang === 'en' ? watchPageEn : watchPageTh)
export const watchAddressText = (lang: Language) => (lang === 'en' ? watchAddressEn : watchAddressTh)
export const watchHostsText = (lang: Language) => (lang === 'en' ? watchHostsEn : watchHostsTh)
