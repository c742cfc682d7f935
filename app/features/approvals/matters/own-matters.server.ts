import type { FileStore } from '../../../platform/files/file-store.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { documentMatter } from './document-matter.server.ts'
import { withdrawalMatter } from './withdrawal-matter.server.ts'

/** Kinds of matters that this room knows by itself; without a store, documents have no paper. */
export const ownMatters = (given: Readonly<{ store: FileStore | null }>): MatterSources => ({
  document: documentMatter(given),
  withdrawal: withdrawalMatter,
})
