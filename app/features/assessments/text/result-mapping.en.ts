import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { resultMappingTh } from './result-mapping.th.ts'

export const resultMappingEn: TextOf<typeof resultMappingTh> = {
  title: 'Read the columns and check before importing',
  lead: (file) => `${file} waits to be confirmed. No result was saved yet.`,
  waits: 'The file is kept here for a day at most.',
  sourceNote: (note) => `Source: ${note}`,
  mapTitle: '1. What each column is',
  mapLead: 'Read from heads and values. Change what is not right, then choose “Read again like this”.',
  mapColumns: { head: 'Head', values: 'First values', means: 'Is' },
  meansOf: (head) => `Column “${head}” is`,
  meanings: {
    nothing: 'Not used',
    agencyName: 'Name of the agency',
    agencyCode: 'Code of the agency',
    agencyKind: 'Kind of agency',
    ministry: 'Ministry',
    province: 'Province',
    year: 'Year',
    instrument: 'Instrument (where no item is named)',
    item: 'Item or indicator',
    value: 'Score of the row',
    nAnswered: 'How many answered',
    nRequired: 'How many had to answer',
    level: 'Level of the result',
  },
  groups: {
    table: 'About the row',
    whole: 'Total and instruments',
    indicators: 'Scores of indicators',
    items: 'Scores of items',
  },
  parts: { IIT: 'IIT', EIT: 'EIT', OIT: 'OIT', total: 'Total', level: 'Level' },
  indicator: (number) => `Indicator ${number}`,
  year: 'Framework year',
  yearHint: 'For rows without a year of their own, such as 2567. Leave empty where every row has one.',
  badYear: (typed) => `“${typed}” is not a year. Please write one such as 2567.`,
  scale: 'What instruments (IIT, EIT, OIT) are out of',
  scales: {
    auto: (now) => (now === '' ? 'Let the program find out' : `Let the program find out (it reads: ${now})`),
    weighted: 'weighted (30, 30, 40)',
    'of-100': 'of 100 each',
  },
  agency: 'Your agency in the file',
  agencyAny: 'Not chosen yet',
  agencyAll: 'All agencies',
  fillDown: 'A blank agency, year or instrument is that of the row above',
  fillDownHint: 'For tables made from merged cells',
  levelTitle: 'Words for levels',
  levelOf: (word) => `“${word}” is the level`,
  levelNone: 'Not chosen yet',
  again: 'Read again like this',
  firstTitle: 'First figures read',
  firstCount: (shown, all) => `${shown} of ${plural(all, 'figure')} shown`,
  firstColumns: { row: 'Row', agency: 'Agency', year: 'Year', figure: 'Score of', value: 'Value' },
  outOf: (value, most) => `${value} of ${most}`,
  saveTitle: 'Keep this reading for the next file',
  name: 'Name of this reading',
  nameHint: 'For example: results of ITAS by indicator',
  noName: 'Please give it a name',
  save: 'Keep the reading',
  saved: 'Kept. The next file with these heads is read like this.',
  errorTitle: 'Not imported yet',
  faultCount: (count, shown) =>
    plural(count, 'cell to correct', 'cells to correct') +
    (count > shown ? `, the first ${shown} shown` : ''),
  faultColumns: { cell: 'Cell', fault: 'What to correct' },
  place: (sheet, cell) => (sheet === null ? `Cell ${cell}` : `Sheet ${sheet}, cell ${cell}`),
  record: (name, row, head) => `${name === null ? '' : `${name}, `}entry ${row}, key ${head}`,
  previewTitle: '2. What happens when you confirm',
  counts: (added, corrected, unchanged, gaps) =>
    `${added} added, ${corrected} corrected, ${unchanged} unchanged, ${plural(gaps, 'cell')} without a score`,
  nothing: 'Every figure is as it is here already; there is nothing to import.',
  changes: 'Figures added or corrected',
  changeColumns: { year: 'Year', figure: 'Score of', change: 'Change', was: 'Before', value: 'New' },
  kinds: { added: 'Added', corrected: 'Corrected' },
  moreChanges: (shown, all) => `${shown} of ${plural(all, 'figure')} shown`,
  recomputedTitle: (year) => `Computed again, ${year}`,
  recomputedColumns: { figure: 'Score of', printed: 'As printed', computed: 'Computed', state: 'Check' },
  agrees: 'Agrees',
  differs: (by) => `Differs by ${by}`,
  differsLevel: 'Differs',
  rounding: (by) => `Differs by ${by}, perhaps by rounding`,
  notComputed: (known, parts) => `Not computed: ${known} of ${parts} parts are known`,
  notPrinted: 'Not in the file',
  mismatches: (count) =>
    count === 0
      ? 'Everything that can be computed again agrees with what is printed'
      : `${plural(count, 'figure')} computed again differ from what is printed. Please check the source.`,
  nothingCompared: 'No figure is both printed and computed yet, so nothing can be compared',
  noParts: 'No items to compute from',
  unverified: 'unverified',
  blocked: 'Not possible yet. Please see to what is said above first.',
  cannotRecompute: 'The framework of this year states no way of computing, so nothing is computed again',
  confirm: 'Confirm the import',
  drop: 'Cancel this file',
  peersCounts: (added, corrected, unchanged) =>
    `Results of agencies: ${added} added, ${corrected} corrected, ${unchanged} unchanged`,
  fileFaults: {
    'figures.no-file': 'There is no file, or it is empty. Please choose a file of results.',
    'figures.unknown-format':
      'This file is not XLSX, CSV or JSON. Please save it as one of them and try again.',
    'figures.damaged-file':
      'The file cannot be opened; it may be damaged. Please save it anew and try again.',
    'figures.archive-bomb': 'Unpacked, this file would be unusually large, so it is not opened.',
    'figures.too-large': 'The file is too large. Please use at most 5 MB and 120,000 rows.',
    'figures.table-too-large':
      'The table is too wide or nested too deep. Please delete columns that are not used.',
    'figures.unknown-encoding':
      'The letters of this file cannot be read. Please save it as CSV UTF-8 or XLSX.',
    'figures.no-table': 'There is no table with heads in this file',
    'figures.no-columns':
      'Please choose at least one column of scores, and where each row is one score, the column of items',
    'figures.no-rows': 'There is no score below the heads, or no row of the agency chosen',
    'figures.ask-year': 'The file has no column of years. Please write the framework year.',
    'figures.ask-agency': 'The file has several agencies. Please choose yours.',
    'figures.ask-scale':
      'The file does not tell whether scores of instruments are weighted or of 100. Please choose.',
    'figures.refused': 'Some cells must be corrected. No result was saved.',
    'score.changed-since':
      'The results here changed after the file was checked. Please look at the new list and confirm again.',
    'upload.gone': 'The file that waited is no longer here. Please choose it again.',
  },
  cellFaults: {
    'figure.formula': () =>
      'This cell is a formula, and formulas are not calculated. Please paste values only.',
    'figure.no-year': () => 'This row has no year. Please fill it in, or say the year of the file.',
    'figure.bad-year': (value) => `“${value}” is not a year. Please write one such as 2567.`,
    'figure.no-framework': (_value, other) => `The framework of ${other} is not known here`,
    'figure.no-agency': () => 'This row names no agency',
    'figure.no-item': () => 'There is a score, but no item or indicator',
    'figure.unknown-item': (value, other) =>
      `The framework of ${other} has no item “${value}”, or number and title do not agree`,
    'figure.bad-value': (value) => `“${value}” is not a number`,
    'figure.out-of-range': (value, other) => `“${value}” is not between 0 and ${other}`,
    'figure.too-precise': (value) =>
      `“${value}” has too many decimal places. Please use the value as announced.`,
    'figure.bad-count': (value) => `“${value}” is not a number of people`,
    'figure.unknown-level': (value, other) =>
      `“${value}” is no level of the framework of ${other}. Please choose the one it is.`,
    'figure.twice': (value, other) => `${value} is in row ${other} already`,
  },
}
