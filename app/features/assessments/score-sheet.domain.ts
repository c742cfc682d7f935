import { isDecimalText, twoPlaces } from '../../kernel/decimal.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import { buddhistYear } from '../../kernel/thai-date.ts'
import { toArabicDigits } from '../../kernel/thai-digits.ts'
import { type Catalogue, canonicalRef } from '../catalogue/index.ts'
import type { ReadScore } from './score.domain.ts'
import { THAI_HEADS } from './score-reading-words.th.ts'

/** Columns of a sheet of scores, one row a score. A year and an item make the reference; neither is ever assumed. */
export const SCORE_COLUMNS = ['year', 'item', 'value', 'nAnswered', 'nRequired'] as const
export type ScoreColumn = (typeof SCORE_COLUMNS)[number]
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
      faults: [{ sheet: null, row: 1, column: 1, code: 'score.no-rows', value: '', other: '' }],
    }
  return { scores, faults }
}

type Read = { scores: ReadScore[]; faults: ScoreFault[] }

function readSheet({ name: sheet, firstRow, rows }: SheetOfCells, catalogue: Catalogue): Read {
  const head = rows
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((row) => row.some(({ text }) => COLUMN_OF.has(folded(text))))
  const fault = (row: number, column: number, code: ScoreFaultCode, value = '', other = ''): ScoreFault => ({
    sheet,
    row,
    column,
    code,
    value: value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value,
    other,
  })
  if (head < 0) return { scores: [], faults: [fault(firstRow, 1, 'score.no-head')] }
  const columns = new Map<ScoreColumn, number>()
  for (const [index, { text }] of (rows[head] ?? []).entries()) {
    const column = COLUMN_OF.get(folded(text))
    if (column && !columns.has(column)) columns.set(column, index)
  }
  const absent = NEEDED.filter((column) => !columns.has(column))
  if (absent.length > 0)
    return {
      scores: [],
      faults: absent.map((column) => fault(firstRow + head, 1, 'score.no-column', column)),
    }

  const out: Read = { scores: [], faults: [] }
  for (const [index, cells] of rows.slice(head + 1).entries()) {
    const row = firstRow + head + 1 + index
    const cellOf = (column: ScoreColumn) => {
      const at = columns.get(column)
      const cell = at === undefined ? undefined : cells[at]
      return { text: cell?.text ?? '', isFormula: cell?.isFormula ?? false, column: (at ?? 0) + 1 }
    }
    const named = SCORE_COLUMNS.map(cellOf)
    if (named.every(({ text, isFormula }) => text === '' && !isFormula)) continue
    const formulas = named.filter(({ isFormula }) => isFormula)
    if (formulas.length > 0) {
      out.faults.push(...formulas.map(({ column }) => fault(row, column, 'score.formula')))
      continue
    }
    const [year, item, value, answered, required] = named as [Cell, Cell, Cell, Cell, Cell]
    const faults: ScoreFault[] = []
    const say = ({ column, text }: Cell, code: ScoreFaultCode, other = '') =>
      void faults.push(fault(row, column, code, text, other))
    const inYear = buddhistYear(year.text)
    if (inYear === null) say(year, 'score.bad-year')
    const ref = inYear === null ? null : refOf(catalogue, inYear, item.text)
    if (inYear !== null && ref === null) say(item, 'score.unknown-item', String(inYear))
    const score = valueOf(value.text)
    if (typeof score !== 'string') say(value, score.code)
    const nAnswered = countOf(answered.text)
    const nRequired = countOf(required.text)
    if (nAnswered === undefined) say(answered, 'score.bad-count')
    if (nRequired === undefined) say(required, 'score.bad-count')
    out.faults.push(...faults)
    if (faults.length === 0 && inYear !== null && ref !== null && typeof score === 'string')
      out.scores.push({
        year: inYear,
        ref,
        value: score,
        nAnswered: nAnswered ?? null,
        nRequired: nRequired ?? null,
        sheet,
        row,
      })
  }
  return out
}
type Cell = Readonly<{ text: string; column: number }>

/** The item as the year writes it: "i1", "O28", or an indicator as "ind6", "6" or "ตัวชี้วัดที่ 6" in the sheet's words. */
function refOf(catalogue: Catalogue, year: number, written: string): ItemRef | null {
  const text = toArabicDigits(written).replace(/\s+/gu, '')
  const number = /^(?:[^\d]*?)(\d{1,2})$/u.exec(text)
  const code =
    /^[ieo]\d{1,2}$/iu.test(text) || /^ind\d/iu.test(text) ? text : number ? `ind${number[1]}` : text
  return canonicalRef(catalogue, year, code)
}

/** A score of 100 with two places; a figure of a spreadsheet may carry the noise of its binary form, and no more. */
function valueOf(written: string): string | Readonly<{ code: ScoreFaultCode }> {
  const text = toArabicDigits(written).replace(/[%\s]/gu, '')
  if (text === '') return { code: 'score.no-value' }
  if (!isDecimalText(text)) return { code: 'score.bad-value' }
  const number = Number(text)
  if (number < 0 || number > 100) return { code: 'score.out-of-range' }
  const value = twoPlaces(text)
  return Math.abs(Number(value) - number) > 1e-9 ? { code: 'score.too-precise' } : value
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
    const { sheet, row } = score
    return [{ sheet, row, column: 1, code: 'score.twice', value: score.ref, other: String(earlier.row) }]
  })
}
