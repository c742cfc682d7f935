import type { TextOf } from '../../../../i18n/language.ts'
import type { rosterTh } from './roster.th.ts'

export type RosterText = TextOf<typeof rosterTh>

export const rosterEn: RosterText = {
  sheet: 'Roster',
  fileName: 'roster',
  heads: {
    name: 'Name',
    email: 'Email',
    positionTitle: 'Position title',
    unitCode: 'Unit code',
    unitName: 'Unit name',
    parentUnitCode: 'Parent unit code',
    roles: 'Roles',
    from: 'From',
    to: 'To',
    language: 'Language',
    agencyCode: 'Agency code',
  },
  languages: { th: 'Thai', en: 'English' },
  cellFaults: {
    'roster.formula': () =>
      'This cell is a formula, and formulas are not calculated here. Paste values only and save the file again.',
    'roster.unknown-column': (value) =>
      `The head "${value}" is not known. Use the heads of the template, or delete the column.`,
    'roster.column-twice': (value, other) =>
      `The head "${value}" stands in column ${other} already. Delete one of the two.`,
    'roster.no-head': () =>
      'There is no row of heads. Use the template, whose first row has heads such as Name and Email.',
    'roster.no-rows': () => 'Nothing stands below the heads. Fill in at least one row and import again.',
    'roster.other-agency': (value, other) =>
      `This row is of the agency "${value}", but the import is into "${other}". Delete the row, or import it there.`,
    'roster.no-name': () => 'There is no name. Give first name and family name.',
    'roster.too-long': (_value, other) => `The text is too long. Use at most ${other} characters.`,
    'roster.bad-email': (value) =>
      `"${value}" is not an e-mail address. Check it, for example name@agency.go.th.`,
    'roster.email-twice': (value, other) =>
      `The address ${value} stands in row ${other} already. Use one row for a person, and put ; between several roles.`,
    'roster.person-twice': (value, other) =>
      `"${value}" stands in row ${other} already. Make one row of both; if they are two people, give different addresses or positions.`,
    'roster.person-ambiguous': (value) =>
      `There is more than one person called "${value}". Give the e-mail address.`,
    'roster.person-disabled': (value) => `"${value}" is disabled. Enable them first, or delete the row.`,
    'roster.unknown-unit': (value) =>
      `There is no unit with the code "${value}". Correct the code, or give the name of the unit to found it.`,
    'roster.unit-ambiguous': (value) => `More than one unit is called "${value}". Give the code of the unit.`,
    'roster.unit-two-names': (value, other) =>
      `The unit name "${value}" is not "${other}", which this file gives for the same code. Use one name in every row.`,
    'roster.unit-two-parents': (value, other) =>
      `The parent "${value}" is not that of row ${other} for the same unit. Use one parent in every row.`,
    'roster.unknown-parent': (value) =>
      `There is no parent unit "${value}". Correct the code, or add a row of that unit with its name.`,
    'roster.parent-without-unit': () =>
      'There is a parent but no unit. Give the code or the name of the unit in this row.',
    'roster.unit-circle': (value) =>
      `The parent "${value}" stands below this unit itself. Choose another parent.`,
    'roster.unknown-role': (value) =>
      `There is no role "${value}". Use the names on this page, and put ; between several.`,
    'roster.role-without-unit': () =>
      'A measure owner needs a unit. Give the unit code in this row, or write "unit-owner: CSR".',
    'roster.bad-date': (value) =>
      `"${value}" is not a date. Write, for example, 1 Oct 2024, 1/10/2567 or 2024-10-01.`,
    'roster.end-before-start': (value, other) =>
      `The last day ${value} is before the first day ${other}. Check both.`,
    'roster.past': (value) =>
      `The last day ${value} has passed. Give today or a later day, or take the role out of the row.`,
    'roster.from-differs': (value, other) =>
      `The person holds this role since ${other}, not ${value}. Leave the cell empty, or give that day.`,
    'roster.days-without-role': () => 'There is a date but no role. Give the role, or delete the date.',
    'roster.unknown-language': (value) => `There is no language "${value}". Give Thai or English.`,
    'roster.last-administrator': () =>
      'The agency needs an administrator on every day. First grant somebody else the role of administrator without a last day.',
  },
  fileFaults: {
    'roster.no-file': 'No file was chosen. Choose an XLSX or CSV file.',
    'roster.unknown-format':
      'This kind of file cannot be read. Save it as XLSX or CSV (UTF-8) and import it again.',
    'roster.damaged-file':
      'The file is damaged or not whole. Open it in Excel, save it anew, and import it again.',
    'roster.archive-bomb':
      'This file is not opened, because it may be dangerous. Copy the table alone into a new file and import that.',
    'roster.too-large':
      'The file is larger than 1 MB or has more than 5,000 rows. Divide it and import one file after the other.',
    'roster.table-too-large':
      'The table is too large. Delete the rows and columns beyond the roster and import it again.',
    'roster.unknown-encoding':
      'The encoding of the file is not known. Save it as CSV UTF-8 and import it again.',
    'roster.changed-since':
      'What the agency holds has changed since the file was checked. Check the list below again and confirm it.',
    'roster.refused':
      'This file cannot be imported yet. Correct what is listed below and choose the file again. Nothing was changed.',
  },
}
