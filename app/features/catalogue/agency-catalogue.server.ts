import type { Tx } from '../../platform/db/tenant.server.ts'
import type { Catalogue } from './catalogue.domain.ts'
import { loadCatalogue } from './catalogue.store.server.ts'
import { findLatestLibraries, findLibraryContents } from './library.repo.server.ts'
import { overlaid } from './library-content.domain.ts'

// Few agencies bring lists, and most of those the same: what one process serves at a time fits well.
const KEPT_AT_MOST = 100
const kept = new Map<string, Catalogue>()

/**
 * The program's own catalogue with the latest libraries of the agency in it, inside a transaction of that agency. Made once a
 * process for the same contents, so two agencies that brought the same lists share one.
 */
export async function catalogueIn(tx: Tx, agencyId: string): Promise<Catalogue> {
  const latest = await findLatestLibraries(tx, agencyId)
  if (latest.length === 0) return loadCatalogue()
  const key = latest.map(({ contentHash }) => contentHash).join(' ')
  const known = kept.get(key)
  if (known) return known
  const contents = await findLibraryContents(
    tx,
    agencyId,
    latest.map(({ id }) => id),
  )
  const catalogue = overlaid(loadCatalogue(), contents)
  if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value as string)
  kept.set(key, catalogue)
  return catalogue
}
