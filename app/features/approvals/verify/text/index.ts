import type { Language } from '../../../../i18n/language.ts'
import { type VerifyText, verifyEn } from './verify.en.ts'
import { verifyTh } from './verify.th.ts'

export type { VerifyText }

/** Words of the pages on which anybody checks a copy. */
export const verifyText = (lang: Language): VerifyText => (lang === 'th' ? verifyTh : verifyEn)
