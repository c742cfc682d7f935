import type { TextOf } from '../../../../i18n/language.ts'
import type { reportPartsTh } from './report-parts.th.ts'

export type ReportPartsText = TextOf<typeof reportPartsTh>

export const reportPartsEn: ReportPartsText = {
  resolutions: {
    title: 'Resolutions that the report mentions',
    lead: 'Those that stand on the cover or in the background. They are compared with the periods of the measures and with the recorded resolutions.',
    none: 'The report mentions no resolution yet. Add recorded ones, or fill in the first below.',
    row: (number) => `Resolution ${number}`,
    newRow: 'Add a resolution',
    body: 'Body',
    number: 'Number of the meeting',
    numberHint: 'For example 9/2567',
    day: 'Day of the meeting',
    dayHint: 'For example 7 Nov 2024 or 7/11/2567',
    wording: 'What the report says',
    about: 'About',
    abouts: { measures: 'The measures of the year', report: 'This report', other: 'Something else' },
    place: 'Place in the report',
    parts: {
      cover: 'Cover',
      background: 'Background',
      summary: 'Summary of the work',
      outcome: 'Outcome',
    },
    inIssue: (part, issue, measure) =>
      measure === null ? `${part}, issue ${issue}` : `${part}, issue ${issue}, measure ${measure}`,
    remove: 'Take this resolution out of the report',
    save: 'Save the resolutions',
    cited: (body, number, day) => `${body}, meeting ${number} (${day})`,
  },
  offers: {
    title: 'Add recorded resolutions',
    lead: 'Resolutions of the year that are recorded and that the report does not mention yet.',
    warning:
      'A resolution that approves the report is shown beside it when it is published. To write it into the report after the approval changes the content, which then has to go before the meeting again.',
    take: 'Add the chosen resolutions',
  },
  lists: {
    title: 'Lists of names',
    lead: 'Lists at the end of the report, such as advisers and authors.',
    none: 'The report has no list of names yet. Fill in the first below.',
    row: (number) => `List ${number}`,
    newRow: 'Add a list of names',
    heading: 'Name of the list',
    headingHint: 'As it is to be printed, in Thai',
    people: 'People, one on each line',
    peopleHint: 'Written as: name | position. A number may stand before the name, as in: 1. name | position',
    remove: 'Take this list out of the report',
    save: 'Save the lists',
    counted: (heading, people) => `${heading} (${people} ${people === 1 ? 'person' : 'people'})`,
  },
  criteria: {
    title: 'Box of criteria',
    lead: 'The box that quotes the rule of the item that the report answers. Empty all its fields to have none.',
    heading: 'Heading of the box',
    body: 'Text of the rule',
    scoringHeading: 'Heading of the scoring (optional)',
    scoring: 'Scoring (optional)',
    save: 'Save the box',
  },
}
