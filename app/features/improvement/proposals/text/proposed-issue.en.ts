import type { TextOf } from '../../../../i18n/language.ts'
import type { proposedIssueTh } from './proposed-issue.th.ts'

export type ProposedIssueText = TextOf<typeof proposedIssueTh>

export const proposedIssueEn: ProposedIssueText = {
  drafted: (year) =>
    `This draft was made of the results of ${year} and is not saved. Check its words and citations, change what you like, then add the issue. It is in Thai, as the report is.`,
  unverified: (codes) =>
    `Unverified in the framework: ${codes}. Check them against the manual of that year before you cite them.`,
  there: 'This year has an issue of this title already.',
  toIssue: 'Open it',
  otherYear: (year) =>
    `This fiscal year reads the results of ${year}, so a draft of other results was not filled in.`,
  nothing: 'Too few scores are known to draft an analysis of this theme.',
  back: 'Back to the contradictions',
}
