import { catalogOf } from '../catalog/catalog.server.ts'
import { dcatOf } from '../catalog/dcat.server.ts'
import { writeJsonLd } from '../catalog/write-rdf.server.ts'
import { knownAgain } from '../known-again.server.ts'
import type { Route } from './+types/catalog-jsonld'

/** The catalogue by DCAT-AP 3 as JSON-LD. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const body = JSON.stringify(writeJsonLd(dcatOf(await catalogOf(context))), null, 2)
  return knownAgain(request, body, { type: 'application/ld+json' })
}
