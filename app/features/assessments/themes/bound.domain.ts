import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Framework, LevelRule } from '../../catalogue/index.ts'

/** Below `value` a score or a view counts as weak: what the level next to the best asks of every instrument, or of the total. */
export type Bound = Readonly<{ value: DecimalText; level: LevelRule }>

/** The bound of a framework year; null where its levels are not known. */
export function boundOf({ levels }: Framework): Bound | null {
  const level = levels[1] ?? levels[0]
  return level ? { value: level.eachInstrumentAtLeast ?? level.totalAtLeast, level } : null
}
