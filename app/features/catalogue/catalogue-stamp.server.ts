import { contentHash } from '../../platform/hash/content-hash.ts'
import type { Catalogue, CatalogueStamp } from './catalogue.domain.ts'

const stamps = new WeakMap<Catalogue, CatalogueStamp>()

/** Computed once for each catalogue of the process. */
export function catalogueStamp(catalogue: Catalogue): CatalogueStamp {
  const known = stamps.get(catalogue)
  if (known) return known
  const stamp = {
    hash: contentHash(catalogue),
    frameworks: Object.fromEntries(catalogue.frameworks.map(({ year, version }) => [String(year), version])),
  }
  stamps.set(catalogue, stamp)
  return stamp
}
