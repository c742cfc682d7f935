import type { Language } from '../../../i18n/language.ts'
import { watchActsEn } from './watch-acts.en.ts'
import { watchActsTh } from './watch-acts.th.ts'
import { watchAlarmEn } from './watch-alarm.en.ts'
import { watchAlarmTh } from './watch-alarm.th.ts'

export const watchActsText = (lang: Language) => (lang === 'en' ? watchActsEn : watchActsTh)
export const watchAlarmText = (lang: Language) => (lang === 'en' ? watchAlarmEn : watchAlarmTh)
