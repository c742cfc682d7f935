import type { TextOf } from '../../../../i18n/language.ts'
import type { issuePageTh } from './issue-page.th.ts'

export type IssuePageText = TextOf<typeof issuePageTh>

export const issuePageEn: IssuePageText = {
  title: (number, title) => `Issue ${number} ${title}`,
  year: (year) => `Fiscal year ${year}`,
  toYear: (year) => `Overview of fiscal year ${year}`,
  toHistory: 'History of changes',
  kept: 'What you had typed before you were signed out is still here. Check it, then save.',
  errorTitle: 'Not saved yet. Correct the following',
  edit: 'Edit the issue',
  save: 'Save the issue',
  cancel: 'Cancel',
  analysis: 'Analysis',
  noAnalysisTitle: 'No analysis yet',
  noAnalysis: (year) =>
    `Say which results of ${year} were high or low, and why. Type the code of an item, like i1 or e11-e12, and its words and scores are shown.`,
  write: 'Write the analysis',
  earlier: (years, year) =>
    `This analysis cites only items of ${years.join(', ')}, but the report of this year is about the results of ${year}. Read it again and write it by the results of ${year}.`,
  limitations: 'Limitations',
  noLimitations: 'No limitation is stated.',
  measures: 'Measures',
  measuresPage: 'Open the table on a page of its own',
  outcomes: 'Outcomes',
  history: 'Origin and history',
  copied: (year) => `Copied from an issue of fiscal year ${year}:`,
  written: 'Written in this year, not copied from another.',
  arrange: 'Order and removal',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove this issue',
  removeSure:
    'Its measures and outcomes leave the report with it. It can be brought back at any time, and nothing is lost.',
  restore: 'Bring the issue back',
  undo: 'Undo',
  removedTitle: 'This issue was removed',
  removed: (title, at) =>
    `“${title}” was removed on ${at} and is not in the report. Everything in it is kept.`,
  fields: {
    title: 'Title',
    titleHint: 'Short, about one thing',
    listedTitle: 'Title in the list of issues (if it differs)',
    listedTitleHint: 'Leave it empty where it is the same',
    analysis: 'Analysis',
    analysisHint: (year) =>
      `Items are those of the results of ${year}, in double brackets: [[i1-i6]], or [[2566:o8]] for another year. Bold is **word**; a list has “- ” or “-# ” at the start of a line.`,
    limitations: 'Limitations',
    limitationsHint:
      'What kept the agency or its respondents from a fair result, one to a field. Empty fields are not saved.',
    limitation: (number) => `Limitation ${number}`,
    more: 'Add a field',
  },
  add: {
    title: (year) => `Add an issue to fiscal year ${year}`,
    lead: 'An issue has an analysis, limitations, measures and outcomes. A title is enough to begin with.',
    save: 'Add the issue',
  },
  done: {
    added: 'The issue was added. Next, add its measures.',
    saved: 'The issue was saved.',
    same: 'Nothing was different, so nothing was changed.',
    moved: 'The issue was moved.',
    restored: 'The issue was brought back.',
    'outcome-added': 'The outcome was added.',
    'outcome-removed': 'The outcome was removed.',
    commented: 'The comment was sent.',
    'comment-withdrawn': 'The comment was withdrawn.',
    'outcome-restored': 'The outcome was brought back.',
    attached: 'The evidence was attached.',
    detached: 'The evidence is not attached any more.',
    'measures-saved': 'The table of measures was saved.',
  },
}
