import type { Bilingual } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Certainty, Comparable, Standing } from '../catalogue/index.ts'

/** Where the subject of a cited item stands in one framework year. */
export type YearStanding = Readonly<{
  year: number
  standing: Standing
  items: readonly Readonly<{ ref: ItemRef; title: Bilingual | null; comparable: Comparable }>[]
}>
export type CitedItem = Readonly<{
  ref: ItemRef
  title: Bilingual | null
  certainty: Certainty
  years: readonly YearStanding[]
}>
