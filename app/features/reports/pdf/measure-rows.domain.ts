import { plain, plainText, type RichText } from '../../../kernel/rich-text.ts'
import { textWidth } from '../charts/label-lines.domain.ts'
import type { MeasureRow, MeasureTable, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { type BlockData, blocksOf, type Inline, plainInline } from './inline-text.domain.ts'
import { BODY, CELL_LINES_OF_PAGE, cellPlace, linePlace, MEASURE_COLUMNS } from './paper.table.ts'

type Context = Readonly<{ names: readonly string[]; words: ReportWords }>
/** Whether a row may be divided between pages; `measured` leaves it to the template to see whether a page holds it. */
type Division = 'whole' | 'measured' | 'divided'
type ShownCell = Readonly<{ state: ReportCell['state'] | 'shared'; text: RichText }>
/** `rows` counts the rows that the cell covers. */
type CellData = Readonly<{
  state: ShownCell['state']
  blocks: readonly BlockData[]
  rows: number
  division: Division
}>

/** A row, or rows joined by a shared outcome, of this share of a page at most goes to the next page whole. */
const WHOLE_SHARE = 0.62
/** Between these shares the estimate is too rough, and the template measures the row. */
const SURELY_LONGER = 1.5
/** Words do not fill their lines: a ragged narrow column loses about a seventh. */
const RAGGED = 0.86

const OUTCOME_COLUMN = 4

/** The five-column table, row by row: an outcome that covers several rows is one cell over them. */
export function measuresOf(table: MeasureTable, context: Context) {
  return {
    k: 'measures',
    caption: caption(table.caption, context),
    widths: MEASURE_COLUMNS,
    head: table.head.map((text, column) => plainInline(text, placeOf(column, context))),
    rows: sharedGroups(table.rows).flatMap((group) => rowsOf(group, context)),
  }
}

const caption = (text: string, { names }: Context): Inline | null =>
  text === '' ? null : plainInline(text, { ...linePlace(BODY.size), names })

const placeOf = (column: number, { names }: Context) => ({ ...cellPlace(MEASURE_COLUMNS, column), names })

/** Rows with the rows that their outcome covers. A row without an outcome of its own and outside a group stands alone. */
function sharedGroups(rows: readonly MeasureRow[]): readonly (readonly MeasureRow[])[] {
  const groups: MeasureRow[][] = []
  for (let index = 0; index < rows.length; ) {
    const covered = Math.max(rows[index]?.outcomeRows ?? 1, 1)
    groups.push(rows.slice(index, index + covered))
    index += covered
  }
  return groups
}

/**
 * Rows that share an outcome and fit a page together have it as one cell over them. Otherwise it stands whole in the first
 * row, and the others say that it is shared: a sentence cut by the end of a page is worse than a repeated remark.
 */
function rowsOf(group: readonly MeasureRow[], context: Context): readonly (readonly CellData[])[] {
  const outcome = group[0]?.outcome ?? { state: 'missing' as const, text: [] }
  const outcomeLines = cellLines(outcome, OUTCOME_COLUMN)
  const total = group.reduce((sum, row) => sum + ownLines(row), 0)
  const isJoined = group.length > 1 && division(Math.max(total, outcomeLines)) === 'whole'
  return group.map((row, index) => {
    const isFirst = index === 0
    const lines = Math.max(ownLines(row), isFirst && !isJoined ? outcomeLines : 0)
    const placed = { rows: 1, division: division(lines) }
    const own = ownCells(row).map((cell, column) => cellOf({ ...placed, cell, column }, context))
    if (isFirst) {
      const rows = isJoined ? group.length : 1
      return [...own, cellOf({ ...placed, rows, cell: outcome, column: OUTCOME_COLUMN }, context)]
    }
    const shared = { state: 'shared' as const, text: plain(context.words.sharedOutcome) }
    return isJoined ? own : [...own, cellOf({ ...placed, cell: shared, column: OUTCOME_COLUMN }, context)]
  })
}

const ownCells = (row: MeasureRow) => [row.text, row.period, row.owners, row.summary]
const ownLines = (row: MeasureRow) => Math.max(...ownCells(row).map(cellLines))

function division(lines: number): Division {
  const share = lines / CELL_LINES_OF_PAGE
  if (share <= WHOLE_SHARE) return 'whole'
  return share <= SURELY_LONGER ? 'measured' : 'divided'
}

type Placed = Readonly<{ cell: ShownCell; column: number; rows: number; division: Division }>

function cellOf({ cell, column, rows, division }: Placed, context: Context): CellData {
  const { words } = context
  const place = placeOf(column, context)
  const blocks = blocksOf(cell.text, place)
  if (blocks.length > 0 || cell.state === 'value') return { state: cell.state, blocks, rows, division }
  const said = cell.state === 'none' ? words.noneCell : words.missingCell
  return { state: cell.state, blocks: [{ k: 'p', t: plainInline(said, place) }], rows, division }
}

/** About how many lines the cell takes. */
function cellLines({ text }: ShownCell, column: number): number {
  const { widthEm } = cellPlace(MEASURE_COLUMNS, column)
  return plainText(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, { size: 1 }) / (widthEm * RAGGED))), 0)
}
