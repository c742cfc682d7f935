import { DomUtils, type parseDocument } from 'htmlparser2'
import { readHtml } from './html-cell.server.ts'
import type { SourceRow } from './import.domain.ts'
import { literalText } from './source-text.domain.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { name: string }>

const MOST_SPANNED = 500

/** Rows of a table with every column in place: a cell over several rows or columns has its text in its first one. */
export function docxRows(table: Element, firstLine: number): readonly SourceRow[] {
  const rows = rowElements(table)
  const covered = new Map<number, Set<number>>()
  return rows.map((row, index) => {
    const cells: string[] = []
    const above = covered.get(index) ?? new Set<number>()
    for (const cell of DomUtils.getChildren(row).filter(isCell)) {
      while (above.has(cells.length)) cells.push('')
      const column = cells.length
      const width = spanOf(cell, 'colspan')
      cells.push(cellText(cell), ...Array.from({ length: width - 1 }, () => ''))
      for (let below = 1; below < spanOf(cell, 'rowspan'); below += 1) {
        const columns = covered.get(index + below) ?? new Set<number>()
        for (let at = 0; at < width; at += 1) columns.add(column + at)
        covered.set(index + below, columns)
      }
    }
    while (above.has(cells.length)) cells.push('')
    const mergedAbove = [...above].sort((a, b) => a - b)
    return { line: firstLine + index, cells, ...(mergedAbove.length > 0 && { mergedAbove }) }
  })
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
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), MOST_SPANNED) : 1
}

/** A cell that is one list item is that item's text: Word numbers measures so. */
function cellText(cell: Element): string {
  const { text } = readHtml(DomUtils.getInnerHTML(cell), { literal: literalText, breaksAsSpaces: false })
  const only = /^-#? ([^\n]*)$/u.exec(text)
  return only?.[1] ?? text
}
