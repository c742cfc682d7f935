import type { Catalogue } from '../../catalogue/index.ts'
import type { Snapshot } from '../snapshots/snapshot.domain.ts'
import type { AskedComparison } from './asked-comparison.domain.ts'
import type { ComparisonRow } from './comparison.domain.ts'

/** Compared rows with all that their page and their files say of them. */
export type FoundComparison = Readonly<{
  catalogue: Catalogue
  /** As asked for, with the years that are there: the two newest where none were named, none that has no results. */
  asked: AskedComparison & Readonly<{ years: readonly number[] }>
  /** Framework years (B.E.) with results, the earliest first. */
  yearsThere: readonly number[]
  rows: readonly ComparisonRow[]
  snapshot: Snapshot | null
}>
