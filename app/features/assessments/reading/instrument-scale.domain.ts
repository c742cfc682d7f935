import { isDecimalText } from '../../../kernel/decimal.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { type Catalogue, frameworkOf, type Instrument } from '../../catalogue/index.ts'
import { UNIT, type WorkingNumber, weighted, workingNumber } from '../scoring/working-number.domain.ts'
import type { InstrumentScale } from './mapping.domain.ts'

/** What one agency has in one year, as it is written. */
export type WrittenTotals = Readonly<{
  year: number
  instruments: ReadonlyMap<Instrument, string>
  total: string | null
}>

/** Four printed figures, each rounded to the second place, are at most so far from adding up. */
const ROUNDED = (2 * UNIT) / 100

/**
 * Whether scores of instruments are parts of the total or of 100. Each above its weight: of 100. All at most their weights:
 * parts. Printed totals decide over that, where they add up in one way only. `ask` where totals add up in neither way, or
 * without totals some instrument is above its weight and another never is. Null without any score.
 */
export function scaleOf(
  rows: readonly WrittenTotals[],
  catalogue: Catalogue,
  given: InstrumentScale | null,
): InstrumentScale | 'ask' | null {
  if (!rows.some(({ instruments }) => instruments.size > 0)) return null
  if (given !== null) return given
  const highest = new Map<Instrument, boolean>()
  const adding = { weighted: 0, 'of-100': 0, neither: 0 }
  for (const row of rows) {
    const weights = weightsOf(catalogue, row.year)
    for (const [instrument, text] of row.instruments) {
      const value = numberOf(text)
      const isAbove = value !== null && value > (weights.get(instrument) ?? 100) * UNIT
      highest.set(instrument, (highest.get(instrument) ?? false) || isAbove)
    }
    const way = wayOfAdding(row, weights)
    if (way !== null) adding[way] += 1
  }
  const above = [...highest.values()]
  if (adding.weighted > adding['of-100'] && !above.includes(true)) return 'weighted'
  if (adding['of-100'] > adding.weighted) return 'of-100'
  // No instrument that has been above its weight is a part of the total, whatever the total says.
  if (above.every((isAbove) => isAbove)) return 'of-100'
  if (adding.neither > 0) return 'ask'
  return above.every((isAbove) => !isAbove) ? 'weighted' : 'ask'
}

function wayOfAdding(
  { instruments, total }: WrittenTotals,
  weights: ReadonlyMap<Instrument, number>,
): InstrumentScale | 'neither' | null {
  const printed = total === null ? null : numberOf(total)
  const parts = [...weights].map(([instrument, percent]) => ({
    percent,
    value: numberOf(instruments.get(instrument) ?? ''),
  }))
  if (printed === null || parts.length === 0 || parts.some(({ value }) => value === null)) return null
  const near = (sum: WorkingNumber) => Math.abs(sum - printed) <= ROUNDED
  const isParts = near(parts.reduce((sum, { value }) => sum + (value ?? 0), 0))
  const isOf100 = near(parts.reduce((sum, { value, percent }) => sum + weighted(value ?? 0, percent), 0))
  // Nothing but zeros adds up in both ways.
  return isParts === isOf100 ? (isParts ? null : 'neither') : isParts ? 'weighted' : 'of-100'
}

export const weightsOf = (catalogue: Catalogue, year: number): ReadonlyMap<Instrument, number> =>
  new Map(
    frameworkOf(catalogue, year)?.weights.map(({ instrument, percent }) => [instrument, Number(percent)]),
  )

function numberOf(written: string): WorkingNumber | null {
  const text = toArabicDigits(written).replace(/[%\s]/gu, '')
  return isDecimalText(text) && !text.startsWith('-') ? workingNumber(text) : null
}
