import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { CrosswalkPair, Instrument } from '../../catalogue/index.ts'
import type { Origin } from '../results/standing.domain.ts'

export type ComparedOf = 'items' | 'indicators' | 'instruments'
export type RowSort = 'falls' | 'rises' | 'weakest' | 'order'

/** A figure of one year, of 100. `origin` is null where a score is simply what its source prints. */
export type ComparedFigure = Readonly<{
  /** As printed, two places. */
  value: DecimalText
  nAnswered: number | null
  nRequired: number | null
  /** Instruments and total: whether a source prints it or it was computed here. */
  origin: Origin | null
}>

/** What stands in one year of a row. */
export type ComparedCell = Readonly<{
  year: number
  /** The item or indicator; null where the year has none, and for instruments and the total. */
  ref: ItemRef | null
  figure: ComparedFigure | null
  /** Why there is no figure; null where there is one. */
  gap: 'not-asked' | 'not-known' | 'not-imported' | null
  /** The row of the catalogue is marked unverified. */
  isUnverified: boolean
  /** It stands in other rows, too: several earlier items lead to it, or it leads to several later ones. */
  isShared: boolean
}>

/**
 * How two neighbouring years of a row relate. `relation` is read from the earlier to the later, over several framework years
 * composed; null for instruments and the total, of which no crosswalk speaks.
 * `comparable`: confirmed, so rise or fall may be said. `unconfirmed`: the change is a number only. `different`: two
 * questions. `not-imported`: both years ask, a figure is missing. `not-asked`: the later year asks no such thing. `new`: the
 * earlier asked no such thing. `not-known`: it was not seen whether one of them does.
 */
export type ComparedJoin =
  | Readonly<{
      kind: 'comparable'
      relation: CrosswalkPair
      change: DecimalText
      direction: 'rise' | 'fall' | 'same'
    }>
  | Readonly<{ kind: 'unconfirmed'; relation: CrosswalkPair | null; change: DecimalText }>
  | Readonly<{ kind: 'different'; relation: CrosswalkPair }>
  | Readonly<{ kind: 'not-imported'; relation: CrosswalkPair | null }>
  | Readonly<{ kind: 'not-asked' | 'new' | 'not-known' }>

/** One chain of items through the chosen years. */
export type ComparisonRow = Readonly<{
  key: string
  /** Null for the total. */
  instrument: Instrument | null
  /** One for each chosen year, the earliest first. */
  cells: readonly ComparedCell[]
  /** Between neighbouring years: one fewer than cells. Null where neither year has anything. */
  joins: readonly (ComparedJoin | null)[]
  /** Earlier items that lead to one of this row together, and later ones that one of it leads to. */
  meets: readonly Meeting[]
}>
/** Several items (`others`) of one year at an item of another one; `into`: they lead to it, `outOf`: it leads to them. */
export type Meeting = Readonly<{ kind: 'into' | 'outOf'; ref: ItemRef; others: readonly ItemRef[] }>

export type CompareOptions = Readonly<{
  of: ComparedOf
  sort: RowSort
  instrument: Instrument | null
  /** An indicator of any chosen year: only its items, in every year. */
  indicator: ItemRef | null
  /** `known`: rows with a figure, and what is no longer asked by an instrument of which figures are there. */
  rows: 'known' | 'all'
}>
