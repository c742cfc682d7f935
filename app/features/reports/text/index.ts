import type { Bilingual, Language } from '../../../i18n/language.ts'
import { type FindingWords, findingWordsEn } from './finding-words.en.ts'
import { findingWordsTh } from './finding-words.th.ts'
import { type ProofWords, proofWordsEn } from './proof-words.en.ts'
import { proofWordsTh } from './proof-words.th.ts'
import { type ReportHeadings, reportHeadingsEn } from './report-headings.en.ts'
import { reportHeadingsTh } from './report-headings.th.ts'
import { type ReportWords, reportWordsEn } from './report-words.en.ts'
import { reportWordsTh } from './report-words.th.ts'
import { type VerdictWords, verdictWordsEn } from './verdict-words.en.ts'
import { verdictWordsTh } from './verdict-words.th.ts'

export type { FindingWords, ReportHeadings, ReportWords, VerdictWords }

/** Words of the renderers in one language. */
export const reportWords = (lang: Language): ReportWords => (lang === 'th' ? reportWordsTh : reportWordsEn)

/** Headings and sentences of the parts that are added to a report. */
export const reportHeadings = (lang: Language): ReportHeadings =>
  lang === 'th' ? reportHeadingsTh : reportHeadingsEn

/** Words of the last page of a published document. */
export const proofWords = (lang: Language): ProofWords => (lang === 'th' ? proofWordsTh : proofWordsEn)

/** Words of the completeness check in one language. */
export const verdictWords = (lang: Language): VerdictWords =>
  lang === 'th' ? verdictWordsTh : verdictWordsEn

/** A sentence of the completeness check in both languages. */
export const verdictSentence = (say: (words: VerdictWords, lang: Language) => string): Bilingual => ({
  th: say(verdictWordsTh, 'th'),
  en: say(verdictWordsEn, 'en'),
})

/** A sentence of the findings in both languages. */
export const findingSentence = (say: (words: FindingWords, lang: Language) => string): Bilingual => ({
  th: say(findingWordsTh, 'th'),
  en: say(findingWordsEn, 'en'),
})
