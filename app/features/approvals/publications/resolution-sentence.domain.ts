import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { isDecision } from '../matter.domain.ts'
import { approvalsTerms } from '../text/index.ts'
import type { NamedResolution } from './publication.domain.ts'

type Told = Pick<NamedResolution, 'bodyName' | 'meetingNumber' | 'form' | 'decidedOn' | 'decision'>

/** A resolution as a reader of the public site is told of it, in one sentence: what was decided, by whom, and when. */
export function resolutionSentence(lang: Language, resolution: Told): string {
  const terms = approvalsTerms(lang)
  const { decision, form, bodyName, meetingNumber, decidedOn } = resolution
  const decided = isDecision(decision) ? terms.decisions[decision] : decision
  const sentence = terms.resolved(
    decided,
    terms.cited(form, bodyName, meetingNumber),
    formatDay(decidedOn, lang),
  )
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
