import type { TextOf } from '../../../../i18n/language.ts'
import type { matterTh } from './matter.th.ts'

export const matterEn: TextOf<typeof matterTh> = {
  report: (year) => `Report on integrity and transparency, fiscal year ${year} B.E.`,
  measures: (year) => `Measures for integrity and transparency, fiscal year ${year} B.E.`,
  years: 'Fiscal year, year of the results, and item answered',
  agency: 'Agency',
  cover: 'Cover',
  background: 'Background',
  criteria: 'Criteria',
  units: 'Units concerned',
  nameLists: 'Authors',
  resolutions: 'Resolutions that the report mentions',
  order: 'Order of the issues',
  other: 'Other parts of the report',
  issue: (issue, part) => `Issue ${issue}, ${part}`,
  measure: (issue, measure, part) => `Issue ${issue}, measure ${measure}, ${part}`,
  outcome: (issue, outcome) => `Issue ${issue}, outcome ${outcome}`,
  parts: {
    title: 'title',
    analysis: 'analysis',
    limitations: 'limitations',
    measures: 'order of the measures',
    text: 'measure',
    period: 'period',
    owners: 'owners',
    summary: 'summary',
  },
  missing: '(not filled in)',
  none: (by, day) => `none (stated by ${by} on ${day})`,
}
