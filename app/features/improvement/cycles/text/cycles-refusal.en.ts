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
    'The text cites an item that the framework of that year does not have. Check its code and year',
  'resolution.no-body': 'Write the name of the body that met',
  'resolution.no-number': 'Write the number of the meeting, such as 9/2567',
  'resolution.bad-day': 'This day cannot be read. Write it as 7 Nov 2024 or 7/11/2567',
  'resolution.no-wording': 'Write what the report says of this resolution',
  'resolution.long-text': 'This text is too long. Write less',
  'resolution.too-many': 'A report mentions at most 50 resolutions',
  'resolution.nothing-chosen': 'No resolution is chosen. Choose at least one',
  'names.no-heading': 'Write what the list of names is called',
  'names.nobody': 'Write at least one person, or take the list out',
  'names.no-name': 'A line has no name. Write it before the sign |',
  'names.too-many': 'A list has at most 300 people',
  'names.too-many-lists': 'A report has at most 20 lists of names',
  'criteria.no-heading': 'Write the heading of the box, or empty all its fields to take it out',
  'year.changed-since':
    'The work of the year has changed since this page was opened. Open it again and check before saving',
}
