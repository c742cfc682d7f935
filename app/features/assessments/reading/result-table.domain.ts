import { foldedHead } from './mapping.domain.ts'

export type TableCell = Readonly<{ text: string; isFormula: boolean }>
/** Cells of one sheet as they came: `firstRow` is the number of the first row, from 1. */
export type RawTable = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly TableCell[])[]
}>
export type TableRow = Readonly<{ row: number; cells: readonly TableCell[] }>
/** One sheet with its heads found. `heads[n]` is the head of column n + 1; empty where the column has none. */
export type ResultTable = Readonly<{
  name: string | null
  heads: readonly string[]
  rows: readonly TableRow[]
}>

const HEAD_WITHIN_ROWS = 20
const LONGEST_HEAD = 120
const NUMBER = /^[\d.,%\s]+$/u

/**
 * Sheets that hold anything, each with its heads: the row among the first twenty in which most different cells are known
 * heads (`isKnown`); without any the first row with two different cells. Beside a sheet with known heads one without any
 * (a cover, notes) is passed over.
 */
export function tablesWithHeads(
  raw: readonly RawTable[],
  isKnown: (head: string) => boolean,
): readonly ResultTable[] {
  const found = raw.flatMap((sheet) => {
    const head = headRow(sheet.rows, isKnown)
    return head === null ? [] : [{ ...sheet, ...head }]
  })
  const isAnyKnown = found.some(({ known }) => known > 0)
  return found
    .filter(({ known }) => known > 0 || !isAnyKnown)
    .map(({ name, firstRow, rows, at }) => ({
      name,
      heads: numbered((rows[at] ?? []).map(({ text }) => headOf(text))),
      rows: rows
        .map((cells, index) => ({ row: firstRow + index, cells }))
        .slice(at + 1)
        .filter(({ cells }) => cells.some(({ text, isFormula }) => text !== '' || isFormula)),
    }))
}

/** Short, and of whole letters only: heads are kept as JSON, which takes no half of one. */
const headOf = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_HEAD)
    .replace(/\p{Cs}/gu, '')

function headRow(
  rows: RawTable['rows'],
  isKnown: (head: string) => boolean,
): { at: number; known: number } | null {
  const counted = rows.slice(0, HEAD_WITHIN_ROWS).map((row) => {
    const texts = new Set(row.map(({ text }) => text).filter((text) => text !== ''))
    // A row of figures may name an item too, and is no row of heads for that.
    const numbers = [...texts].filter((text) => NUMBER.test(text)).length
    return { different: texts.size, known: [...texts].filter(isKnown).length - numbers }
  })
  const known = Math.max(0, ...counted.map((row) => row.known))
  const at =
    known > 0
      ? counted.findIndex((row) => row.known === known)
      : counted.findIndex(({ different }) => different > 1)
  return at < 0 ? null : { at, known }
}

/** A head that stands again has its number behind it, so that a mapping can name it. */
function numbered(heads: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  return heads.map((head) => {
    if (head === '') return ''
    const key = foldedHead(head)
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    return count === 1 ? head : `${head} (${count})`
  })
}

/** Heads of all sheets, each once. */
export function headsOf(tables: readonly ResultTable[]): readonly string[] {
  const heads = new Map(
    tables.flatMap((table) =>
      table.heads.filter((head) => head !== '').map((head) => [foldedHead(head), head]),
    ),
  )
  return [...heads.values()]
}

/** What stands under a head, in all sheets, blanks left out. */
export const valuesUnder = (tables: readonly ResultTable[], head: string): readonly string[] =>
  tables.flatMap((table) => {
    const at = table.heads.findIndex((own) => foldedHead(own) === foldedHead(head))
    return at < 0
      ? []
      : table.rows.flatMap(({ cells }) => (cells[at] && cells[at].text !== '' ? [cells[at].text] : []))
  })
