import type { Language } from '../../../../i18n/language.ts'
import { type DraftsText, draftsEn } from './drafts.en.ts'
import { draftsTh } from './drafts.th.ts'

/** What is said of drafts. */
export const draftsText = (lang: Language): DraftsText => (lang === 'th' ? draftsTh : draftsEn)
