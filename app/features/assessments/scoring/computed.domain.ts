import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Instrument } from '../../catalogue/index.ts'

/**
 * How often each option of a column was chosen: at 0 how many did not answer, at n how many chose option n of the
 * catalogue's order (1 first). Columns are items without sub-items, and sub-items, by code: "i2", "i1.1".
 */
export type OptionCounts = ReadonlyMap<string, readonly number[]>

/** Why an item has no score: nobody answered it so that it counts, or the catalogue states no scores for its options. */
export type WhyNoScore = 'no-answers' | 'no-scores'

export type ComputedItem = Readonly<{
  /** Of 100, two places; null with `why`. */
  mean: DecimalText | null
  /** As many places as it was computed with. */
  exact: DecimalText | null
  why: WhyNoScore | null
  /** Respondents whose answer counts; for an item of several sub-items the most of any of them. */
  n: number
  /** Answers "never used" or "cannot compare": given, and not counted. */
  excluded: number
  unanswered: number
  /** A row of the catalogue that this rests on is marked unverified. */
  isUnverified: boolean
}>
export type ComputedPart = Readonly<{ mean: DecimalText; exact: DecimalText; counted: number; parts: number }>
export type ComputedInstrument = ComputedPart & Readonly<{ weighted: DecimalText; respondents: number }>

/** All that answers give, for one agency and year. */
export type ComputedResult = Readonly<{
  year: number
  items: ReadonlyMap<ItemRef, ComputedItem>
  indicators: ReadonlyMap<ItemRef, ComputedPart>
  instruments: ReadonlyMap<Instrument, ComputedInstrument>
  total: DecimalText | null
  totalExact: DecimalText | null
  /** Key of the level; null where something that decides is not known. */
  level: string | null
}>
