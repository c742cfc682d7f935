import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { resultImportTh } from './result-import.th.ts'

export const resultImportEn: TextOf<typeof resultImportTh> = {
  title: 'Import results',
  lead: 'Bring results in from the file as you have it. The program reads the columns first, then shows what would happen for you to check and confirm.',
  errorTitle: 'Not imported yet',
  importTitle: 'Choose a file of results',
  file: 'File of results (XLSX, CSV or JSON)',
  fileHint: 'At most 5 MB. Heads in Thai or English.',
  of: 'The file has results of',
  ofWhom: { scores: 'this agency', peers: 'other agencies (a table of published results)' },
  sourceNote: 'Where the results come from',
  sourceNoteHint: 'For example: ITAS, announced on 2 August 2024 (optional)',
  check: 'Read the file',
  ruleTitle: 'How to prepare the file',
  rules: {
    shape: 'One row a score (year, item, score), or one row an agency in which each column is one figure',
    item: 'Items as that year writes them, such as i1, e11, O28; indicators by number or title',
    value:
      'Scores of items and indicators have at most two decimal places, totals and instruments at most ten. No commas in scores.',
    gap: 'An empty cell, a dash (-) or “no data” is no score, and not zero',
    formula: 'Formulas are not read; paste values only',
    correct: 'A score that is here and differs from the file is kept, and the new one takes its place',
  },
  notKept: 'The file you chose was not kept. Please choose it again.',
  gone: 'The file that waited is no longer here: it was imported or cancelled, or it waited for more than a day. See the imports below, or choose the file again.',
  imported: (added, corrected) => `Imported: ${added} added, ${corrected} corrected`,
  seeResults: 'See the results by year',
  dropped: 'The file was cancelled. No result was saved.',
  renamed: 'Renamed',
  removed: 'Removed',
  listTitle: 'Files imported',
  listEmpty: 'No file was imported yet',
  columns: {
    file: 'File',
    day: 'Imported on',
    by: 'By',
    source: 'Source',
    counts: 'Figures',
    read: 'How it was read',
  },
  counts: (brought, standing) =>
    plural(brought, 'figure') + (brought === standing ? '' : `, ${standing} still in use`),
  hash: 'SHA-256 hash',
  ofAnswers: 'Computed from survey answers kept here',
  readBefore: 'Not recorded',
  howRead: 'Columns read',
  mappingsTitle: 'Saved readings',
  mappingsLead:
    'Files with the same heads are read this way. The year of a file is not remembered; it is asked each time.',
  mappingColumns: { name: 'Name', day: 'Saved on', by: 'By', act: 'Actions' },
  ofPeers: 'other agencies',
  name: 'Name of this reading',
  rename: 'Rename',
  remove: 'Remove',
  removeAsk: 'Remove this reading? Results that were imported stay as they are.',
}
