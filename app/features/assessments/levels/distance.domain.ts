import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument, LevelRule } from '../../catalogue/index.ts'
import { printed, UNIT, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'
import { levelOf, type Standing } from './level.domain.ts'

/** What items of 100 in one indicator would do: an item that goes from 0 to 100 raises the instrument by `worth`. */
export type ItemsNeeded = Readonly<{
  indicator: ItemRef
  worth: DecimalText
  /** How many such items; null where the indicator has not so many. */
  needed: number | null
}>

export type InstrumentDistance = Readonly<{
  instrument: Instrument
  score: DecimalText | null
  percent: number
  /** What it must reach itself for the next level, and how much it is short of it: "0.00" where reached, null where not asked or not known. */
  bound: DecimalText | null
  short: DecimalText | null
  /**
   * By how much this instrument alone would have to rise for the total: "not-possible" beyond its 100; null where the total
   * is there already, or something is not known.
   */
  aloneForTotal: DecimalText | 'not-possible' | null
  /** Of disclosure alone, for the larger of the two: what items of 100 would do, by indicator. Empty where not short. */
  items: readonly ItemsNeeded[]
}>

export type LevelDistance = Readonly<{
  level: LevelRule | null
  /** The next level up; null at the best, and where the level itself is not known. */
  next: LevelRule | null
  /** Points of the total missing to the next level: "0.00" where only instruments are short. */
  totalShort: DecimalText | null
  instruments: readonly InstrumentDistance[]
  /** The better level that the total alone would give, and the instruments that hold it down; null where nothing does. */
  heldDown: Readonly<{ from: LevelRule; by: readonly Instrument[] }> | null
}>

/**
 * The level, how far the next one is, and what it would take. Points that are short are rounded up to the hundredth, so that
 * a rise by so much does reach the bound.
 */
export function distanceOf(framework: Framework, standing: Standing): LevelDistance {
  const level = levelOf(framework, standing)
  const at = level === null ? -1 : framework.levels.indexOf(level)
  const next = at > 0 ? (framework.levels[at - 1] ?? null) : null
  const missing = next === null || standing.total === null ? null : shortOf(standing.total, next.totalAtLeast)
  return {
    level,
    next,
    totalShort: missing === null ? null : upToHundredth(missing),
    instruments: framework.weights.map(({ instrument, percent }) => {
      const score = standing.instruments[instrument]
      const bound = next?.eachInstrumentAtLeast ?? null
      const own = bound === null || score === null ? null : shortOf(score, bound)
      const rise = missing === null || missing === 0 ? null : Math.ceil((missing * 100) / Number(percent))
      const isPossible = score !== null && rise !== null && workingNumber(score) + rise <= 100 * UNIT
      const need = Math.max(own ?? 0, isPossible ? (rise ?? 0) : 0)
      return {
        instrument,
        score,
        percent: Number(percent),
        bound,
        short: own === null ? null : upToHundredth(own),
        aloneForTotal:
          rise === null || score === null ? null : isPossible ? upToHundredth(rise) : 'not-possible',
        items: instrument === 'OIT' && need > 0 ? itemsNeeded(framework, need) : [],
      }
    }),
    heldDown: heldDown(framework, standing, level),
  }
}

function heldDown({ levels }: Framework, standing: Standing, level: LevelRule | null) {
  const { total, instruments } = standing
  if (total === null || level === null) return null
  const from = levels.find(({ totalAtLeast }) => shortOf(total, totalAtLeast) === 0)
  const bound = from?.eachInstrumentAtLeast ?? null
  if (!from || from === level || bound === null) return null
  const by = (Object.keys(instruments) as Instrument[]).filter((name) => {
    const score = instruments[name]
    return score !== null && shortOf(score, bound) > 0
  })
  return { from, by }
}

/** By the mean of means: an item is a part of its indicator, the indicator a part of its instrument. */
function itemsNeeded(framework: Framework, need: WorkingNumber): readonly ItemsNeeded[] {
  const top = framework.indicators.filter(({ instrument, parent }) => instrument === 'OIT' && parent === null)
  return top.flatMap(({ ref }) => {
    const own = [ref, ...framework.indicators.filter(({ parent }) => parent === ref).map((sub) => sub.ref)]
    const items = framework.items.filter(({ indicator }) => indicator !== null && own.includes(indicator))
    if (items.length === 0) return []
    const parts = items.length * top.length
    const needed = Math.ceil((need * parts) / (100 * UNIT))
    return [
      {
        indicator: ref,
        worth: printed(Math.round((100 * UNIT) / parts)),
        needed: needed <= items.length ? needed : null,
      },
    ]
  })
}

const shortOf = (score: DecimalText, bound: DecimalText): WorkingNumber =>
  Math.max(0, workingNumber(bound) - workingNumber(score))

/** Points that a score is short of a bound, up to the hundredth; null where it reaches it. */
export function pointsShort(score: DecimalText, bound: DecimalText): DecimalText | null {
  const short = shortOf(score, bound)
  return short === 0 ? null : upToHundredth(short)
}

const HUNDREDTH = UNIT / 100
const upToHundredth = (value: WorkingNumber): DecimalText => printed(Math.ceil(value / HUNDREDTH) * HUNDREDTH)
