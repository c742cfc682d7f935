/** `fault` is where reading stopped: a row too wide, a row too many, or one whose quotation mark is never closed. */
export type CsvRows = Readonly<{
  rows: readonly (readonly string[])[]
  fault: Readonly<{ kind: 'columns' | 'lines' | 'unclosed'; row: number }> | null
}>

/** How many rows are read, and how many cells of one row. */
export type CsvBounds = Readonly<{ rows: number; columns: number }>

const QUOTE = '"'

/**
 * Rows of a text with separators (RFC 4180, any line end), read in one pass. A quotation mark inside a field that does
 * not begin with one is text, and so is what stands between a closing mark and the next separator.
 */
export function csvRows(text: string, delimiter: string, most: CsvBounds): CsvRows {
  const rows: string[][] = []
  const ends = new RegExp(`[${delimiter}\\r\\n]`, 'gu')
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const number = rows.length + 1
    if (number > most.rows) return { rows, fault: { kind: 'lines', row: number } }
    const quoted = text[at] === QUOTE ? readQuoted(text, at + 1) : { text: '', end: at }
    if (quoted === null) return { rows, fault: { kind: 'unclosed', row: number } }
    ends.lastIndex = quoted.end
    const end = ends.exec(text)?.index ?? text.length
    row.push(quoted.text + text.slice(quoted.end, end))
    if (row.length > most.columns) return { rows, fault: { kind: 'columns', row: number } }
    at = end + 1
    if (text[end] === delimiter && at < text.length) continue
    if (text[end] === delimiter) row.push('')
    if (text[end] === '\r' && text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  return { rows, fault: null }
}

/** A quoted field from behind its first mark: two marks are one. Null when it is never closed. */
function readQuoted(text: string, start: number): { text: string; end: number } | null {
  const pieces: string[] = []
  for (let at = start; ; ) {
    const mark = text.indexOf(QUOTE, at)
    if (mark < 0) return null
    pieces.push(text.slice(at, mark))
    if (text[mark + 1] !== QUOTE) return { text: pieces.join(''), end: mark + 1 }
    pieces.push(QUOTE)
    at = mark + 2
  }
}
