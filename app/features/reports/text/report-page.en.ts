import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { reportPageTh } from './report-page.th.ts'

export type ReportPageText = TextOf<typeof reportPageTh>

export const reportPageEn: ReportPageText = {
  fiscalYear: (year) => `Fiscal year ${year} (B.E.)`,
  contents: 'On this page',
  downloads: 'Download the report',
  formats: {
    pdf: 'PDF to print and to keep',
    docx: 'DOCX to edit',
    html: 'HTML, one file for any device',
    xlsx: 'XLSX, measures and scores',
    csv: 'CSV, open data',
    json: 'JSON, the data itself',
  },
  about: 'About this document',
  contentHash: 'Content hash (SHA-256)',
  version: 'Version',
  approval: 'Resolutions mentioned',
  noResolutions: 'The report mentions none',
  verdict: 'Completeness',
  verdictLink: (code, year, score) => `Item ${code} of ${year} scores ${score}`,
  noRuleLink: (code, year) => `Item ${code} of ${year} has no rule yet`,
  checkCopy: 'The JSON file has the content hash as its own hash: check a copy with the command sha256sum.',
  findings: 'Points to check',
  findingsCount: (count) => plural(count, 'point to check', 'points to check'),
  issueTitle: (number, title) => `Issue ${number} ${title}`,
  analysis: 'Analysis',
  limitations: 'Limitations of the agency in the ITA assessment',
  citedItems: 'Items cited, and where each subject stands in every year',
  citedLead:
    'Item numbers change from year to year. This table follows the subject across the frameworks: – means that the year does not ask it, ? that the sources at hand do not say.',
  citedItem: 'Item cited',
  meaning: 'Meaning',
  notAsked: 'not asked',
  notKnown: 'not known',
  certainty: 'Certainty',
  certaintyInferred: 'inferred from sources',
  certaintyUnverified: 'unverified',
  measures: 'Measures and their results',
  outcomes: 'Outcomes',
  absence: 'Nothing occurred',
  completion: 'All carried out',
  previous: 'Previous issue',
  next: 'Next issue',
  allIssues: 'All issues',
  nearbyIssues: 'Previous and next issue',
  size: (kilobytes) => `${kilobytes} kB`,
  fileHashes: 'Hash of each file (SHA-256)',
  filesUnavailable:
    'The documents are being made; open this page again in a moment. The content below is complete.',
}
