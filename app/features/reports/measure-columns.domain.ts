import { textWidth } from '../../kernel/chart/label-lines.ts'
import { plainText } from '../../kernel/rich-text.ts'
import type { MeasureRow, MeasureTable, ReportCell } from './report.domain.ts'

/** A table on paper, all in one unit: its width, what a cell keeps free at both sides together, and the size of its type. */
export type TableSetting = Readonly<{ width: number; padding: number; size: number }>

/** Shares of the five columns: measure, period, owners, summary, outcome. Period and owners hold one long word each. */
const USUAL: readonly number[] = [30.2, 20.2, 24.2, 46.9, 45.5]
const [MEASURE = 0, PERIOD = 0, OWNERS = 0] = USUAL
const WHOLE = USUAL.reduce((sum, share) => sum + share, 0)
const STEP = 2
const WIDEST_MEASURE = 40
const NARROWEST_TEXT = 32
/** Tables of one report look alike: they leave the usual widths only for a tenth of the height or more. */
const WORTH = 0.9
/** Words do not fill their lines: a ragged narrow column loses about a seventh. */
const RAGGED = 0.86

/**
 * Widths of the five columns in the unit of the setting. Where one column alone makes the rows tall, it gets room from
 * the others, so that rows are short enough to stay on a page.
 */
export function measureColumns({ rows }: MeasureTable, setting: TableSetting): readonly number[] {
  const texts = rows.map(rowTexts)
  const scaled = (shares: readonly number[]) => shares.map((share) => (share / WHOLE) * setting.width)
  const height = (shares: readonly number[]) => heightOf(texts, scaled(shares), setting)
  const usual = height(USUAL)
  let best = { shares: USUAL, height: usual * WORTH }
  for (const shares of candidates()) {
    const found = height(shares)
    if (found < best.height) best = { shares, height: found }
  }
  return scaled(best.shares)
}

function* candidates(): Generator<readonly number[]> {
  for (let measure = MEASURE; measure <= WIDEST_MEASURE; measure += STEP) {
    const rest = WHOLE - measure - PERIOD - OWNERS
    for (let summary = NARROWEST_TEXT; summary <= rest - NARROWEST_TEXT; summary += STEP)
      yield [measure, PERIOD, OWNERS, summary, rest - summary]
  }
}

/** Widths of a cell's paragraphs in em, as if each stood on one line. */
type CellText = readonly number[]

const cellText = (cell: ReportCell | null): CellText =>
  cell === null
    ? []
    : plainText(cell.text)
        .split('\n')
        .map((line) => textWidth(line, { size: 1 }))

const rowTexts = ({ text, period, owners, summary, outcome }: MeasureRow): readonly CellText[] =>
  [text, period, owners, summary, outcome].map(cellText)

/** In lines. A shared outcome counts for its first row: it is not always set beside the others. */
function heightOf(
  rows: readonly (readonly CellText[])[],
  widths: readonly number[],
  { padding, size }: TableSetting,
): number {
  const inEm = widths.map((width) => Math.max((width - padding) / size, 1))
  const lines = (text: CellText, column: number) => linesIn(text, inEm[column] ?? 1)
  return rows.reduce((sum, cells) => sum + Math.max(...cells.map(lines)), 0)
}

const linesIn = (text: CellText, widthEm: number): number =>
  text.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / (widthEm * RAGGED))), 0)

/** About how many lines the cell takes in a column of that many em. */
export const cellLines = (cell: ReportCell, widthEm: number): number => linesIn(cellText(cell), widthEm)
