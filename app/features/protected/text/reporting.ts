import type { Language } from '../../../i18n/language.ts'
import { type ChannelPageText, channelPageEn } from './channel-page.en.ts'
import { channelPageTh } from './channel-page.th.ts'
import { type ReportFormText, reportFormEn } from './report-form.en.ts'
import { reportFormTh } from './report-form.th.ts'
import { type ThreadText, threadEn } from './thread.en.ts'
import { threadTh } from './thread.th.ts'

export type { ThreadText }

/** Words of the public page of the channel. */
export const channelPageText = (lang: Language): ChannelPageText =>
  lang === 'th' ? channelPageTh : channelPageEn

/** Words of the form, its review and the receipt. */
export const reportFormText = (lang: Language): ReportFormText =>
  lang === 'th' ? reportFormTh : reportFormEn

/** Words of coming back and of the page of a report. */
export const threadText = (lang: Language): ThreadText => (lang === 'th' ? threadTh : threadEn)
