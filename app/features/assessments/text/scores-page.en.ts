import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { scoresPageTh } from './scores-page.th.ts'

export const scoresPageEn: TextOf<typeof scoresPageTh> = {
  title: 'Results of the assessment',
  lead: 'Scores as they were imported, each with its source. Analyses and outcomes quote them, so no figure is typed twice.',
  emptyTitle: 'No results yet',
  emptyBody:
    'An outcome can compare two years once the scores of both are here. Prepare a file with one row a score, then import it below.',
  errorTitle: 'Not imported yet',
  importTitle: 'Import results',
  file: 'File of results (XLSX or CSV)',
  fileHint: 'At most 1 MB. Heads in Thai or English.',
  sourceNote: 'Where the scores come from',
  sourceNoteHint: 'For example: ITAS, announced on 2 August 2024 (optional)',
  check: 'Check the file',
  ruleTitle: 'How to prepare the file',
  rules: {
    columns: 'Columns needed: Year, Item, Score; you may add: Answered, Required',
    item: 'Items as that year writes them, such as i1, e11, O28, or an indicator as ind6. Every row has its own year.',
    value: 'Scores are of 100, with at most two decimal places',
    correct: 'A score that is here and differs from the file is kept, and the new one takes its place',
  },
  previewTitle: 'Checked, nothing is wrong',
  previewLead: (file, rows) =>
    `${file} has ${plural(rows, 'score')}. When you confirm, exactly this is done.`,
  nothing: 'Every score is as it is here already; there is nothing to import.',
  counts: (added, corrected, unchanged) => `${added} added, ${corrected} corrected, ${unchanged} unchanged`,
  confirm: 'Confirm the import',
  otherFile: 'Choose another file',
  imported: (added, corrected) => `Imported: ${added} added, ${corrected} corrected`,
  notKept: 'The file you chose was not kept. Please choose it again.',
  faultCount: (count, shown) =>
    plural(count, 'cell to correct', 'cells to correct') +
    (count > shown ? `, the first ${shown} shown` : ''),
  faultColumns: { cell: 'Cell', fault: 'What to correct' },
  place: (sheet, cell) => (sheet === null ? `Cell ${cell}` : `Sheet ${sheet}, cell ${cell}`),
  tableTitle: (year) => `ITA scores of ${year}`,
  years: 'Framework year',
  columns: { item: 'Item', title: 'Title', value: 'Score', n: 'Answered', source: 'Source', was: 'Before' },
  answered: (answered, required) => (required === null ? `${answered}` : `${answered} of ${required}`),
  source: (file, row, day) => `${file}, row ${row}, imported ${day}`,
  heads: { year: 'Year', item: 'Item', value: 'Score', nAnswered: 'Answered', nRequired: 'Required' },
  fileFaults: {
    'score.no-file': 'There is no file, or it is empty. Please choose a file of results.',
    'score.unknown-format': 'This file is neither XLSX nor CSV. Please save it as one of them and try again.',
    'score.damaged-file': 'The file cannot be opened; it may be damaged. Please save it anew and try again.',
    'score.archive-bomb': 'Unpacked, this file would be unusually large, so it is not opened.',
    'score.too-large': 'The file is too large. Please use at most 1 MB and 20,000 rows.',
    'score.table-too-large': 'The table is too wide. Please delete the columns that are not used.',
    'score.unknown-encoding': 'The letters of this file cannot be read. Please save it as CSV UTF-8 or XLSX.',
    'score.refused': 'Some cells must be corrected. No score was saved.',
    'score.changed-since':
      'The scores here changed after the file was checked. Please look at the new list and confirm again.',
  },
  cellFaults: {
    'score.no-head': () => 'There is no row of heads. Please put Year, Item, Score into the first row.',
    'score.no-column': (value) => `There is no column “${value}”`,
    'score.no-rows': () => 'There is no score below the heads',
    'score.formula': () =>
      'This cell is a formula, and formulas are not calculated. Please paste values only.',
    'score.bad-year': (value) =>
      `“${value}” is not a year. Please write one of the Buddhist era, such as 2567.`,
    'score.unknown-item': (value, other) =>
      `The framework of ${other} has no item “${value}”. Please check the code of that year.`,
    'score.no-value': () => 'There is no score. If the item has none, please delete the row.',
    'score.bad-value': (value) => `“${value}” is not a number`,
    'score.out-of-range': (value) => `“${value}” is not between 0 and 100`,
    'score.too-precise': (value) =>
      `“${value}” has more than two decimal places. Please use the value as announced.`,
    'score.bad-count': (value) => `“${value}” is not a number of people`,
    'score.twice': (value, other) => `Item ${value} is in row ${other} already`,
  },
}
