import { aValue, type Field, missing } from '../../../../kernel/field.ts'
import { plainText, type RichText } from '../../../../kernel/rich-text.ts'
import {
  buddhistYear,
  type DaySpan,
  findThaiDates,
  fiscalYearSpan,
  parseThaiPeriod,
} from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { Owners, Period } from '../../cycle.domain.ts'
import { importText } from '../../text/index.ts'
import { type Ledger, writeNote } from '../ledger.domain.ts'
import { richTextOf, unmarked } from '../source-text.domain.ts'
import { declaredNone } from './declared-none.domain.ts'
import { COLUMN_NAMES, COLUMN_NAMES_EN, WHOLE_YEAR } from './import-words.th.ts'
import type { IssueWithRows, MeasureRow } from './issue-rows.domain.ts'
import type { ReportColumn } from './measure-table.domain.ts'
import { unitsIn } from './owners.domain.ts'

/** A measure as read from its row, before citations and the names of units are settled. */
export type MeasureDraft = Readonly<{
  line: number
  printedNumber: string | null
  text: string
  period: Field<Period>
  owners: Field<Owners>
  summary: string
  outcome: string
  outcomeMergedAbove: boolean
  outcomeScopeStated: boolean
}>

const PRINTED_NUMBER = /^\s*(\(?\d{1,2}(?:\.\d{1,2})?[.)])(?:\s+(?=\S)|\s*$)/u
const WHOLE = new RegExp(WHOLE_YEAR, 'u')

/**
 * The measures of an issue. A row whose measure cell is merged with the one above continues that measure, and so does one
 * that has neither measure, number, period nor owners. Any other row without a measure's text is a measure that lacks it.
 */
export function measuresOf(
  issue: IssueWithRows,
  fiscalYear: number | null,
  ledger: Ledger,
): readonly MeasureDraft[] {
  const drafts: MeasureDraft[] = []
  let above: MeasureRow | null = null
  for (const row of issue.rows) {
    const filled = fillMerged(row, above, ledger)
    const last = drafts.at(-1)
    if (last && continuesAbove(row)) {
      drafts[drafts.length - 1] = continueMeasure(last, filled, ledger)
    } else drafts.push(draftOf(filled, fiscalYear, ledger))
    above = filled
  }
  return drafts
}

function continuesAbove({ cells, numbered }: MeasureRow): boolean {
  if (cells.measure.mergedAbove) return true
  return (
    !numbered && (['measure', 'period', 'owners'] as const).every((key) => unmarked(cells[key].text) === '')
  )
}

/** The periods of all rows that can be read, before the fiscal year is known. */
export const periodSpans = (issues: readonly IssueWithRows[]): readonly DaySpan[] =>
  issues.flatMap((issue) => issue.rows.flatMap((row) => spanOf(unmarked(row.cells.period.text), null) ?? []))

const COPIED_WHEN_MERGED: readonly ReportColumn[] = ['period', 'owners', 'summary']

/** A cell merged with the one above has its value; a merged outcome stays one outcome, and a merged measure one measure. */
function fillMerged(row: MeasureRow, above: MeasureRow | null, ledger: Ledger): MeasureRow {
  const cells = { ...row.cells }
  if (row.cells.measure.mergedAbove) return row
  for (const key of COPIED_WHEN_MERGED) {
    const text = above?.cells[key].text ?? ''
    if (!row.cells[key].mergedAbove || text === '') continue
    cells[key] = { ...row.cells[key], text }
    writeNote(ledger, { code: 'merged-cell', line: row.line, text, say: (words) => words.notes.mergedCell })
  }
  return { ...row, cells }
}

function draftOf(row: MeasureRow, fiscalYear: number | null, ledger: Ledger): MeasureDraft {
  const { measure, period, owners, summary, outcome } = row.cells
  const number = PRINTED_NUMBER.exec(toArabicDigits(measure.text))
  const text = measure.text.slice(number?.[0].length ?? 0)
  if (unmarked(text) === '') noteEmpty(row.line, 'measure', ledger)
  for (const key of ['period', 'owners', 'summary'] as const)
    if (unmarked(row.cells[key].text) === '') noteEmpty(row.line, key, ledger)
  return {
    line: row.line,
    printedNumber: number ? measure.text.slice(0, number[0].length).trim() : null,
    text,
    period: periodOf(period.text, { line: row.line, fiscalYear }, ledger),
    owners: ownersOf(owners.text),
    summary: summary.text,
    outcome: outcome.text,
    outcomeMergedAbove: outcome.mergedAbove,
    outcomeScopeStated: row.outcomeScopeStated,
  }
}

