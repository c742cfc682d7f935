import { catalogOf } from '../catalog/catalog.server.ts'
import { dataPackageOf } from '../catalog/data-package.server.ts'
import { knownAgain } from '../known-again.server.ts'
import type { Route } from './+types/datapackage'

/** All registers as one Data Package. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const body = JSON.stringify(dataPackageOf(await catalogOf(context)), null, 2)
  return knownAgain(request, body, { type: 'application/json; charset=utf-8' })
}
