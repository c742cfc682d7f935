import type { TextOf } from '../../../../i18n/language.ts'
import type { publishingRefusalTh } from './publishing-refusal.th.ts'

export const publishingRefusalEn: TextOf<typeof publishingRefusalTh> = {
  'year.not-open': 'This year is not open yet. Open it first',
  'publish.changed-since':
    'The work of the year has changed since this page was opened. Read the report as it is now, below, and confirm again',
  'publish.below-hundred':
    'The report does not score 100 yet. To publish it as it is, tick the box that says so',
  'publish.not-storable':
    'The report holds a year or a text that cannot be kept. Check the year of the results and text pasted from other programs',
  'publication.not-approved':
    'This content has not passed every step of its chain of approval, so it cannot be published. The steps that are lacking stand below',
}
