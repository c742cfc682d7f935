import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { importTh } from './import.th.ts'

export type ImportText = TextOf<typeof importTh>

const counted = (number: number) => number.toLocaleString('en')
const also = (what: string) => (what ? ` (${what})` : '')

export const importEn: ImportText = {
  notes: {
    linesJoined: 'Joined text that was broken over lines',
    rowsJoined: 'Joined a table row that was broken over lines',
    rowContinued: 'Joined a row without the text of a measure to the measure above it',
    unitNameJoined: (written, read) =>
      `Read the unit name “${written}” as “${read}”, as it is written elsewhere`,
    navigationDropped: 'Left out the navigation of the document',
    pageNumberDropped: 'Left out a page number',
    contentsDropped: 'Left out the table of contents',
    headingRead: 'Read as the heading of a part, not as text',
    runningTitleDropped: 'Left out the title of the report repeated at the head of a page',
    markupRemoved: (tags) => `Removed formatting marks and kept the text (${tags})`,
    pictureDropped: 'Pictures are not imported',
    controlsRemoved: 'Removed invisible control characters',
    sharedOutcome: (issue, measures) => `Issue ${issue}: one outcome cell is shared by measures ${measures}`,
    yearInAnalyses: (year) =>
      `Item numbers in the analyses are taken to be of the ITA framework of ${year}, the year of the results analysed`,
    yearInSummaries: (year) =>
      `Item numbers in the summaries are taken to be of the ITA framework of ${year}, the fiscal year of the report`,
    yearsOfScores: (before, after) =>
      `Score pairs without years are taken to be of ${before} and ${after}, single scores of ${after}`,
    labelNotMatched: (label, year) =>
      `No indicator or item of the ITA framework of ${year} is named “${label}”; it is bound to none`,
    notPlaced: 'This text belongs to no known part of a report and was not imported',
    takenAsBackground:
      'This text stands before the first issue and under no known heading; it is taken as background of the report',
    takenAsAnalysis:
      'This text stands between the title of the issue and its first heading; it is taken as the analysis of the issue',
    rangeReversed: (written) =>
      `The range “${written}” runs backwards; it is read from its lower to its higher item`,
    rangeOfTwoLetters: (written) =>
      `The range “${written}” begins and ends with different letters; it is bound to no item`,
    agencyUnknown: 'The file does not name the agency; fill it in before the report is made',
    encodingDecoded: (name) => `Decoded the characters from ${name}`,
    columnMatched: 'Read this table head as the columns of measures',
    columnLeftOut: (column) => `The column “${column}” is none of the report; its text was not imported`,
    fiscalYearRead: (written, year) => `Read the year “${written}” as fiscal year B.E. ${year}`,
    fiscalYearFromPeriods: (year) =>
      `The file names no fiscal year; B.E. ${year} is taken from the periods of the measures`,
    answersRead: (item) => `Read that the report answers item ${item}`,
    answersAssumed: (item) =>
      `The file does not say which item it answers; ${item} is taken, of the year after the fiscal year`,
    mergedCell: 'This cell is merged with the one above and has its value',
    rowShort: (found, expected) =>
      `This row has ${plural(found, 'cell')} where the head has ${expected}; text may be missing`,
    cellEmpty: (column) => `The cell “${column}” is empty`,
    periodUnread: 'The period could not be read as dates; fill this cell in again',
    issueAbsent: (issue) =>
      `The list of issues names issue ${issue}, but its text was not found; the file may be cut short`,
    issuesAnnounced: (announced, found) =>
      `The heading announces ${plural(announced, 'issue')}, but ${plural(found, 'was', 'were')} found; the file may be cut short`,
    loneNumber: 'This measure is numbered, but no other measure follows; the file may be cut short',
    issueWithoutMeasures: (issue) => `Issue ${issue} has no table of measures`,
    issueWithoutAnalysis: (issue) => `Issue ${issue} has no analysis`,
    issueWithoutLimitations: (issue) => `Issue ${issue} has no limitations, though other issues have`,
    namesAbsent: 'No names were found under this heading',
  },
  places: {
    line: (line) => `line ${line}`,
    paragraph: (paragraph) => `paragraph or row ${paragraph}`,
    row: (row) => `row ${row}`,
    rowColumn: (row, column) => `row ${row}, column ${column}`,
    cell: (sheet, cell) => `sheet ${sheet}, cell ${cell}`,
    path: (path) => `at ${path}`,
  },
  details: {
    pdf: 'PDF',
    oldOffice: 'old Word or Excel format, or protected by a password',
    otherArchive: 'an archive that is neither DOCX nor XLSX',
    binary: 'not text',
    empty: 'the file is empty',
    noYear: 'no fiscal year found',
    noFramework: (year) => `no ITA framework of ${year}`,
    megabytes: (found, limit) => `${found} MB, the limit is ${limit} MB`,
    encrypted: 'encrypted',
    elements: (found, limit) => `${counted(found)} elements or more, the limit is ${counted(limit)}`,
    nested: (limit) => `nested more than ${limit} deep`,
    grid: (rows, columns, limit) =>
      `${counted(rows)} rows × ${counted(columns)} columns, the limit is ${counted(limit)} cells`,
    merges: (cells, limit) => `${counted(cells)} merged cells or more, the limit is ${counted(limit)}`,
    lines: (found, limit) => `${counted(found)} lines or rows or more, the limit is ${counted(limit)}`,
    columns: (limit) => `more than ${counted(limit)} cells in one row`,
    characters: (limit) => `more than ${counted(limit)} characters of text`,
    values: (limit) => `more than ${counted(limit)} values`,
    unclosedQuote: 'a quotation mark is not closed',
    fewCells: (found) => `the row has ${plural(found, 'cell')}`,
  },
  refusals: {
    'import.not-a-report': (where) =>
      `${where}: no issues or tables of measures were found; choose a report with a numbered heading for each issue and five-column tables, or a table of measures with an issue column.`,
    'import.unknown-format': (where, what) =>
      `${where}: this kind of file cannot be read${also(what)}; save it as DOCX, XLSX, CSV or UTF-8 text and import it again.`,
    'import.damaged-file': (where, what) =>
      `${where}: the file is damaged or incomplete${also(what)}; open it in its own program, save it anew and import it again.`,
    'import.archive-bomb': (where, what) =>
      `${where}: this archive is not opened because it may be harmful${also(what)}; save it anew from Word or Excel.`,
    'import.too-large': (where, what) =>
      `${where}: the file is too large${also(what)}; take out pictures or split it and import it again.`,
    'import.table-too-large': (where, what) =>
      `${where}: the table is too large${also(what)}; keep only the table of measures, delete the rows and columns beyond it and import the file again.`,
    'import.unknown-encoding': (where, what) =>
      `${where}: its character encoding cannot be read${also(what)}; save it as UTF-8 (or TIS-620) and import it again.`,
    'import.missing-column': (where, what) =>
      `${where}: the table lacks the column “${what}”; add it to the head of the table and import the file again.`,
    'import.extra-column': (where, what) =>
      `${where}: the table has an unknown column “${what}”; delete it or name it as one of the report's five columns and import the file again.`,
    'import.unknown-item': (where, what) =>
      `${where}: there is no item ${what} in the frameworks; correct the code, or import the ITA framework of that year first.`,
    'import.bad-year': (where, what) =>
      `${where}: the fiscal year cannot be read${also(what)}; write it as “B.E. 2567” (or 67, or 2024) and import the file again.`,
    'import.bad-cycle': (where, what) =>
      `${where}: the data are not of the form prongsai.cycle/1${also(what)}; correct the value at this place and import the file again.`,
  },
}
