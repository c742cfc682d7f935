import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Instrument } from '../../catalogue/index.ts'
import type { Score } from '../score.domain.ts'

export type TotalPart = Instrument | 'total' | 'level'

/** An instrument's score, the total or the level as a source prints it. */
export type PrintedTotal = Readonly<{
  id: string
  /** Framework year, B.E. */
  year: number
  part: TotalPart
  /** Decimal text as printed; for a level its key. */
  value: string
  /** What the value is out of: '100', or the instrument's weight ('30', '40'); null for a level. */
  outOf: DecimalText | null
  nAnswered: number | null
  nRequired: number | null
  source: Score['source']
}>

/** What is known of one year: scores of items and indicators, and what a source prints above them. */
export type YearResults = Readonly<{
  year: number
  scores: readonly Score[]
  totals: readonly PrintedTotal[]
}>
