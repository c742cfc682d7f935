import type { Language } from '../../../i18n/language.ts'
import { watchActsEn } from './watch-acts.en.ts'
import { watchActsTh } from './watch-acts.th.ts'

export const watchActsText = (lang: Language) => (lang === 'en' ? watchActsEn : watchActsTh)
