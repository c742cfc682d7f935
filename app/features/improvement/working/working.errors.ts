import type { Clash } from '../../../kernel/merge-edits.ts'

/** Somebody else changed the same field since the page was opened. `version` is the one that stands now. */
export type EditClash = Readonly<{
  code: 'edit.clash'
  objectId: string
  version: number
  clashes: readonly Clash[]
  /** Fields that were sent as they had been seen: chosen between is only what clashes, and these stay as they are now. */
  untouched: readonly string[]
  last: Readonly<{ byName: string; at: Date }> | null
}>
