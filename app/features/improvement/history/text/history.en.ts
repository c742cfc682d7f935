import type { TextOf } from '../../../../i18n/language.ts'
import type { historyTh } from './history.th.ts'

export type HistoryText = TextOf<typeof historyTh>

export const historyEn: HistoryText = {
  title: 'History',
  issueTitle: (number) => `History of issue ${number}`,
  measureTitle: (number) => `History of measure ${number}`,
  issueLead: 'Every change of this issue, its measures and its outcomes, the newest first.',
  measureLead: 'Every change of this measure, the newest first.',
  toIssue: 'Back to the issue',
  toMeasure: 'Back to the measure',
  emptyTitle: 'Nothing was changed yet',
  emptyBody:
    'When somebody changes a field, what it was and what it became, who did it and when stand here. Nobody can delete them.',
  before: 'Before',
  after: 'After',
  newer: 'Newer',
  older: 'Older',
  pages: (page, pages) => `Page ${page} of ${pages}`,
  objects: {
    cycle: 'What the report says',
    issue: 'Issue',
    measure: (name) => `Measure ${name}`,
    outcome: (name) => `Outcome ${name}`,
  },
  isRemoved: (name) => `${name} (removed)`,
  issueFields: {
    title: 'Title',
    listedTitle: 'Title in the list of issues',
    analysis: 'Analysis',
    limitations: 'Limitations',
  },
  outcomeFields: {
    covers: 'Measures that it covers',
    text: 'Outcome',
    facts: 'What the outcome states',
    picked: 'Scores picked from the results',
  },
  cycleFields: {
    resultsYear: 'Year of the results that were read',
    answers: 'Item that the report answers',
    cover: 'Cover',
    background: 'Background',
    criteria: 'Rule of the item',
    nameLists: 'Name lists',
    resolutions: 'Resolutions',
    units: 'Units in the report',
  },
  nothing: 'Not stated',
  none: ({ by, day }) => `None (declared by ${by} on ${day})`,
  baht: (amount) => `${amount} baht`,
  somebody: 'Somebody who is not in the list any more',
  picked: 'Picked from imported scores',
  typed: 'Typed',
}
