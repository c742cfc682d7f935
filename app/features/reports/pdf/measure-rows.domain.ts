import { type BlockData, blocksOf, type Inline, plainInline } from '../../../kernel/inline-text.ts'
import { plain, type RichText } from '../../../kernel/rich-text.ts'
import { cellLines, measureColumns } from '../measure-columns.domain.ts'
import type { MeasureRow, MeasureTable, ReportCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { BODY, CELL_LINES_OF_PAGE, cellPlace, linePlace, MEASURE_SETTING } from './paper.table.ts'

type Context = Readonly<{ names: readonly string[]; words: ReportWords }>
/** The widths of the columns, in millimetres. */
type Setting = Context & Readonly<{ widths: readonly number[] }>
type ShownCell = Readonly<{ state: ReportCell['state'] | 'shared'; text: RichText }>
/** `rows` counts the rows that the cell covers; `isWhole` says that no page may end inside the row. */
type CellData = Readonly<{
  state: ShownCell['state']
  blocks: readonly BlockData[]
  rows: number
  isWhole: boolean
}>

/**
 * A row, or rows joined by a shared outcome, of this share of a page at most goes to the next page whole. A taller row may
 * be divided: half a page left empty is worse.
 */
const WHOLE_SHARE = 0.4

const OUTCOME_COLUMN = 4

/** The five-column table, row by row: an outcome that covers several rows is one cell over them. */
export function measuresOf(table: MeasureTable, context: Context) {
  const widths = measureColumns(table, MEASURE_SETTING)
  const setting = { ...context, widths }
  return {
    k: 'measures',
    caption: caption(table.caption, context),
    widths,
    head: table.head.map((text, column) => plainInline(text, placeOf(column, setting))),
    rows: sharedGroups(table.rows).flatMap((group) => rowsOf(group, setting)),
  }
}

const caption = (text: string, { names }: Context): Inline | null =>
  text === '' ? null : plainInline(text, { ...linePlace(BODY.size), names })

const placeOf = (column: number, { names, widths }: Setting) => ({ ...cellPlace(widths, column), names })

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
function rowsOf(group: readonly MeasureRow[], setting: Setting): readonly (readonly CellData[])[] {
  const outcome = group[0]?.outcome ?? { state: 'missing' as const, text: [] }
  const lines = (cell: ReportCell, column: number) => cellLines(cell, placeOf(column, setting).widthEm)
  const ownLines = (row: MeasureRow) => Math.max(...ownCells(row).map(lines))
  const outcomeLines = lines(outcome, OUTCOME_COLUMN)
  const total = group.reduce((sum, row) => sum + ownLines(row), 0)
  const isJoined = group.length > 1 && Math.max(total, outcomeLines) <= WHOLE_SHARE * CELL_LINES_OF_PAGE
  return group.map((row, index) => {
    const isFirst = index === 0
    const height = Math.max(ownLines(row), isFirst ? outcomeLines : 0)
    const placed = { rows: 1, isWhole: isJoined || height <= WHOLE_SHARE * CELL_LINES_OF_PAGE }
    const own = ownCells(row).map((cell, column) => cellOf({ ...placed, cell, column }, setting))
    if (isFirst) {
      const rows = isJoined ? group.length : 1
      return [...own, cellOf({ ...placed, rows, cell: outcome, column: OUTCOME_COLUMN }, setting)]
    }
    const shared = { state: 'shared' as const, text: plain(setting.words.sharedOutcome) }
    return isJoined ? own : [...own, cellOf({ ...placed, cell: shared, column: OUTCOME_COLUMN }, setting)]
  })
}

const ownCells = (row: MeasureRow) => [row.text, row.period, row.owners, row.summary]

type Placed = Readonly<{ cell: ShownCell; column: number; rows: number; isWhole: boolean }>

function cellOf({ cell, column, rows, isWhole }: Placed, setting: Setting): CellData {
  const { words } = setting
  const place = placeOf(column, setting)
  const blocks = blocksOf(cell.text, place)
  if (blocks.length > 0 || cell.state === 'value') return { state: cell.state, blocks, rows, isWhole }
  const said = cell.state === 'none' ? words.noneCell : words.missingCell
  return { state: cell.state, blocks: [{ k: 'p', t: plainInline(said, place) }], rows, isWhole }
}
