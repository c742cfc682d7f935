import { toArabicDigits } from '../../../kernel/thai-digits.ts'

/** What a column may be, other than one figure. `instrument` names the instrument of a row whose item is left blank. */
export const COLUMN_MEANINGS = [
  'nothing',
  'agencyName',
  'agencyCode',
  'agencyKind',
  'ministry',
  'province',
  'year',
  'instrument',
  'item',
  'value',
  'nAnswered',
  'nRequired',
  'level',
] as const
type PlainMeaning = (typeof COLUMN_MEANINGS)[number]

/** A column that is one figure itself: an indicator or item by its code in the year of the row, an instrument, the total. */
export type FigureMeaning = `figure:${string}`
export type ColumnMeaning = PlainMeaning | FigureMeaning

/** A column by its head; a head that stands twice in a sheet is told apart by a number: "คะแนน", "คะแนน (2)". */
export type MappedColumn = Readonly<{ head: string; means: ColumnMeaning }>

export const INSTRUMENT_SCALES = ['weighted', 'of-100'] as const
export type InstrumentScale = (typeof INSTRUMENT_SCALES)[number]

/**
 * How a file is read. Columns are named by their heads, so that it holds for every sheet and every later file of the same
 * source. It is kept as JSON.
 */
export type ColumnMapping = Readonly<{
  columns: readonly MappedColumn[]
  /** Framework year (B.E.) of rows that have none of their own; null where every row has one. */
  year: number | null
  /** Scores of instruments as parts of the total (30, 30, 40) or of 100; null: told apart by the file. */
  instrumentScale: InstrumentScale | null
  /** Key of the one agency whose rows are read (`agencyKey`); null: all. */
  agency: string | null
  /** A blank agency, year or instrument is that of the row above, as in a table whose merged cells were taken apart. */
  fillDown: boolean
  /** Words of the file for a level, and the key of the level that each is. */
  levels: Readonly<Record<string, string>>
}>

/** Agency columns of a row, as they are written. */
export type WrittenAgency = Readonly<{
  name: string
  code: string | null
  kind: string | null
  ministry: string | null
  province: string | null
}>

/** What tells agencies of a file apart: the code, else the folded name, with the province where there is one. */
export const agencyKey = ({
  name,
  code,
  province,
}: Pick<WrittenAgency, 'name' | 'code' | 'province'>): string =>
  code !== null ? `#${code}` : [name, ...(province === null ? [] : [province])].map(foldedHead).join('|')

/** A head or name for comparing: no case, no marks, no white space. */
export const foldedHead = (text: string): string =>
  toArabicDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\-–_.()*:/"'“”]+/gu, '')

const FIGURE = /^figure:(?:[ieo][1-9]\d?|ind\d{1,2}(?:\.\d)?|IIT|EIT|OIT|total)$/u

export const isColumnMeaning = (text: string): text is ColumnMeaning =>
  (COLUMN_MEANINGS as readonly string[]).includes(text) || FIGURE.test(text)

/** The code behind `figure:`; null for every other meaning. */
export const figureOf = (means: ColumnMeaning): string | null =>
  means.startsWith('figure:') ? means.slice('figure:'.length) : null

/** A mapping that was kept, as JSON gives it back; null where it is none. */
export function readMapping(kept: unknown): ColumnMapping | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { columns, year, instrumentScale, agency, fillDown, levels } = kept as Record<string, unknown>
  if (!Array.isArray(columns)) return null
  return {
    columns: columns.flatMap((column: unknown): MappedColumn[] => {
      const { head, means } = (column ?? {}) as Record<string, unknown>
      return typeof head === 'string' && typeof means === 'string' && isColumnMeaning(means)
        ? [{ head, means }]
        : []
    }),
    year: typeof year === 'number' ? year : null,
    instrumentScale: INSTRUMENT_SCALES.find((scale) => scale === instrumentScale) ?? null,
    agency: typeof agency === 'string' && agency !== '' ? agency : null,
    fillDown: fillDown === true,
    levels: Object.fromEntries(
      Object.entries((levels ?? {}) as Record<string, unknown>).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ),
  }
}
