import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Provenance } from '../catalogue/index.ts'
import type { ElementKey } from './verdict.domain.ts'

/** What one disclosure item of one framework year demands of the yearly report. Data, read from `data/completeness.yaml`. */
export type CompletenessRule = Readonly<{
  item: ItemRef
  /** B.E. year in which the reported work must have been done. */
  workYear: number
  /** How `workYear` is to be read; no source says it outright, so it has a certainty of its own. */
  year: YearRule
  elements: readonly ElementRule[]
}> &
  Provenance

/** A year may be read as the fiscal or the calendar year of its number; the first reading that fits is named. */
export type YearReading = 'fiscal' | 'calendar'
export type YearRule = Readonly<{
  readings: readonly YearReading[]
  /** Whether a period must lie within the year as a whole, or need only touch it. */
  mustLie: 'touch' | 'within'
}> &
  Provenance

export type ElementRule = Readonly<{
  key: ElementKey
  /** Whether "there is none" may be declared instead of showing it; a decision with a source of its own. */
  mayBeDeclaredNone: Readonly<{ allowed: boolean }> & Provenance
}> &
  Provenance
