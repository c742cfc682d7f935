import { DomUtils, type parseDocument } from 'htmlparser2'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { SourceRow } from '../import.domain.ts'
import { literalText } from '../source-text.domain.ts'
import { BOUNDS } from './bounds.domain.ts'
import { readHtml } from './html-cell.server.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { name: string }>

/** Cells that the tables of a document may still have, those that a wide or high cell covers among them. */
export type CellBudget = { left: number }

/**
 * Rows of a table with every column in place: a cell over several rows or columns has its text in its first one. Answers
 * the line of the first row that is too wide, or with which the document has too many cells.
 */
export function docxRows(
  table: Element,
  firstLine: number,
  budget: CellBudget,
): Result<readonly SourceRow[], number> {
  const rows = rowElements(table)
  const covered = new Map<number, Set<number>>()
  const read: SourceRow[] = []
  for (const [index, row] of rows.entries()) {
    const cells: string[] = []
    const above = covered.get(index) ?? new Set<number>()
    for (const cell of DomUtils.getChildren(row).filter(isCell)) {
      while (above.has(cells.length)) cells.push('')
      const column = cells.length
      const width = spanOf(cell, 'colspan')
      const below = Math.min(spanOf(cell, 'rowspan'), rows.length - index) - 1
      budget.left -= width * (1 + below)
      if (column + width > BOUNDS.columns || budget.left < 0) return err(firstLine + index)
      cells.push(cellText(cell), ...Array.from({ length: width - 1 }, () => ''))
      for (let at = index + 1; at <= index + below; at += 1) {
        const columns = covered.get(at) ?? new Set<number>()
        for (let spanned = column; spanned < column + width; spanned += 1) columns.add(spanned)
        covered.set(at, columns)
      }
    }
    while (above.has(cells.length)) cells.push('')
    const mergedAbove = [...above].sort((a, b) => a - b)
    read.push({ line: firstLine + index, cells, ...(mergedAbove.length > 0 && { mergedAbove }) })
  }
  return ok(read)
}

/** Rows of this table, and not of a table inside one of its cells. */
const rowElements = (table: Element): readonly Element[] =>
  DomUtils.getChildren(table).flatMap((child) => {
    if (!isElement(child)) return []
    return child.name === 'tr'
      ? [child]
      : child.name === 'td' || child.name === 'th'
        ? []
        : rowElements(child)
  })

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'name' in node
const isCell = (node: unknown): node is Element =>
  isElement(node) && (node.name === 'td' || node.name === 'th')

function spanOf(cell: Element, name: string): number {
  const value = 'attribs' in cell ? Number.parseInt(cell.attribs[name] ?? '1', 10) : 1
  return Number.isFinite(value) ? Math.max(value, 1) : 1
}

/** A cell that is one list item is that item's text: Word numbers measures so. */
function cellText(cell: Element): string {
  const { text } = readHtml(DomUtils.getInnerHTML(cell), { literal: literalText, breaksAsSpaces: false })
  const only = /^-#? ([^\n]*)$/u.exec(text)
  return only?.[1] ?? text
}
