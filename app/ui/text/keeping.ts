import type { Language } from '../../i18n/language.ts'
import { type KeepingText, keepingEn } from './keeping.en.ts'
import { keepingTh } from './keeping.th.ts'

/** Words of drafts and of the choice between two people's versions. */
export const keepingText = (lang: Language): KeepingText => (lang === 'th' ? keepingTh : keepingEn)