function continueMeasure(last: MeasureDraft, row: MeasureRow, ledger: Ledger): MeasureDraft {
  writeNote(ledger, {
    code: 'lines-joined',
    line: row.line,
    text: unmarked(row.cells.summary.text || row.cells.outcome.text || row.cells.owners.text),
    say: (text) => text.notes.rowContinued,
  })
  const { period, owners, summary, outcome } = row.cells
  const written = unmarked(period.text)
  if (written !== '' && last.period.state === 'value' && last.period.value.written !== written)
    writeNote(ledger, {
      code: 'not-placed',
      line: row.line,
      text: written,
      say: (text) => text.notes.notPlaced,
    })
  const more = owners.mergedAbove ? missing : ownersOf(owners.text)
  return {
    ...last,
    period:
      last.period.state === 'value'
        ? last.period
        : periodOf(period.text, { line: row.line, fiscalYear: null }, ledger),
    owners: joinOwners(last.owners, more),
    summary: joinLines(last.summary, summary.mergedAbove ? '' : summary.text),
    outcome: joinLines(last.outcome, outcome.text),
  }
}

const joinLines = (first: string, second: string): string =>
  [first, second].filter((text) => text !== '').join('\n')

function joinOwners(first: Field<Owners>, more: Field<Owners>): Field<Owners> {
  if (first.state !== 'value' || more.state !== 'value') return first.state === 'value' ? first : more
  return aValue({
    written: `${first.value.written}, ${more.value.written}`,
    units: [...first.value.units, ...more.value.units],
  })
}

/** Lines of a cell on one line; the spaces inside a line stay. */
const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')

function ownersOf(text: string): Field<Owners> {
  const plain = unmarked(text)
  const none = declaredNone(plain)
  if (none) return none
  const units = unitsIn(plain)
  return units.length === 0 ? missing : aValue({ written: onOneLine(plain), units })
}

/** Months, days, quarters, or a whole fiscal year; a period that is none of these is missing, and said to be. */
function periodOf(
  text: string,
  { line, fiscalYear }: Readonly<{ line: number; fiscalYear: number | null }>,
  ledger: Ledger,
): Field<Period> {
  const written = onOneLine(unmarked(text))
  if (written === '') return missing
  const none = declaredNone(written)
  if (none) return none
  const span = spanOf(written, fiscalYear)
  if (span) return aValue({ written, ...span })
  writeNote(ledger, { code: 'not-placed', line, text: written, say: (words) => words.notes.periodUnread })
  return missing
}

const spanOf = (written: string, fiscalYear: number | null): DaySpan | null =>
  parseThaiPeriod(written) ?? quarterIn(written) ?? wholeYear(written, fiscalYear)

function quarterIn(written: string): DaySpan | null {
  const found = findThaiDates(written)
  const [first] = found
  const last = found.at(-1)
  return first && last && first.index === 0 && last.index + last.written.length === written.length
    ? { start: first.span.start, end: last.span.end }
    : null
}

function wholeYear(written: string, fiscalYear: number | null): DaySpan | null {
  const match = WHOLE.exec(toArabicDigits(written))
  if (!match) return null
  const year = match[1] === undefined ? fiscalYear : buddhistYear(match[1])
  return year === null ? null : fiscalYearSpan(year)
}

/** Says that a cell of the report's columns is empty. */
export function noteEmpty(line: number, key: ReportColumn, { notes }: Ledger): void {
  const message = {
    th: importText('th').notes.cellEmpty(COLUMN_NAMES[key]),
    en: importText('en').notes.cellEmpty(COLUMN_NAMES_EN[key]),
  }
  notes.push({ code: 'incomplete', line, excerpt: '', message })
}

/** A field of text: none when the cell declares it, missing when the cell holds none. */
export const textField = (text: string, read: (text: RichText) => RichText): Field<RichText> => {
  const none = declaredNone(unmarked(text))
  if (none) return none
  const rich = richTextOf(text)
  return plainText(rich).trim() === '' ? missing : aValue(read(rich))
}
