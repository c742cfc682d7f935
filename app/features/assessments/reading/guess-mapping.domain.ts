import { type Catalogue, frameworkYears } from '../../catalogue/index.ts'
import { figurePlace, wholeOf } from './figure-place.domain.ts'
import { yearIn } from './figure-value.domain.ts'
import { AGENCY, HEADS, NAMES, ORDERS } from './head-words.th.ts'
import { type ColumnMapping, type ColumnMeaning, foldedHead, type MappedColumn } from './mapping.domain.ts'
import { headsOf, type ResultTable, valuesUnder } from './result-table.domain.ts'

const KNOWN = new Map<string, ColumnMeaning>(
  HEADS.flatMap(([means, heads]) => heads.map((head) => [foldedHead(head), means] as const)),
)
const foldedOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldedHead))
const [ORDER, NAME, AGENCY_HEAD] = [foldedOf(ORDERS), foldedOf(NAMES), foldedOf(AGENCY)]
/** Meanings of which a file has at most one column. */
const ONCE = new Set<ColumnMeaning>(['agencyName', 'agencyCode', 'year', 'item', 'value', 'level'])
const SAMPLE = 200

/** Whether a cell reads like the head of a column. */
export const isKnownHead =
  (catalogue: Catalogue) =>
  (text: string): boolean => {
    const key = foldedHead(lastKey(text))
    return (
      KNOWN.has(key) ||
      ORDER.has(key) ||
      NAME.has(key) ||
      AGENCY_HEAD.has(key) ||
      figureMeaning(catalogue, text) !== null
    )
  }

/**
 * What the columns of a file seem to be: by their heads, by titles of the catalogue, and where heads say too little by what
 * stands under them. A year that the file does not have is left open.
 */
export function guessMapping(tables: readonly ResultTable[], catalogue: Catalogue): ColumnMapping {
  const years = frameworkYears(catalogue)
  const seen = headsOf(tables).map((head) => ({
    head,
    values: [...new Set(valuesUnder(tables, head))].slice(0, SAMPLE),
  }))
  const first = seen.map((column) => ({ ...column, means: meaningOf(catalogue, column) }))
  const items = new Set(
    tables.map((table) =>
      itemColumn(
        first.filter(({ head }) => has(table, head)),
        catalogue,
        years,
      ),
    ),
  )
  const hasItem = !items.has(null) || first.some(({ means }) => means === 'instrument')
  const hasTotal = first.some(({ means }) => means === 'figure:total')
  const taken: MappedColumn[] = []
  const columns = first.map(({ head, means }): MappedColumn => {
    const wanted = items.has(head) ? 'item' : means === 'item' || means === 'order' ? 'nothing' : means
    // A score beside an agency and no item is what the agency has got in all.
    const fitting = wanted === 'value' && !hasItem ? (hasTotal ? 'nothing' : 'figure:total') : wanted
    // One sheet has one column of each; another sheet may have another head for it.
    const isTaken =
      (ONCE.has(fitting) || fitting.startsWith('figure:')) &&
      taken.some(
        (other) =>
          other.means === fitting && tables.some((table) => has(table, head) && has(table, other.head)),
      )
    const column: MappedColumn = { head, means: isTaken ? 'nothing' : fitting }
    taken.push(column)
    return column
  })
  return {
    columns,
    year: null,
    instrumentScale: null,
    agency: null,
    fillDown: looksUnmerged(tables, columns),
    levels: {},
  }
}

const has = (table: ResultTable, head: string) =>
  table.heads.some((own) => foldedHead(own) === foldedHead(head))

type Seen = Readonly<{ head: string; values: readonly string[] }>
type Guessed = Seen & Readonly<{ means: ColumnMeaning | 'order' }>

function meaningOf(catalogue: Catalogue, { head, values }: Seen): ColumnMeaning | 'order' {
  const key = foldedHead(lastKey(head))
  const known = KNOWN.get(key)
  if (known === 'instrument' && !values.some((value) => wholeOf(value) !== null)) return 'nothing'
  if (known !== undefined) return known
  if (AGENCY_HEAD.has(key)) return values.every((value) => /^\d+$/u.test(value)) ? 'agencyCode' : 'agencyName'
  if (NAME.has(key)) return head.includes('.') ? 'item' : 'agencyName'
  if (ORDER.has(key)) return values.every((value) => /^\d{1,2}$/u.test(value)) ? 'order' : 'nothing'
  return figureMeaning(catalogue, head) ?? (allYears(values) ? 'year' : 'nothing')
}

const allYears = (values: readonly string[]) =>
  values.length > 0 &&
  values.every((value) => /\d{4}/u.test(value) && value.length <= 24 && yearIn(value) !== null)

/** One figure that every framework year which knows the head knows by the same code. */
function figureMeaning(catalogue: Catalogue, head: string): ColumnMeaning | null {
  const text = lastKey(head)
  const whole = wholeOf(text)
  if (whole !== null) return `figure:${whole}`
  // A number alone is no head of a figure: a table of years or of ranks has such heads too.
  if (/^[\d\s.]*$/u.test(text)) return null
  const codes = new Set(
    frameworkYears(catalogue).flatMap((year) => {
      const place = figurePlace(catalogue, year, text)
      return place?.kind === 'score' ? [place.ref.slice(5).toLowerCase()] : []
    }),
  )
  const [code] = codes
  return codes.size === 1 && code !== undefined ? `figure:${code}` : null
}

/** The column whose values name most items in some year; a title before a number, which may as well be a rank. */
function itemColumn(
  columns: readonly Guessed[],
  catalogue: Catalogue,
  years: readonly number[],
): string | null {
  const named = (values: readonly string[]) =>
    Math.max(
      0,
      ...years.map((year) => values.filter((value) => figurePlace(catalogue, year, value) !== null).length),
    )
  const candidates = columns
    .filter(({ means }) => means === 'item' || means === 'order')
    .map(({ head, means, values }) => ({
      head,
      isOrder: means === 'order',
      share: values.length === 0 ? 0 : named(values) / values.length,
    }))
    .toSorted((a, b) => Number(a.isOrder) - Number(b.isOrder) || b.share - a.share)
  const readable = candidates.find(({ share }) => share > 0.5)
  return (readable ?? candidates.find(({ isOrder }) => !isOrder))?.head ?? null
}

/** Whether names of agencies stand only in the first row of each, as where merged cells were taken apart. */
function looksUnmerged(tables: readonly ResultTable[], columns: readonly MappedColumn[]): boolean {
  const head = columns.find(({ means }) => means === 'agencyName' || means === 'agencyCode')?.head
  if (head === undefined) return false
  return tables.some((table) => {
    const at = table.heads.findIndex((own) => foldedHead(own) === foldedHead(head))
    const blanks = table.rows.filter(({ cells }) => (cells[at]?.text ?? '') === '').length
    return at >= 0 && (table.rows[0]?.cells[at]?.text ?? '') !== '' && blanks > table.rows.length / 2
  })
}

const lastKey = (head: string) =>
  /^[\w.]+\.[A-Za-z_]\w*$/u.test(head) ? (head.split('.').at(-1) ?? head) : head
