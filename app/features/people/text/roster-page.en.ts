import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { rosterPageTh } from './roster-page.th.ts'

export type RosterPageText = TextOf<typeof rosterPageTh>

export const rosterPageEn: RosterPageText = {
  title: 'Roster',
  lead: 'People, units and roles come in from an Excel or CSV file. The file is checked and what would change is shown before anything is done.',
  errorTitle: 'Not imported yet',
  importTitle: 'Import',
  file: 'Roster (XLSX or CSV)',
  fileHint: 'At most 1 MB and 5,000 rows, with heads in Thai or English',
  check: 'Check the file',
  ruleTitle: 'How to fill in the file',
  rules: {
    row: 'One row for a person; several roles are divided by ; and a row that holds a unit alone founds it',
    optional: 'Columns may be left out, and an empty cell changes nothing',
    never: 'An import adds and changes. It removes no person and no unit, and takes no role away',
    unit: 'A unit code that is not known needs the name of the unit, and the unit is founded',
    dates: 'Dates as 1 Oct 2024, 1/10/2567 or 2024-10-01',
    roles: 'Roles that can be named',
  },
  template: 'Empty template (XLSX)',
  exportTitle: 'Export',
  exportLead:
    'Everybody who is not disabled, with the roles that hold or will hold. The file can be changed and imported again. Every export is in the audit log.',
  exportXlsx: 'Export XLSX',
  exportCsv: 'Export CSV',
  faultCount: (count, shown) =>
    count > shown
      ? `${plural(count, 'cell')} to correct, the first ${shown} are shown`
      : `${plural(count, 'cell')} to correct`,
  faultColumns: { cell: 'Cell', fault: 'What to correct' },
  sheetCell: (sheet, cell) => `Sheet ${sheet}, cell ${cell}`,
  cell: (cell) => `Cell ${cell}`,
  previewTitle: 'Checked, and nothing is wrong',
  previewLead: (file, rows) =>
    `${file} has ${plural(rows, 'row')}. Once you confirm, this is done and nothing else.`,
  nothing: 'Every row is as it is here already: there is nothing to import.',
  counts: { founded: 'new', changed: 'changed', unchanged: 'unchanged' },
  units: 'Units',
  persons: 'People',
  planColumns: { kind: 'What is done', what: 'To what', detail: 'Detail' },
  kinds: { founded: 'add', changed: 'change' },
  fields: {
    code: 'code',
    nameTh: 'name',
    nameEn: 'English name',
    parentId: 'parent unit',
    name: 'name',
    email: 'e-mail address',
    positionTitle: 'position',
    unitId: 'unit',
    lang: 'language',
  },
  changedFields: (fields) => `change ${fields}`,
  newRole: (role, days) => `grant ${role} ${days}`,
  endedRole: (role, day) => `${role} ends ${day}`,
  daysFrom: (from) => `from ${from}`,
  daysFromTo: (from, to) => `${from} to ${to}`,
  invites: 'Write to new people who have an e-mail address',
  invitesHint:
    'The link is good once and for 7 days. Otherwise they can be invited later from the page of each person',
  confirm: 'Confirm the import',
  otherFile: 'Choose another file',
  imported: (units, persons, invited) =>
    `Imported: ${plural(units, 'unit')}, ${plural(persons, 'person', 'people')}, ${plural(invited, 'invitation')} sent`,
  toPeople: 'See the people',
}
