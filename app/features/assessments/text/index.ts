import type { Language } from '../../../i18n/language.ts'
import type { AssessmentsAct } from '../assessments.policy.ts'
import { assessmentsActsEn } from './assessments-acts.en.ts'
import { assessmentsActsTh } from './assessments-acts.th.ts'

/** What the acts of the room's policy are called. */
export const assessmentsActsText = (lang: Language): Readonly<Record<AssessmentsAct, string>> =>
  lang === 'th' ? assessmentsActsTh : assessmentsActsEn
