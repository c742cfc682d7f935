import type { Language } from '../../../../i18n/language.ts'
import { type RemindersText, remindersEn } from './reminders.en.ts'
import { remindersTh } from './reminders.th.ts'

/** Words of the page of reminders. */
export const remindersText = (lang: Language): RemindersText => (lang === 'th' ? remindersTh : remindersEn)
