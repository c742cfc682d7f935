import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { textWidth } from '../../../kernel/chart/label-lines.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import { steadyPackage } from '../../../platform/documents/steady-package.server.ts'
import type { Report } from '../report.domain.ts'
import { reportWords } from '../text/index.ts'
import { cellText, comparisonOf, measureHead, measureRecords, scoreRecords } from './report-rows.domain.ts'

/** A longer cell makes Excel refuse the workbook (Excel specifications and limits: characters in a cell). */
const LONGEST_CELL = 32_767
/** Excel shows no higher row. */
const HIGHEST_ROW = 409
const LINE_HEIGHT = 14
const FIXED_DATE = new Date(0)

/** Tahoma has Thai and is on every machine that has Excel. */
const FONT = { name: 'Tahoma', size: 10 }
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE7F3' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'medium', color: { rgb: '0B3D78' } } },
}
const CELL: CellStyle = { font: FONT, border: { bottom: { style: 'hair', color: { rgb: '9FB3C8' } } } }
const TEXT: CellStyle = { ...CELL, alignment: { wrapText: true, vertical: 'top', indent: 1 } }
const COUNT: CellStyle = { ...CELL, alignment: { horizontal: 'center', vertical: 'top' } }
const SCORE: CellStyle = { ...CELL, alignment: { vertical: 'top' }, numFmt: '0.00' }
const CHANGE: CellStyle = { ...CELL, alignment: { vertical: 'top' }, numFmt: '+0.00;-0.00;0.00' }

type Column = Readonly<{ head: string; width: number; style: CellStyle }>

/**
 * Measures and scores as an Excel workbook of two sheets: head row frozen and with filters, scores as numbers of two
 * places, everything else as text, whatever it begins with. The same report gives the same bytes.
 */
export async function renderXlsx(report: Report): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    defaultFont: FONT,
    properties: {
      title: cellText(report.title),
      creator: cellText(report.agency.name),
      description: `${reportWords(report.lang).contentHash}: ${report.contentHash}`,
      modified: FIXED_DATE,
    },
    sheets: [measureSheet(report), scoreSheet(report)],
  })
  return steadyPackage(bytes)
}

function measureSheet(report: Report): WriteSheet {
  const words = reportWords(report.lang)
  const widths = [34, 16, 24, 60, 60]
  const columns: readonly Column[] = [
    { head: words.issue, width: 9, style: COUNT },
    { head: words.issueTitle, width: 30, style: TEXT },
    { head: words.measure, width: 10, style: COUNT },
    ...measureHead(report).map((head, index) => ({ head, width: widths[index] ?? 30, style: TEXT })),
    { head: words.outcomeScope, width: 24, style: TEXT },
  ]
  const rows = measureRecords(report).map(({ issue, issueTitle, measure, columns: five, outcomeScope }) => [
    issue,
    issueTitle,
    measure,
    ...five,
    outcomeScope,
  ])
  return sheetOf(words.measuresSheet, columns, rows)
}

function scoreSheet(report: Report): WriteSheet {
  const words = reportWords(report.lang)
  const columns: readonly Column[] = [
    { head: words.issue, width: 9, style: COUNT },
    { head: words.label, width: 60, style: TEXT },
    { head: words.unit, width: 12, style: TEXT },
    { head: words.earlierYear, width: 10, style: COUNT },
    { head: words.earlierValue, width: 12, style: SCORE },
    { head: words.laterYear, width: 10, style: COUNT },
    { head: words.laterValue, width: 12, style: SCORE },
    { head: words.change, width: 14, style: CHANGE },
    { head: words.comparability, width: 26, style: TEXT },
    { head: words.itemEarlier, width: 16, style: TEXT },
    { head: words.itemLater, width: 16, style: TEXT },
  ]
  const rows = scoreRecords(report).map(({ beforeYear, afterYear, row }) => [
    row.issue,
    row.label,
    row.unit,
    row.before === null ? null : beforeYear,
    numberOf(row.before),
    afterYear,
    numberOf(row.after),
    numberOf(row.change),
    comparisonOf(row, words),
    row.beforeOf,
    row.afterOf,
  ])
  return sheetOf(words.scoresSheet, columns, rows)
}

const numberOf = (value: DecimalText | null): number | null => (value === null ? null : Number(value))

function sheetOf(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly CellValue[])[],
): WriteSheet {
  const heads = columns.map(
    ({ head }, column) => [`0,${column}`, { style: HEAD, value: cellText(head) }] as const,
  )
  return {
    name,
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [columns.map(({ head }) => cellText(head)), ...rows.map((row) => row.map(bounded))],
    cells: new Map(heads),
    rowDefs: new Map(rows.map((row, index) => [index + 1, { height: heightOf(row, columns) }] as const)),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letterOf(columns.length)}${rows.length + 1}` },
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

function bounded(value: CellValue): CellValue {
  if (typeof value !== 'string') return value
  const text = cellText(value)
  return text.length > LONGEST_CELL ? `${cellText(text.slice(0, LONGEST_CELL - 1))}…` : text
}

/**
 * Height in points that the longest cell needs: programs that open a written workbook do not all measure wrapped rows.
 * A character of column width is about 7 pixels, and 10 pt are 13.3 of them.
 */
function heightOf(row: readonly CellValue[], columns: readonly Column[]): number {
  const lines = row.map((value, column) => {
    if (typeof value !== 'string') return 1
    const room = (columns[column]?.width ?? 10) * 7 - 20
    const widths = value.split('\n').map((line) => textWidth(line, { size: 13.3 }))
    return widths.reduce((sum, width) => sum + Math.max(1, Math.ceil((width * 1.08) / room)), 0)
  })
  return Math.min(HIGHEST_ROW, Math.max(...lines) * LINE_HEIGHT + 6)
}

/** The letter of the last column; the sheets have fewer than 26. */
const letterOf = (count: number) => String.fromCharCode('A'.charCodeAt(0) + count - 1)
