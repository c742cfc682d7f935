/** Measures of the page, shared by the template (as data) and by the division of words: both must agree. Millimetres. */
export const PAGE = { width: 210, height: 297, left: 25, right: 18, top: 27, bottom: 22 } as const
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom

/** Sizes in points, as the template sets them. `lead` is the distance of base lines in em, `insetX` millimetres. */
export const BODY = { size: 11 } as const
export const CELL = { size: 9.5, lead: 1.46, insetX: 1.7 } as const
export const SMALL = { size: 8.5 } as const

const MM_PER_POINT = 25.4 / 72

/** Width of a line of body text, in em of the size. Lists and notes are set in, so a little less than the column. */
export const linePlace = (size: number) => ({ widthEm: (TEXT_WIDTH - 14) / (size * MM_PER_POINT) })

/** The table of measures, in millimetres. */
export const MEASURE_SETTING = {
  width: TEXT_WIDTH,
  padding: 2 * CELL.insetX,
  size: CELL.size * MM_PER_POINT,
} as const

/** Width inside a table cell, in em of the cell's size; `widths` are relative. */
export function cellPlace(widths: readonly number[], column: number) {
  const total = widths.reduce((sum, width) => sum + width, 0) || 1
  const width = (TEXT_WIDTH * (widths[column] ?? 0)) / total - 2 * CELL.insetX
  return { widthEm: Math.max(width / (CELL.size * MM_PER_POINT), 1.5) }
}

/** Lines of cell text that a page holds beside the table's head. */
export const CELL_LINES_OF_PAGE = Math.floor(TEXT_HEIGHT / (CELL.size * CELL.lead * MM_PER_POINT)) - 4
