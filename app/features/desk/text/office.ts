import type { Language } from '../../../i18n/language.ts'
import { deskBulkEn } from './bulk.en.ts'
import { deskBulkTh } from './bulk.th.ts'
import { inboxEn } from './inbox.en.ts'
import { inboxTh } from './inbox.th.ts'
import { ticketFormsEn } from './ticket-forms.en.ts'
import { ticketFormsTh } from './ticket-forms.th.ts'
import { ticketPageEn } from './ticket-page.en.ts'
import { ticketPageTh } from './ticket-page.th.ts'

/** Words of the desk's office pages. */
export const inboxText = (lang: Language) => (lang === 'th' ? inboxTh : inboxEn)
export const deskBulkText = (lang: Language) => (lang === 'th' ? deskBulkTh : deskBulkEn)
export const ticketPageText = (lang: Language) => (lang === 'th' ? ticketPageTh : ticketPageEn)
export const ticketFormsText = (lang: Language) => (lang === 'th' ? ticketFormsTh : ticketFormsEn)
