import type { Language } from '../../i18n/language.ts'
import { mailFrameEn } from './mail-frame.en.ts'
import { mailFrameTh } from './mail-frame.th.ts'

export const frameWords = (lang: Language): typeof mailFrameEn => (lang === 'th' ? mailFrameTh : mailFrameEn)
