import type { DecimalText } from '../../kernel/decimal.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'

/** A score of the assessment as it was imported, with where it stands in its source. */
export type Score = Readonly<{
  id: string
  /** Framework year, B.E. */
  year: number
  /** Item or indicator. */
  ref: ItemRef
  /** Of 100, with two places. */
  value: DecimalText
  nAnswered: number | null
  nRequired: number | null
  source: Readonly<{ fileName: string; sheet: string | null; row: number; importedAt: Date }>
}>
