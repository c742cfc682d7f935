import { type DecimalText, isDecimalText, twoPlaces } from '../../kernel/decimal.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { buddhistYear } from '../../kernel/thai-date.ts'
import { toArabicDigits } from '../../kernel/thai-digits.ts'
import { type Catalogue, canonicalRef } from '../catalogue/index.ts'
import type { ReadScore } from './score.domain.ts'
import { SCORE_COLUMNS, type ScoreColumn } from './score-column.table.ts'
import { THAI_HEADS } from './score-reading-words.th.ts'

const NEEDED: readonly ScoreColumn[] = ['year', 'item', 'value']
const ENGLISH_HEADS: Readonly<Record<ScoreColumn, readonly string[]>> = {
  year: ['year', 'framework year', 'fiscal year'],
  item: ['item', 'item code', 'code', 'indicator'],
  value: ['score', 'value'],
  nAnswered: ['answered', 'n answered', 'n'],
  nRequired: ['required', 'n required'],
}

export type SheetOfCells = Readonly<{
  name: string | null
  firstRow: number
  rows: readonly (readonly Readonly<{ text: string; isFormula: boolean }>[])[]
}>

export type ScoreFaultCode =
  | 'score.no-head'
  | 'score.no-column'
  | 'score.no-rows'
  | 'score.formula'
  | 'score.bad-year'
  | 'score.unknown-item'
  | 'score.no-value'
  | 'score.bad-value'
  | 'score.out-of-range'
  | 'score.too-precise'
  | 'score.bad-count'
  | 'score.twice'

/** What is wrong in one cell; rows and columns count from 1. `other` is what it is held against, or empty. */
export type ScoreFault = Readonly<{
  sheet: string | null
  row: number
  column: number
  code: ScoreFaultCode
  value: string
  other: string
}>

const HEAD_WITHIN_ROWS = 10
const LONGEST_SHOWN = 60

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–_.()*:/]+/gu, '')
const COLUMN_OF = new Map<string, ScoreColumn>(
  SCORE_COLUMNS.flatMap((column) =>
    [column, ...ENGLISH_HEADS[column], ...THAI_HEADS[column]].map((head) => [folded(head), column] as const),
  ),
)

/** Scores of every sheet that holds anything, or what is wrong with which cell. */
export function readScoreRows(
  sheets: readonly SheetOfCells[],
  catalogue: Catalogue,
): { scores: readonly ReadScore[]; faults: readonly ScoreFault[] } {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(({ text }) => text !== '')))
  const read = filled.map((sheet) => readSheet(sheet, catalogue))
  const scores = read.flatMap((one) => one.scores)
  const faults = [...read.flatMap((one) => one.faults), ...twice(scores)]
  if (scores.length === 0 && faults.length === 0)
    return {
      scores,
      faults: [faultAt({ sheet: null, row: 1 }, { column: 1 }, 'score.no-rows')],
    }
  return { scores, faults }
}

type Read = { scores: readonly ReadScore[]; faults: readonly ScoreFault[] }
type Cell = Readonly<{ text: string; isFormula: boolean; column: number }>
type Place = Readonly<{ sheet: string | null; row: number }>

function readSheet({ name: sheet, firstRow, rows }: SheetOfCells, catalogue: Catalogue): Read {
  const head = rows
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((row) => row.some(({ text }) => COLUMN_OF.has(folded(text))))
  if (head < 0)
    return { scores: [], faults: [faultAt({ sheet, row: firstRow }, { column: 1 }, 'score.no-head')] }
  const columns = new Map<ScoreColumn, number>()
  for (const [index, { text }] of (rows[head] ?? []).entries()) {
    const column = COLUMN_OF.get(folded(text))
    if (column && !columns.has(column)) columns.set(column, index)
  }
  const absent = NEEDED.filter((column) => !columns.has(column))
  if (absent.length > 0)
    return {
      scores: [],
      faults: absent.map((column) =>
        faultAt({ sheet, row: firstRow + head }, { column: 1, text: column }, 'score.no-column'),
      ),
    }
  const read = rows.slice(head + 1).map((cells, index) => {
    const cellOf = (name: ScoreColumn): Cell => {
      const at = columns.get(name) ?? -1
      const { text = '', isFormula = false } = cells[at] ?? {}
      return { text, isFormula, column: at + 1 }
    }
    return readRow({ sheet, row: firstRow + head + 1 + index }, cellOf, catalogue)
  })
  return { scores: read.flatMap((row) => row.scores), faults: read.flatMap((row) => row.faults) }
}

