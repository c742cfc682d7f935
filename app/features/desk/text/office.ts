import type { Language } from '../../../i18n/language.ts'
import { deskBulkEn } from './bulk.en.ts'
import { deskBulkTh } from './bulk.th.ts'
import { inboxEn } from './inbox.en.ts'
import { inboxTh } from './inbox.th.ts'
import { questionEn } from './question.en.ts'
import { questionTh } from './question.th.ts'
import { deskSettingsEn } from './settings.en.ts'
import { deskSettingsTh } from './settings.th.ts'
import { templatesEn } from './templates.en.ts'
import { templatesTh } from './templates.th.ts'
import { ticketFormsEn } from './ticket-forms.en.ts'
import { ticketFormsTh } from './ticket-forms.th.ts'
import { ticketPageEn } from './ticket-page.en.ts'
import { ticketPageTh } from './ticket-page.th.ts'

/** Words of the desk's office pages. */
export const inboxText = (lang: Language) => (lang === 'th' ? inboxTh : inboxEn)
export const deskBulkText = (lang: Language) => (lang === 'th' ? deskBulkTh : deskBulkEn)
export const ticketPageText = (lang: Language) => (lang === 'th' ? ticketPageTh : ticketPageEn)
export const ticketFormsText = (lang: Language) => (lang === 'th' ? ticketFormsTh : ticketFormsEn)
export const templatesText = (lang: Language) => (lang === 'th' ? templatesTh : templatesEn)
export const deskSettingsText = (lang: Language) => (lang === 'th' ? deskSettingsTh : deskSettingsEn)
export const questionText = (lang: Language) => (lang === 'th' ? questionTh : questionEn)
