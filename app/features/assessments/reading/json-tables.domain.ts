import { err, ok, type Result } from '../../../kernel/result.ts'

/** A table out of JSON: heads are paths of keys ("data.score"), rows are records in their order. */
export type JsonTable = Readonly<{
  /** Key under which it stands beside other tables; null for the only one. */
  name: string | null
  rows: readonly (readonly string[])[]
}>
export type JsonBounds = Readonly<{ rows: number; columns: number }>
type JsonFault = 'damaged-file' | 'too-large' | 'table-too-large' | 'no-table'

const DEEPEST = 6
/** A list inside a wide row repeats it for each entry: a small file may be a table that fills the memory. */
const MOST_CELLS = 3_000_000
type Row = ReadonlyMap<string, string>
type Rows = { readonly list: Row[]; cells: number }
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

class Beyond extends Error {
  readonly fault: JsonFault
  constructor(fault: JsonFault) {
    super(fault)
    this.fault = fault
  }
}

/**
 * JSON that is laid out as a table: an array of rows, an object that holds one (`{"data": […]}`) or several under their
 * keys, rows as objects or as arrays of cells. A list inside a row makes a row of each of its entries, with the fields of
 * the row above repeated. The first row of the answer are the heads, where rows are objects.
 */
export function jsonTables(text: string, bounds: JsonBounds): Result<readonly JsonTable[], JsonFault> {
  let whole: Json
  try {
    whole = JSON.parse(text)
  } catch {
    return err('damaged-file')
  }
  try {
    const tables = tablesIn(whole, bounds)
    return tables.length === 0 ? err('no-table') : ok(tables)
  } catch (error) {
    if (error instanceof Beyond) return err(error.fault)
    throw error
  }
}

function tablesIn(whole: Json, bounds: JsonBounds): readonly JsonTable[] {
  if (isList(whole)) return [tableOf(null, whole, new Map(), bounds)]
  if (!isRecord(whole)) return []
  const entries = Object.entries(whole)
  const lists = entries.filter((entry): entry is [string, readonly Json[]] => isList(entry[1]))
  const beside = scalarsOf(Object.fromEntries(entries.filter(([, value]) => !isList(value))), '', 0)
  if (lists.length === 0) return beside.size === 0 ? [] : [tableOf(null, [whole], new Map(), bounds)]
  return lists.map(([key, list]) => tableOf(lists.length === 1 ? null : key, list, beside, bounds))
}

function tableOf(name: string | null, list: readonly Json[], above: Row, bounds: JsonBounds): JsonTable {
  if (list.length > 0 && list.every(isList)) return { name, rows: rowsOfCells(list, bounds) }
  const found: Rows = { list: [], cells: 0 }
  for (const entry of list) addRows(found, entry, { above, path: '', depth: 0, bounds })
  const rows = found.list
  const heads = headsOf(rows)
  if (heads.length > bounds.columns) throw new Beyond('table-too-large')
  return { name, rows: [heads, ...rows.map((row) => heads.map((head) => row.get(head) ?? ''))] }
}

function headsOf(rows: readonly Row[]): readonly string[] {
  const heads = new Set<string>()
  for (const row of rows) for (const head of row.keys()) heads.add(head)
  return [...heads]
}

function rowsOfCells(list: readonly (readonly Json[])[], bounds: JsonBounds): readonly (readonly string[])[] {
  if (list.length > bounds.rows) throw new Beyond('too-large')
  if (list.some((cells) => cells.length > bounds.columns)) throw new Beyond('table-too-large')
  return list.map((cells) => cells.map((cell) => (isScalar(cell) ? written(cell) : '')))
}

type Where = Readonly<{ above: Row; path: string; depth: number; bounds: JsonBounds }>

/** Rows of one entry: its own fields, and for each list in it the rows of that list. */
function addRows(rows: Rows, entry: Json, { above, path, depth, bounds }: Where): void {
  if (depth > DEEPEST) throw new Beyond('table-too-large')
  if (isScalar(entry)) {
    if (path !== '') push(rows, new Map([...above, [path, written(entry)]]), bounds)
    return
  }
  if (isList(entry)) {
    for (const one of entry) addRows(rows, one, { above, path, depth: depth + 1, bounds })
    return
  }
  const own: Row = new Map([...above, ...scalarsOf(entry, path, depth)])
  const lists = Object.entries(entry).filter(([, value]) => isList(value) && value.length > 0)
  if (lists.length === 0) push(rows, own, bounds)
  for (const [key, list] of lists)
    addRows(rows, list, { above: own, path: joined(path, key), depth: depth + 1, bounds })
}

function push(rows: Rows, row: Row, bounds: JsonBounds): void {
  if (rows.list.length >= bounds.rows) throw new Beyond('too-large')
  if (row.size > bounds.columns) throw new Beyond('table-too-large')
  rows.cells += row.size
  if (rows.cells > MOST_CELLS) throw new Beyond('table-too-large')
  rows.list.push(row)
}

/** Fields that are values, those of objects inside with their path. */
function scalarsOf(entry: { readonly [key: string]: Json }, path: string, depth: number): Row {
  if (depth > DEEPEST) throw new Beyond('table-too-large')
  return new Map(
    Object.entries(entry).flatMap(([key, value]) => {
      if (isScalar(value)) return [[joined(path, key), written(value)] as const]
      return isRecord(value) ? [...scalarsOf(value, joined(path, key), depth + 1)] : []
    }),
  )
}

const joined = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isScalar = (value: Json): value is null | boolean | number | string =>
  value === null || typeof value !== 'object'
const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value)
const written = (value: null | boolean | number | string): string =>
  value === null || typeof value === 'boolean'
    ? ''
    : String(value)
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/\p{Cs}/gu, '')
        .normalize('NFC')
        .trim()
