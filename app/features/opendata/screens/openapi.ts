import { appOf } from '../../../web/context.server.ts'
import { publicJson } from '../../../web/public-json.ts'
import { apiPartsContext } from '../api/api-part.server.ts'
import { openapiOf } from '../api/openapi.server.ts'
import type { Route } from './+types/openapi'

/** The description of the public interface. */
export const loader = ({ context, request }: Route.LoaderArgs) =>
  publicJson(request, openapiOf(context.get(apiPartsContext), appOf(context).origin))
