import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { bilingual } from '../../text/index.ts'
import type { SourceRow } from '../import.domain.ts'
import { type Ledger, type NoteParts, writeNote, writeNoteOnce, writeRefusal } from '../ledger.domain.ts'
import { BOUNDS } from '../reading/bounds.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { asExported } from './exported-row.domain.ts'
import { COLUMN_NAMES, COLUMN_NAMES_EN, HEADING_PATTERNS, LISTED_TITLE } from './import-words.th.ts'
import {
  isHeadAgain,
  type MeasureTableDraft,
  REPORT_COLUMNS,
  type ReportColumn,
} from './measure-table.domain.ts'
import type { IssueDraft, Outline } from './outline.domain.ts'

export type Cell = Readonly<{ text: string; mergedAbove: boolean }>
/** `numbered`: a column of its own gives the row the number of a measure; `outcomeScopeStated`: one says what its outcome covers. */
export type MeasureRow = Readonly<{
  line: number
  numbered: boolean
  outcomeScopeStated: boolean
  cells: Readonly<Record<ReportColumn, Cell>>
}>
export type IssueWithRows = Omit<IssueDraft, 'tables'> & Readonly<{ rows: MeasureRow[] }>

const TITLED_ISSUE = new RegExp(HEADING_PATTERNS.issue, 'su')
const NUMBERED = new RegExp(LISTED_TITLE, 'su')

/** Gives every row of every table to its issue: by the heading above the table, a row of its own, or an issue column. */
export function issuesWithRows(outline: Outline, ledger: Ledger): readonly IssueWithRows[] {
  const issues: IssueWithRows[] = outline.issues.map(({ tables: _tables, ...issue }) => ({
    ...issue,
    rows: [],
  }))
  for (const issue of outline.issues) {
    const start = issues.find((candidate) => candidate.number === issue.number)
    for (const table of issue.tables) distribute({ table, issues, start, ledger })
  }
  for (const table of outline.looseTables) distribute({ table, issues, start: undefined, ledger })
  return issues
}

type Distribution = {
  table: MeasureTableDraft
  issues: IssueWithRows[]
  start: IssueWithRows | undefined
  ledger: Ledger
}

function distribute({ table, issues, start, ledger }: Distribution): void {
  noteHead(table, ledger)
  if (!checkHead(table, ledger)) return
  let current = start
  let above: SourceRow | null = null
  for (const source of table.rows) {
    const row = asExported(table, source, above)
    if (isHeadAgain(table, row) || row.cells.every((cell) => cell.trim() === '')) continue
    const named = issueNamedBy(table, row)
    if (named) current = issueOf(issues, named, row.line)
    if (named?.wholeRow) continue
    if (!current) {
      const { issue: th } = COLUMN_NAMES
      writeRefusal(ledger, {
        code: 'import.missing-column',
        line: table.line,
        detail: { th, en: COLUMN_NAMES_EN.issue },
      })
      return
    }
    const read = readRow(table, row, ledger)
    if (read) current.rows.push(read)
    if (issues.length > BOUNDS.measures || current.rows.length > BOUNDS.measures) {
      const detail = bilingual((text) => text.details.lines(BOUNDS.measures + 1, BOUNDS.measures))
      writeRefusal(ledger, { code: 'import.table-too-large', line: row.line, detail })
      return
    }
    above = source
  }
}

/** The same head above many tables is one note. */
function noteHead(table: MeasureTableDraft, ledger: Ledger): void {
  const text = table.headers.filter(Boolean).join(' | ')
  const parts: NoteParts = {
    code: 'column-matched',
    line: table.line,
    text,
    say: (words) => words.notes.columnMatched,
  }
  writeNoteOnce(ledger, parts, text)
}

/**
 * A head that has the five columns may have others, which are left out and said to be. Refused where one of the five is
 * not there, and where two columns claim to be the same.
 */
function checkHead(table: MeasureTableDraft, ledger: Ledger): boolean {
  const lacking = REPORT_COLUMNS.find((key) => table.columns[key] === undefined)
  const extra = lacking ? table.unknown[0] : table.unknown.find(({ taken }) => taken)
  if (extra) {
    writeRefusal(ledger, {
      code: 'import.extra-column',
      line: table.line,
      column: extra.column,
      detail: extra.header,
    })
    return false
  }
  if (!lacking) {
    for (const column of table.unknown)
      noteLeftOut({ ...column, line: table.line, text: column.header }, ledger)
    return true
  }
  writeRefusal(ledger, {
    code: 'import.missing-column',
    line: table.line,
    detail: { th: COLUMN_NAMES[lacking], en: COLUMN_NAMES_EN[lacking] },
  })
  return false
}

