import type { Language } from '../../../i18n/language.ts'
import { type LookWorkText, lookWorkEn } from './look-work.en.ts'
import { lookWorkTh } from './look-work.th.ts'

export type { LookWorkText }

/** Words of the screens for profile, executives and banners. */
export const lookWorkText = (lang: Language): LookWorkText => (lang === 'th' ? lookWorkTh : lookWorkEn)
