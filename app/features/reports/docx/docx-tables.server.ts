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
import type { MeasureRow, MeasureTable, ReportBlock, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { COLOURS } from './docx-styles.server.ts'
import { type ListCounter, paragraphs, words } from './docx-text.server.ts'

/** Width of the text between the margins, in twentieths of a point: A4 less 2.5 cm left and 2 cm right. */
export const TEXT_WIDTH = 9355

/** Shares of the five columns: measure, period, owners, summary, outcome. */
const MEASURE_SHARES = [20, 11, 14, 28, 27]

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line }
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const HEAD_SHADE = { type: ShadingType.CLEAR, fill: COLOURS.soft, color: 'auto' }

export type TableContext = Readonly<{ words: ReportWords; lists: ListCounter }>
type PlainTable = Extract<ReportBlock, { kind: 'table' }>
type CellText = PlainTable['rows'][number][number]

/** The five columns as a table with a repeated head; an outcome shared by several rows is one cell beside all of them. */
export function measureTable(table: MeasureTable, context: TableContext): Table {
  const widths = columnWidths(MEASURE_SHARES)
  let covered = 0
  const rows = table.rows.map((row, index) => {
    const isCovered = covered > 0 && row.outcome === null
    const rowSpan = Math.max(1, Math.min(row.outcomeRows, table.rows.length - index))
    covered = isCovered ? covered - 1 : rowSpan - 1
    return new TableRow({ children: measureCells(row, { widths, isCovered, rowSpan, context }) })
  })
  return tableOf(widths, [headRow(table.head, widths), ...rows])
}

/** A table of plain cells; `widths` of the block are shares. */
export function plainTable({ head, rows, widths: shares }: PlainTable): Table {
  const widths = columnWidths(shares)
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, column) => cellOf([plainParagraph(cell)], widths[column] ?? 0)),
      }),
  )
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

const plainParagraph = ({ text, align, strong }: CellText): Paragraph =>
  new Paragraph({
    style: 'TableText',
    alignment: ALIGN[align],
    children: words(text, strong ? 'Strong' : undefined),
  })

const headRow = (head: readonly string[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, column) =>
      cellOf([new Paragraph({ style: 'TableHead', children: words(text) })], widths[column] ?? 0, {
        shading: HEAD_SHADE,
      }),
    ),
  })

type CellLook = Readonly<{ rowSpan?: number; shading?: typeof HEAD_SHADE }>

/** The format asks for at least one paragraph in every cell. */
const cellOf = (children: readonly Paragraph[], width: number, look: CellLook = {}): TableCell =>
  new TableCell({
    children: children.length > 0 ? children : [new Paragraph({ style: 'TableText' })],
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { left: 85, right: 85, top: 50, bottom: 40 },
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
