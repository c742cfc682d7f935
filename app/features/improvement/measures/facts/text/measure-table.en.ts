import type { TextOf } from '../../../../../i18n/language.ts'
import { plural } from '../../../../../kernel/plural.ts'
import type { measureTableTh } from './measure-table.th.ts'

export type MeasureTableText = TextOf<typeof measureTableTh>

export const measureTableEn: MeasureTableText = {
  title: (issue) => `Measures of issue ${issue}`,
  lead: 'Edit the cells and save the whole table at once. The empty last row adds a measure.',
  leadReport:
    'Write the summary of measures of your unit in the table. The ITA coordinator changes the other cells.',
  leadRead: 'All measures of this issue',
  toIssue: 'Back to the issue',
  toSheet: 'Import or export as XLSX',
  caption: (issue) => `Measures of issue ${issue}`,
  number: 'No.',
  rowName: (number) => `measure ${number}`,
  newRow: 'new measure',
  newShort: 'New',
  state: 'State',
  cell: (column, row) => `${column}, ${row}`,
  due: 'Hand in by',
  dueIsEnd: (day) => `Not set: the last day, ${day}`,
  printed: (written) => `The report prints “${written}”`,
  evidence: (count) =>
    count === 0 ? 'No evidence yet' : plural(count, 'piece of evidence', 'pieces of evidence'),
  open: 'Open the measure',
  edit: 'Edit all fields',
  editOf: (row) => `Edit all fields of ${row}`,
  missing: 'Not filled in',
  none: 'Declared none',
  save: 'Save the whole table',
  help: 'How to fill it in, and keys',
  helpDates:
    'Days and months are written for example Jan 2024, 15/3/2567 or 2024-03-15. A month means its first or its last day.',
  helpOwners: 'Owners are codes or names of units, with commas between them.',
  helpText: 'Texts take **bold**, lists that begin with “- ”, and items cited as [[o28]].',
  helpKeys:
    'Alt with an arrow moves to the next cell, Ctrl with an arrow up or down to the next row, Enter in a cell of one line moves down, Ctrl+S saves.',
  noUnits: 'There are no units yet. Please ask the administrator to found them first.',
  errorTitle: 'The table was not saved. Please correct the following and save again',
  rowError: (row, error) => `${row}: ${error}`,
  clash: (row) => `${row}: somebody changed the same cell before you. Please choose which text stands`,
  clashBy: (name, at) => `${name} changed it on ${at}`,
  theirs: 'Use what was saved',
  mine: 'Use mine',
  empty: 'Empty',
  kept: 'What you typed before you were signed out is still here. Please check and save it.',
  emptyTitle: 'This issue has no measures yet',
  emptyBody:
    'A measure is what the agency will do about the issue. The report needs its period, its owners and a summary. Type the first one into the row below.',
  emptyRead: 'The ITA coordinator has not set any measures of this issue yet.',
  order: 'Reorder measures or take one out',
  orderHint: 'Save the table before you reorder. What was not saved stays in your draft.',
  up: (row) => `Move ${row} up`,
  down: (row) => `Move ${row} down`,
  remove: 'Take out',
  removeOf: (row) => `Take out ${row}`,
  undo: 'Bring back',
  done: {
    saved: 'The table was saved',
    same: 'Nothing was different, so nothing was changed',
    moved: 'The measure was moved',
    removed: 'The measure was taken out. All of it is kept',
    restored: 'The measure was brought back',
  },
  script: {
    unsaved: 'There are changes that are not saved',
    saving: 'Saving',
    saved: 'Saved',
    same: 'Nothing has changed',
    away: 'The program cannot be reached. Your text is still on this page; please check the connection and save again',
  },
}
