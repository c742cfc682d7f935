import type { Language } from '../../../../i18n/language.ts'
import { type ContradictionsPageText, contradictionsPageEn } from './contradictions-page.en.ts'
import { contradictionsPageTh } from './contradictions-page.th.ts'
import { type ProposedIssueText, proposedIssueEn } from './proposed-issue.en.ts'
import { proposedIssueTh } from './proposed-issue.th.ts'

export const contradictionsPageText = (lang: Language): ContradictionsPageText =>
  lang === 'th' ? contradictionsPageTh : contradictionsPageEn
export const proposedIssueText = (lang: Language): ProposedIssueText =>
  lang === 'th' ? proposedIssueTh : proposedIssueEn
