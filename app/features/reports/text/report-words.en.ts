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
}
