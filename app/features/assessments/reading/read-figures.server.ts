import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import type { FileFaultCode } from '../../../platform/office-files/file-fault.ts'
import { readCells } from '../../../platform/office-files/read-cells.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { FiguresFault, FiguresRefusal, ReadFigures } from './figure.domain.ts'
import { figuresIn } from './figures.domain.ts'
import { guessMapping, isKnownHead } from './guess-mapping.domain.ts'
import { jsonTables } from './json-tables.domain.ts'
import { type ColumnMapping, foldedHead } from './mapping.domain.ts'
import { RESULT_WORDS } from './read-words.th.ts'
import { headsOf, type RawTable, type ResultTable, tablesWithHeads } from './result-table.domain.ts'

/** A file of results is at most so large; results of every agency of the country, one row a figure, have their place. */
export const RESULT_FILE_BYTES = 5_000_000
const LIMITS = { bytes: RESULT_FILE_BYTES, rows: 120_001, columns: 200 }
const JSON_START = /^\ufeff?\s*[[{]/u
const FAULTS: Readonly<Record<FileFaultCode | 'no-table', FiguresFault>> = {
  'unknown-format': 'figures.unknown-format',
  'damaged-file': 'figures.damaged-file',
  'archive-bomb': 'figures.archive-bomb',
  'too-large': 'figures.too-large',
  'table-too-large': 'figures.table-too-large',
  'unknown-encoding': 'figures.unknown-encoding',
  'no-table': 'figures.no-table',
}

/** A file taken apart into tables. `isJson`: its rows are records, and its heads paths of keys. */
export type OpenedFile = Readonly<{
  sha256: string
  headKey: string
  isJson: boolean
  tables: readonly ResultTable[]
}>

/**
 * Reads every figure of a file (XLSX, CSV, JSON) by what its columns mean, whole or not at all. Without a mapping it is
 * guessed; what can only be asked refuses (`figures.ask-…`).
 */
export async function readFigures(
  bytes: Uint8Array,
  { catalogue, mapping: given }: Readonly<{ catalogue: Catalogue; mapping: ColumnMapping | null }>,
): Promise<Result<ReadFigures, FiguresRefusal>> {
  const opened = await openFigures(bytes, catalogue)
  if (!opened.ok) return opened
  const { sha256, headKey, tables } = opened.value
  const mapping = given ?? guessMapping(tables, catalogue)
  const { records, faults, gaps, asks } = figuresIn(tables, mapping, catalogue)
  const [ask] = asks
  if (ask !== undefined) return err({ code: ask, cells: [] })
  if (faults.length > 0) return err({ code: 'figures.refused', cells: faults })
  return ok({ sha256, headKey, mapping, records, gaps })
}

/** Takes a file apart into tables with their heads; what they mean is not asked yet. */
export async function openFigures(
  bytes: Uint8Array,
  catalogue: Catalogue,
): Promise<Result<OpenedFile, FiguresRefusal>> {
  if (bytes.length === 0) return refused('figures.no-file')
  const json = jsonText(bytes)
  const raw = json === null ? await cellTables(bytes) : jsonRawTables(json)
  if (!raw.ok) return refused(FAULTS[raw.error])
  const tables = tablesWithHeads(raw.value, isKnownHead(catalogue))
  if (tables.length === 0) return refused('figures.no-table')
  const headKey = sha256Hex(headsOf(tables).map(foldedHead).toSorted().join('\n'))
  return ok({ sha256: sha256Hex(bytes), headKey, isJson: json !== null, tables })
}

const refused = (code: FiguresFault): Result<never, FiguresRefusal> => err({ code, cells: [] })

/** JSON is UTF-8 and begins with a bracket, whatever the file is called; null for every other file. */
function jsonText(bytes: Uint8Array): string | null {
  if (bytes.length > RESULT_FILE_BYTES) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return JSON_START.test(text.slice(0, 200)) ? text : null
  } catch {
    return null
  }
}

const cellTables = (bytes: Uint8Array): Promise<Result<readonly RawTable[], FileFaultCode>> =>
  readCells(bytes, { limits: LIMITS, thaiWords: RESULT_WORDS, fillsMerges: true, showsPercent: true })

function jsonRawTables(text: string): Result<readonly RawTable[], FileFaultCode | 'no-table'> {
  const tables = jsonTables(text.replace(/^\ufeff/u, ''), LIMITS)
  if (!tables.ok) return tables
  return ok(
    tables.value.map(({ name, rows }) => ({
      name,
      // Heads are no record: the first record is row 1.
      firstRow: 0,
      rows: rows.map((row) => row.map((cell) => ({ text: cell, isFormula: false }))),
    })),
  )
}
