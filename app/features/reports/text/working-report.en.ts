import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { workingReportTh } from './working-report.th.ts'

export type WorkingReportText = TextOf<typeof workingReportTh>

export const workingReportEn: WorkingReportText = {
  title: (year) => `Draft report ${year}`,
  lead: 'The report as it would be if the work of the year were published as it is now.',
  errorTitle: 'Not published yet. Correct the following',
  toData: 'Report data',
  toOverview: 'Overview of the year',
  score: (score) => `Score ${score}`,
  noRule: 'No rule known',
  verdict: 'Completeness',
  whole: (code, year, all) =>
    `${code} of ${year}: all ${plural(all, 'element')} are there, so the report scores 100`,
  notWhole: (code, year, missing, all) =>
    `${code} of ${year}: ${missing} of ${plural(all, 'element')} ${missing === 1 ? 'is' : 'are'} missing, so the report scores 0`,
  noRuleBody: (code, year) => `No completeness rule is known for ${code} of ${year}, so there is no score`,
  missing: 'What is missing, by owner unit',
  unowned: 'Nobody yet (the ITA coordinator)',
  missingCount: (count) => `${count} missing`,
  shared: 'What several units share stands with each of them',
  mend: 'Mend it',
  mendAt: (place, element) => `Mend it: ${element}, ${place}`,
  findings: 'Findings to check',
  findingsBody: 'Findings change no score and keep nobody from publishing',
  showFindings: 'Read the findings',
  noFindings: 'There are no findings',
  preview: 'The tables as the report will print them',
  noIssues: 'There is no issue yet',
  addIssue: 'Add the first issue',
  downloads: 'Download the draft',
  downloadsBody:
    'File names begin with draft, and documents are marked as a draft on the cover and at the head of their pages. A PDF may take a while; this page can be used meanwhile',
  publication: 'Publication',
  isSame: (version) => `This content is published as version ${version}`,
  isOlder: (version, newest) =>
    `This content is version ${version}, which is published; the newest is version ${newest}`,
  isDifferent: (version) => `The newest published version is ${version}; work changed since`,
  isNot: 'No report of this year is published now',
  approval: 'Approval of this content',
  approvalBody:
    'The report can be published once every step has approved this very content. What is changed after that has to return',
  noChain: 'Reports have no chain of approval yet, so nothing can be published',
  toChains: 'Set up the chain of approval',
  changedSince: 'This content was changed since its approval and has to return',
  toDifference: 'See what was changed since',
  notComplete: 'It cannot be published yet: not every step of the chain of approval is passed',
  complete: 'Every step of the chain of approval is passed',
  toMeeting: 'Put it before a meeting to come',
  planMeeting: 'Add a meeting to put it before',
  otherMeeting: 'Add another meeting',
  toStanding: 'See the approval of this report',
  publish: 'Publish the report',
  becomesPublic: 'By confirming, the following becomes public at once',
  counts: (issues, measures) =>
    `Everything in ${plural(issues, 'issue')} and ${plural(measures, 'measure')}, with summaries and outcomes, and the files of all formats`,
  notPublic: 'Evidence, progress, comments and the history of changes do not become public',
  willScore: (score) => `The report scores ${score} by the rule of completeness`,
  willNotScore: 'The report cannot be scored: no rule is known for its item',
  hash: 'Content hash of what would be published',
  allowsLess: 'Publish although the report does not score 100 yet',
  beside: (version) =>
    `Version ${version} can still be read at its own address, and says that there is a newer one`,
  confirm: 'Publish now',
  published: 'The report is published',
  toPublic: 'Open the published report',
  permanent: 'Permanent address of this version',
  toVerify: 'Check a copy against the published version',
  toPublication: (version) => `About the publication, version ${version}`,
}
