import { compareDecimal, type DecimalText } from '../../../kernel/decimal.ts'
import type { Framework, Instrument, LevelRule } from '../../catalogue/index.ts'

/** Scores of 100, to any number of places; null where not known. */
export type Standing = Readonly<{
  total: DecimalText | null
  instruments: Readonly<Record<Instrument, DecimalText | null>>
}>

/**
 * The level of a standing by the framework's rules, the best that holds: the total reaches its bound and, where the rule
 * says so (from 2567), each of the three instruments too. Bounds are reached by the value as it is, not as it is printed:
 * 84.995 is not 85. Null where something that decides is not known.
 */
export function levelOf({ levels }: Framework, { total, instruments }: Standing): LevelRule | null {
  if (total === null) return null
  for (const rule of levels) {
    if (compareDecimal(total, rule.totalAtLeast) < 0) continue
    const bound = rule.eachInstrumentAtLeast
    if (bound === null) return rule
    const scores = Object.values(instruments)
    if (scores.some((score) => score !== null && compareDecimal(score, bound) < 0)) continue
    // None known is below, but one that is not known may be: nothing can be said.
    return scores.includes(null) ? null : rule
  }
  return null
}
