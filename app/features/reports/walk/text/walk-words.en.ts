import type { TextOf } from '../../../../i18n/language.ts'
import type { walkWordsTh } from './walk-words.th.ts'

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const pieces = (count: number) => counted(count, 'piece of evidence', 'pieces of evidence')

export type WalkWords = TextOf<typeof walkWordsTh>
export const walkWordsEn: WalkWords = {
  parts: {
    cover: 'Cover',
    background: 'Background',
    criteria: 'Criteria of the assessment',
    nameLists: 'Lists of names',
    title: 'title of the issue',
    analysis: 'analysis',
    limitations: 'limitations of the agency',
    text: 'its text',
    period: 'period',
    owners: 'owners',
    summary: 'summary of what was done',
    outcome: 'outcome',
  },
  ofIssue: (issue, part) => `Issue ${issue}, ${part}`,
  ofMeasure: (issue, measure, part) => `Issue ${issue}, measure ${measure}, ${part}`,
  partInIssue: (part) => capital(part),
  measureInIssue: (measure, part) => `Measure ${measure}, ${part}`,
  outcomeInIssue: (outcome, part) => `${capital(part)} ${outcome}`,
  ofOutcome: (issue, outcome, part) => `Issue ${issue}, ${part} ${outcome}`,
  report: (year) => `Report of fiscal year B.E. ${year}`,
  inReport: (place, year) => `${place}, report of fiscal year B.E. ${year}`,
  declaredNone: 'The report declares that there is none, and says who declared it and when.',
  evidence: (count) => `${pieces(count)}.`,
  evidenceAndConfidential: (count, confidential) =>
    `${pieces(count)}, and ${confidential} more that ${confidential === 1 ? 'is' : 'are'} not disclosed.`,
  confidentialOnly: (count) => `${pieces(count)} that ${count === 1 ? 'is' : 'are'} not disclosed.`,
  noEvidence: 'No evidence was attached when it was published.',
  noOwnEvidence: 'Written in the program; no evidence is attached to this part by itself.',
  scores: (count) => `Quotes ${counted(count, 'score', 'scores')} imported from a file of results.`,
  fromFile: (fileName) =>
    `This text was brought in with the whole file ${fileName}; no evidence of it and nobody who handed it in is on record.`,
  beforeProofs:
    'This report was published without a record of what each text rests on; its evidence and who handed it in are not known.',
  empty: 'The report has no text here.',
  approved: (count) =>
    `This very content was approved in every step, by ${counted(count, 'resolution', 'resolutions')}.`,
  approvalUnknown:
    'This report was published before there was a chain of approval in the program: no resolution is bound to this content.',
  measuresSame: 'The measures of the report are those that were approved.',
  measuresChanged: 'The measures of the report are not those that were approved.',
  measuresUnknown: 'No resolution in the program is bound to the measures of this year.',
  approvalWithdrawn: 'A resolution was withdrawn after publication.',
}
