import type { Language } from '../../../../i18n/language.ts'
import { agendaAddEn } from './agenda-add.en.ts'
import { agendaAddTh } from './agenda-add.th.ts'
import { meetingFormEn } from './meeting-form.en.ts'
import { meetingFormTh } from './meeting-form.th.ts'
import { meetingPageEn } from './meeting-page.en.ts'
import { meetingPageTh } from './meeting-page.th.ts'
import { meetingsPageEn } from './meetings-page.en.ts'
import { meetingsPageTh } from './meetings-page.th.ts'

export const meetingsPageText = (lang: Language) => (lang === 'th' ? meetingsPageTh : meetingsPageEn)
export const meetingPageText = (lang: Language) => (lang === 'th' ? meetingPageTh : meetingPageEn)
export const meetingFormText = (lang: Language) => (lang === 'th' ? meetingFormTh : meetingFormEn)
export const agendaAddText = (lang: Language) => (lang === 'th' ? agendaAddTh : agendaAddEn)
