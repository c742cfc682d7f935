import type { TextOf } from '../../../../i18n/language.ts'
import type { cyclesRefusalTh } from './cycles-refusal.th.ts'

export const cyclesRefusalEn: TextOf<typeof cyclesRefusalTh> = {
  'year.unreadable': 'This year cannot be read. Write a Buddhist-era year such as 2568 or 68',
  'year.open-already': 'This year is open already. Choose it from the list',
  'year.not-open': 'This year is not open yet. Open it first',
  'year.not-saved':
    'No report of this year was imported or published that could be worked on. Open an empty year instead',
  'year.nothing-to-copy': 'The year to copy from has neither work nor a report. Choose another year',
  'year.same': 'The year to copy from and the year to copy into must differ',
  'copy.nothing-chosen': 'No issue is chosen. Choose at least one that the new year does not have yet',
  'item.unknown': 'This item is in no framework that the program knows. Choose one from the list',
  'item.none': 'No framework that the program knows asks for a report on measures. Import a framework first',
  'cover.no-title': 'Write the title of the report',
  'cover.no-agency-line': 'Write the line that names the agency',
  'cover.no-year-line': 'Write the line that names the fiscal year',
  'cover.long-line': 'This line is too long. Write at most 300 characters',
  'background.unknown-item':
    'The background cites an item that the framework of that year does not have. Check its code and year',
  'year.changed-since':
    'The work of the year has changed since this page was opened. Open it again and check before saving',
}
