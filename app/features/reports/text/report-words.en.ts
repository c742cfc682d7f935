import type { TextOf } from '../../../i18n/language.ts'
import type { reportWordsTh } from './report-words.th.ts'

export type ReportWords = TextOf<typeof reportWordsTh>

export const reportWordsEn: ReportWords = {
  contents: 'Contents',
  page: 'Page',
  missingCell: 'Not filled in',
  noneCell: 'None',
  label: 'Indicator or item',
  year: 'Year',
  unit: 'Unit',
  change: 'Change',
  comparability: 'Comparison',
  comparable: 'Comparable',
  notComparable: 'Not comparable',
  comparabilityUnknown: 'Comparability not confirmed',
  noEarlierValue: 'No earlier value',
  issue: 'Issue',
  measure: 'Measure',
  sharedOutcome: 'Outcome shared with the measures above',
  contentHash: 'Content hash (SHA-256)',
  name: 'Name',
  position: 'Position',
  scaleFrom: (from) => `The axis starts at ${from}, not at 0`,
  issueTitle: 'Issue title',
  outcomeScope: 'Outcome covers',
  outcomeOwn: 'This measure',
  outcomeShared: (first, last) => `Measures ${first}–${last} together`,
  earlierYear: 'Earlier year',
  laterYear: 'Later year',
  earlierValue: 'Earlier value',
  laterValue: 'Later value',
  itemEarlier: 'Item of the earlier year',
  itemLater: 'Item of the later year',
  measuresSheet: 'Measures',
  scoresSheet: 'Scores',
}
