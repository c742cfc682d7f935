import type { Language } from '../../../i18n/language.ts'
import type { EvidenceAct } from '../evidence.policy.ts'
import { evidenceActsEn } from './evidence-acts.en.ts'
import { evidenceActsTh } from './evidence-acts.th.ts'

/** What the acts of the room's policy are called. */
export const evidenceActsText = (lang: Language): Readonly<Record<EvidenceAct, string>> =>
  lang === 'th' ? evidenceActsTh : evidenceActsEn
