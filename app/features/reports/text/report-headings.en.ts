import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { ScoreCounts } from '../score-counts.domain.ts'
import type { reportHeadingsTh } from './report-headings.th.ts'

export type ReportHeadings = TextOf<typeof reportHeadingsTh>

export const reportHeadingsEn: ReportHeadings = {
  draft: '(Draft)',
  measures: 'Measures and their results',
  measuresCaption: (issue) => `Measures of issue ${issue} and their results`,
  noMeasures: 'This issue has no measure yet',
  noAnalysis: 'This issue has no analysis yet',
  declaredNone: (by, day) => `None (declared by ${by} on ${day})`,
  sharedWith: (measure) => `Shares the outcome of measure ${measure}`,
  runningYear: (year) => `Fiscal year B.E. ${year}`,
  scores: 'Summary of score changes',
  issueScores: 'Scores of this issue',
  scoresCaption: (before, after) =>
    `Scores of ${before} and ${after} as the report states them; whether two can be compared was judged from the questions of both years`,
  scoresFinding: scoresFindingEn,
  number: 'No.',
  appendix: 'Appendix',
  verdict: 'Completeness check',
  verdictScore: (code, year, score) => `Item ${code} by the ITA criteria of ${year}: ${score} points`,
  verdictNoRule: (code, year) =>
    `The program has no completeness rule for item ${code} of ${year} yet, so no score is given`,
  verdictPassed: (passed, all) => `Elements that pass: ${passed} of ${all}`,
  verdictTable: 'Number of elements by state',
  verdictHead: ['Element', 'Filled in', 'Shared', 'Declared none', 'Missing', 'Result'],
  passes: 'Pass',
  fails: 'Fail',
  failedTable: 'Elements that do not pass yet',
  failedHead: ['Place', 'Reason', 'What to do'],
  findings: 'Findings of a careful reading',
  findingsNote:
    'Findings are what a reader may ask about. They do not change the completeness score, and the text of the report was not corrected.',
  noFindings: 'No findings',
  findingsTable: 'Findings and the passages or figures they rest on',
  findingsHead: ['Place', 'Finding', 'Passage or figure as printed'],
  faultsTable: 'Passages whose spelling or wording should be checked',
  faultsHead: ['As printed', 'Perhaps', 'Certainty'],
  faultSure: 'fairly certain',
  faultUnsure: 'not certain',
  items: 'Meaning of the cited items',
  itemsTable: 'Items and indicators cited by the report, by framework year',
  itemsHead: ['Year', 'Item', 'Subject'],
  itemUnknown: 'in no framework that this installation knows',
  indicator: (number) => `Indicator ${number}`,
  resolutions: 'Resolutions the report mentions',
  resolutionsTable: 'Resolutions by date',
  resolutionsHead: ['Date', 'Meeting', 'About'],
  meeting: (body, number) => `${body} no. ${number}`,
  about: { measures: 'measures', report: 'report', other: 'other matter' },
  hash: 'Content hash',
  hashNote:
    'SHA-256 of the report’s content as canonical JSON; anybody can compute it again to see that the content is unchanged.',
}

function scoresFindingEn(counts: ScoreCounts): string {
  const { comparable, notComparable, unknown } = counts
  if (comparable + notComparable + unknown === 0) return 'No score pair with an earlier year'
  return [
    comparableFindingEn(counts),
    notComparable > 0 ? `${plural(notComparable, 'pair')} cannot be compared` : '',
    unknown > 0 ? `${plural(unknown, 'pair')} not confirmed to be comparable` : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

function comparableFindingEn({ comparable, rose, fell, unchanged }: ScoreCounts): string {
  if (comparable === 0) return 'No score pair is confirmed to be comparable'
  if (rose === comparable)
    return comparable === 1
      ? 'The one comparable pair rose'
      : `All ${plural(comparable, 'comparable pair')} rose`
  const moves = [
    rose > 0 ? `${rose} rose` : '',
    fell > 0 ? `${fell} fell` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
  ]
  return `Of ${plural(comparable, 'comparable pair')} ${moves.filter((move) => move !== '').join(', ')}`
}
