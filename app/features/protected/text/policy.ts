import type { Language } from '../../../i18n/language.ts'
import { type PolicyText, policyEn } from './policy.en.ts'
import { policyTh } from './policy.th.ts'

/** Words of the policy of the channel, and of the screen that makes it. */
export const policyText = (lang: Language): PolicyText => (lang === 'th' ? policyTh : policyEn)
