import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Provenance } from '../catalogue/index.ts'
import type { ElementKey } from './verdict.domain.ts'

/** What one disclosure item of one framework year demands of the yearly report. Data, read from `data/completeness.yaml`. */
export type CompletenessRule = Readonly<{
  item: ItemRef
  /** B.E. year in which the reported work must have been done. */
  workYear: number
  elements: readonly ElementRule[]
}> &
  Provenance

export type ElementRule = Readonly<{
  key: ElementKey
  /** Whether "there is none" may be declared instead of showing it; a decision with a source of its own. */
  mayBeDeclaredNone: Readonly<{ allowed: boolean }> & Provenance
}> &
  Provenance
