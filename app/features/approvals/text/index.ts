import type { Language } from '../../../i18n/language.ts'
import type { ApprovalsAct } from '../approvals.policy.ts'
import { approvalsActsEn } from './approvals-acts.en.ts'
import { approvalsActsTh } from './approvals-acts.th.ts'
import { approvalsTermsEn } from './approvals-terms.en.ts'
import { approvalsTermsTh } from './approvals-terms.th.ts'

/** What the acts of the room's policy are called. */
export const approvalsActsText = (lang: Language): Readonly<Record<ApprovalsAct, string>> =>
  lang === 'th' ? approvalsActsTh : approvalsActsEn

/** What kinds of matters, decisions, forms and states are called. */
export const approvalsTerms = (lang: Language) => (lang === 'th' ? approvalsTermsTh : approvalsTermsEn)
