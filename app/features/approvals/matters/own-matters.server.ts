import type { MatterSources } from '../matter-source.server.ts'
import { type DocumentFiles, documentMatter } from './document-matter.server.ts'
import { withdrawalMatter } from './withdrawal-matter.server.ts'

/** Kinds of matters that this room knows by itself. */
export const ownMatters = (files: DocumentFiles): MatterSources => ({
  document: documentMatter(files),
  withdrawal: withdrawalMatter,
})
