import { catalogOf } from '../catalog/catalog.server.ts'
import { dcatOf } from '../catalog/dcat.server.ts'
import { writeTurtle } from '../catalog/write-rdf.server.ts'
import { knownAgain } from '../known-again.server.ts'
import type { Route } from './+types/catalog-turtle'

/** The catalogue by DCAT-AP 3 as Turtle. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const body = await writeTurtle(dcatOf(await catalogOf(context)))
  return knownAgain(request, body, { type: 'text/turtle; charset=utf-8' })
}
