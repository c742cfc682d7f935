import type { Clash } from './merge-edits.domain.ts'

/** Somebody else changed the same field since the page was opened. `version` is the one that stands now. */
export type EditClash = Readonly<{
  code: 'edit.clash'
  objectId: string
  version: number
  clashes: readonly Clash[]
  last: Readonly<{ byName: string; at: Date }> | null
}>
