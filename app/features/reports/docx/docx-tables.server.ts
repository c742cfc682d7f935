import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { COLOURS } from '../../../platform/documents/docx/docx-look.server.ts'
import { type ListCounter, paragraphs, words } from '../../../platform/documents/docx/docx-text.server.ts'
import { cellLines, measureColumns } from '../measure-columns.domain.ts'
import type { MeasureRow, MeasureTable, ReportBlock, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'

/** Width of the text between the margins, in twentieths of a point: A4 less 2.5 cm left and 2 cm right. */
export const TEXT_WIDTH = 9355

const CELL_SIDE = 85
/** A table of this many rows at most stays on one page, and with the picture above it. */
export const KEPT_ROWS = 8
/** The text of a table as the styles set it, in twentieths of a point. */
const MEASURE_SETTING = { width: TEXT_WIDTH, padding: 2 * CELL_SIDE, size: 9.5 * 20 }
/** Lines of such text that a page holds, and the share of them up to which a row goes to the next page whole. */
const LINES_OF_PAGE = 50
const WHOLE_SHARE = 0.4

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line }
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const HEAD_SHADE = { type: ShadingType.CLEAR, fill: COLOURS.soft, color: 'auto' }

export type TableContext = Readonly<{ words: ReportWords; lists: ListCounter }>
type PlainTable = Extract<ReportBlock, { kind: 'table' }>
type CellText = PlainTable['rows'][number][number]

/** The five columns as a table with a repeated head; an outcome shared by several rows is one cell beside all of them. */
export function measureTable(table: MeasureTable, context: TableContext): Table {
  const widths = columnWidths(measureColumns(table, MEASURE_SETTING))
  let covered = 0
  const rows = table.rows.map((row, index) => {
    const isCovered = covered > 0 && row.outcome === null
    const rowSpan = Math.max(1, Math.min(row.outcomeRows, table.rows.length - index))
    covered = isCovered ? covered - 1 : rowSpan - 1
    return new TableRow({
      cantSplit: isShort(row, widths),
      children: measureCells(row, { widths, isCovered, rowSpan, context }),
    })
  })
  return tableOf(widths, [headRow(table.head, widths), ...rows])
}

/** A shared outcome is left out: it goes on beside the rows that it covers. */
function isShort(
  { text, period, owners, summary, outcome, outcomeRows }: MeasureRow,
  widths: readonly number[],
) {
  const cells = [text, period, owners, summary, ...(outcome && outcomeRows === 1 ? [outcome] : [])]
  const lines = cells.map((cell, column) => {
    const width = (widths[column] ?? 0) - MEASURE_SETTING.padding
    return cellLines(cell, width / MEASURE_SETTING.size)
  })
  return Math.max(...lines) <= WHOLE_SHARE * LINES_OF_PAGE
}

/** A table of plain cells, a short one on one page; `widths` of the block are shares. */
export function plainTable({ head, rows, widths: shares }: PlainTable): Table {
  const widths = columnWidths(shares)
  const body = rows.map((row, index) => {
    const keepNext = rows.length <= KEPT_ROWS && index < rows.length - 1
    return new TableRow({
      cantSplit: true,
      children: row.map((cell, column) => cellOf([plainParagraph(cell, keepNext)], widths[column] ?? 0)),
    })
  })
  return tableOf(widths, [headRow(head, widths), ...body])
}

type MeasureCells = Readonly<{
  widths: readonly number[]
  isCovered: boolean
  rowSpan: number
  context: TableContext
}>

function measureCells(row: MeasureRow, { widths, isCovered, rowSpan, context }: MeasureCells): TableCell[] {
  const own = [row.text, row.period, row.owners, row.summary].map((cell, column) =>
    cellOf(reportCell(cell, context), widths[column] ?? 0),
  )
  if (isCovered) return own
  const outcome: ReportCell = row.outcome ?? { state: 'missing', text: [] }
  return [...own, cellOf(reportCell(outcome, context), widths[4] ?? 0, { rowSpan })]
}

/** A cell that is missing or was declared none says so in words, and in a style of its own. */
function reportCell({ state, text }: ReportCell, context: TableContext): Paragraph[] {
  const look = { style: 'TableText', inCell: true, lists: context.lists }
  if (state === 'value') return paragraphs(text, look)
  if (text.length > 0) return paragraphs(text, { ...look, character: 'NotFilled' })
  const said = state === 'none' ? context.words.noneCell : context.words.missingCell
  return [new Paragraph({ style: 'TableText', children: words(said, 'NotFilled') })]
}

const ALIGN = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT }

const plainParagraph = ({ text, align, strong }: CellText, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: 'TableText',
    keepNext,
    alignment: ALIGN[align],
    children: words(text, strong ? 'Strong' : undefined),
  })

const headRow = (head: readonly string[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, column) =>
      cellOf(
        [new Paragraph({ style: 'TableHead', keepNext: true, children: words(text) })],
        widths[column] ?? 0,
        {
          shading: HEAD_SHADE,
        },
      ),
    ),
  })

type CellLook = Readonly<{ rowSpan?: number; shading?: typeof HEAD_SHADE }>

/** The format asks for at least one paragraph in every cell. */
const cellOf = (children: readonly Paragraph[], width: number, look: CellLook = {}): TableCell =>
  new TableCell({
    children: children.length > 0 ? children : [new Paragraph({ style: 'TableText' })],
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { left: CELL_SIDE, right: CELL_SIDE, top: 50, bottom: 40 },
    ...look,
  })

const tableOf = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [...rows],
  })

/** Shares of any sum as whole widths that fill the text exactly. */
export function columnWidths(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => Math.floor((share / sum) * TEXT_WIDTH))
  const rest = TEXT_WIDTH - widths.reduce((total, width) => total + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}
