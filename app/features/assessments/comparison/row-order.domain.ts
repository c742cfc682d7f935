import { compareDecimal, type DecimalText } from '../../../kernel/decimal.ts'
import {
  type Catalogue,
  findIndicator,
  findItem,
  type Instrument,
  relationBetween,
} from '../../catalogue/index.ts'
import type { CompareOptions, ComparisonRow } from './comparison.domain.ts'

/** Rows that are asked for, in the order that is asked for; rows that an order says nothing of keep that of the years. */
export function arranged(
  catalogue: Catalogue,
  rows: readonly ComparisonRow[],
  options: CompareOptions,
): readonly ComparisonRow[] {
  const withFigures = new Set(rows.filter(hasFigure).map(({ instrument }) => instrument))
  const shown = rows.filter(
    (row) =>
      (options.instrument === null || row.instrument === options.instrument) &&
      (options.indicator === null || isOfIndicator(catalogue, row, options.indicator)) &&
      (options.rows === 'all' || isKnown(row, withFigures)),
  )
  const inYears = shown.toSorted((a, b) => place(rows, a) - place(rows, b))
  return options.sort === 'order' ? inYears : inYears.toSorted(ORDERS[options.sort])
}

export const hasFigure = ({ cells }: ComparisonRow): boolean => cells.some(({ figure }) => figure !== null)

/** A figure is there, or something is told of an instrument that has figures: what is no longer asked. */
const isKnown = (row: ComparisonRow, withFigures: ReadonlySet<Instrument | null>): boolean =>
  hasFigure(row) || (withFigures.has(row.instrument) && row.joins.some((join) => join?.kind === 'not-asked'))

/** The last change that may be said; null where none may. */
function changeOf({ joins }: ComparisonRow): DecimalText | null {
  const join = joins.findLast((one) => one?.kind === 'comparable')
  return join?.kind === 'comparable' ? unsigned(join.change) : null
}

const unsigned = (change: DecimalText): DecimalText => change.replace('+', '')

const latest = ({ cells }: ComparisonRow): DecimalText | null =>
  cells.findLast(({ figure }) => figure !== null)?.figure?.value ?? null

type Order = (a: ComparisonRow, b: ComparisonRow) => number
const ORDERS: Readonly<Record<'falls' | 'rises' | 'weakest', Order>> = {
  falls: (a, b) => lowestFirst(changeOf(a), changeOf(b)),
  rises: (a, b) => {
    const [first, second] = [changeOf(a), changeOf(b)]
    return first === null || second === null ? lowestFirst(first, second) : compareDecimal(second, first)
  },
  weakest: (a, b) => lowestFirst(latest(a), latest(b)),
}

const lowestFirst = (a: DecimalText | null, b: DecimalText | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareDecimal(a, b)

/** By the place of its item in the earliest year that has one; rows that begin later stand behind. */
const place = (rows: readonly ComparisonRow[], row: ComparisonRow): number => {
  const at = row.cells.findIndex(({ ref, figure }) => ref !== null || figure !== null)
  return at * rows.length + rows.indexOf(row)
}

function isOfIndicator(
  catalogue: Catalogue,
  { cells }: ComparisonRow,
  asked: NonNullable<CompareOptions['indicator']>,
): boolean {
  return cells.some(({ ref }) => {
    if (ref === null) return false
    const own = findItem(catalogue, ref)?.indicator ?? ref
    const line = [own, findIndicator(catalogue, own)?.parent ?? own]
    return line.some((one) => relationBetween(catalogue, one, asked)?.relationship === 'equal')
  })
}