const noteLeftOut = (
  { header, line, text }: Readonly<{ header: string; line: number; text: string }>,
  ledger: Ledger,
): void =>
  writeNote(ledger, { code: 'not-placed', line, text, say: (words) => words.notes.columnLeftOut(header) })

type NamedIssue = Readonly<{ number: number | null; title: string; wholeRow: boolean }>

/** The issue that a row opens: one text over the whole row, or its issue column. Null when it stays in the same. */
function issueNamedBy(table: MeasureTableDraft, row: SourceRow): NamedIssue | null {
  const texts = [...new Set(row.cells.map(unmarked).filter(Boolean))]
  const [only = ''] = texts
  if (texts.length === 1 && TITLED_ISSUE.test(toArabicDigits(only)))
    return { ...readIssue(only), wholeRow: true }
  const { issue, issueTitle } = table.columns
  const title = issueTitle === undefined ? '' : unmarked(row.cells[issueTitle] ?? '')
  const cell = issue === undefined ? title : unmarked(row.cells[issue] ?? '')
  if (cell === '' && title === '') return null
  const read = readIssue(cell === '' ? title : cell)
  return { number: read.number, title: title === '' ? read.title : title, wholeRow: false }
}

function readIssue(text: string): { number: number | null; title: string } {
  const arabic = toArabicDigits(text)
  const numbered = TITLED_ISSUE.exec(arabic) ?? NUMBERED.exec(arabic)
  if (numbered) {
    const length = (numbered.groups?.rest ?? numbered[2] ?? '').length
    return { number: Number(numbered[1]), title: text.slice(text.length - length) }
  }
  const bare = /^\D*?(\d{1,3})$/u.exec(arabic)
  return bare && arabic.length <= 12 ? { number: Number(bare[1]), title: '' } : { number: null, title: text }
}

function issueOf(issues: IssueWithRows[], named: NamedIssue, line: number): IssueWithRows {
  const known = issues.find((issue) =>
    named.number === null ? issue.title === named.title : issue.number === named.number,
  )
  if (known) {
    if (known.title === '') known.title = named.title
    return known
  }
  const number = named.number ?? Math.max(0, ...issues.map((issue) => issue.number)) + 1
  const issue = { number, title: named.title, line, analysis: [], limitations: [], rows: [] }
  issues.push(issue)
  return issue
}

function readRow(table: MeasureTableDraft, row: SourceRow, ledger: Ledger): MeasureRow | null {
  const beyond = row.cells.findIndex((cell, column) => column >= table.width && cell.trim() !== '')
  if (beyond >= 0) {
    const detail = bilingual((text) => text.details.fewCells(row.cells.length))
    writeRefusal(ledger, { code: 'import.extra-column', line: row.line, column: beyond, detail })
    return null
  }
  if (row.cells.length < table.width)
    writeNote(ledger, {
      code: 'incomplete',
      line: row.line,
      text: row.cells.map(unmarked).filter(Boolean).at(-1) ?? '',
      say: (text) => text.notes.rowShort(row.cells.length, table.width),
    })
  for (const { column, header } of table.unknown) {
    const text = unmarked(row.cells[column] ?? '')
    if (text !== '') noteLeftOut({ header, line: row.line, text }, ledger)
  }
  const cell = (key: ReportColumn): Cell => {
    const column = table.columns[key] ?? -1
    return { text: row.cells[column] ?? '', mergedAbove: row.mergedAbove?.includes(column) ?? false }
  }
  return {
    line: row.line,
    numbered: unmarked(row.cells[table.columns.measureNumber ?? -1] ?? '') !== '',
    outcomeScopeStated: unmarked(row.cells[table.columns.outcomeScope ?? -1] ?? '') !== '',
    cells: {
      measure: cell('measure'),
      period: cell('period'),
      owners: cell('owners'),
      summary: cell('summary'),
      outcome: cell('outcome'),
    },
  }
}