function readRow(place: Place, cellOf: (name: ScoreColumn) => Cell, catalogue: Catalogue): Read {
  const cells = SCORE_COLUMNS.map(cellOf)
  const formulas = cells.filter(({ isFormula }) => isFormula)
  if (formulas.length > 0)
    return { scores: [], faults: formulas.map((cell) => faultAt(place, cell, 'score.formula')) }
  if (cells.every(({ text }) => text === '')) return { scores: [], faults: [] }

  const year = buddhistYear(cellOf('year').text)
  const ref = year === null ? null : refOf(catalogue, year, cellOf('item').text)
  const value = scoreIn(cellOf('value').text)
  const nAnswered = countOf(cellOf('nAnswered').text)
  const nRequired = countOf(cellOf('nRequired').text)
  if (year !== null && ref !== null && value.ok && nAnswered !== undefined && nRequired !== undefined)
    return { scores: [{ year, ref, value: value.value, nAnswered, nRequired, ...place }], faults: [] }
  return {
    scores: [],
    faults: [
      ...(year === null ? [faultAt(place, cellOf('year'), 'score.bad-year')] : []),
      ...(year !== null && ref === null
        ? [faultAt(place, cellOf('item'), 'score.unknown-item', String(year))]
        : []),
      ...(value.ok ? [] : [faultAt(place, cellOf('value'), value.error)]),
      ...(nAnswered === undefined ? [faultAt(place, cellOf('nAnswered'), 'score.bad-count')] : []),
      ...(nRequired === undefined ? [faultAt(place, cellOf('nRequired'), 'score.bad-count')] : []),
    ],
  }
}

const faultAt = (
  place: Place,
  { column, text = '' }: Readonly<{ column: number; text?: string }>,
  code: ScoreFaultCode,
  other = '',
): ScoreFault => ({
  sheet: place.sheet,
  row: place.row,
  column,
  code,
  value: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text,
  other,
})

/** The item as the year writes it: "i1", "O28", or an indicator as "ind6", "6" or "ตัวชี้วัดที่ 6" in the sheet's words. */
function refOf(catalogue: Catalogue, year: number, written: string): ItemRef | null {
  const text = toArabicDigits(written).replace(/\s+/gu, '')
  const number = /^(?:[^\d]*?)(\d{1,2})$/u.exec(text)
  const code =
    /^[ieo]\d{1,2}$/iu.test(text) || /^ind\d/iu.test(text) ? text : number ? `ind${number[1]}` : text
  return canonicalRef(catalogue, year, code)
}

/** A score of 100 with two places; a figure of a spreadsheet may carry the noise of its binary form, and no more. */
function scoreIn(written: string): Result<DecimalText, ScoreFaultCode> {
  const text = toArabicDigits(written).replace(/[%\s]/gu, '')
  if (text === '') return err('score.no-value')
  if (!isDecimalText(text)) return err('score.bad-value')
  const number = Number(text)
  if (number < 0 || number > 100) return err('score.out-of-range')
  const value = twoPlaces(text)
  return Math.abs(Number(value) - number) > 1e-9 ? err('score.too-precise') : ok(value)
}

/** Null for an empty cell, undefined for one that is no count. */
function countOf(written: string): number | null | undefined {
  const text = toArabicDigits(written).replace(/[,\s]/gu, '')
  if (text === '') return null
  return /^\d{1,8}(\.0+)?$/u.test(text) ? Number(text) : undefined
}

function twice(scores: readonly ReadScore[]): readonly ScoreFault[] {
  const first = new Map<ItemRef, ReadScore>()
  return scores.flatMap((score): ScoreFault[] => {
    const earlier = first.get(score.ref)
    if (!earlier) {
      first.set(score.ref, score)
      return []
    }
    return [faultAt(score, { column: 1, text: score.ref }, 'score.twice', String(earlier.row))]
  })
}
