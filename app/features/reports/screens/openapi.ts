import { appOf } from '../../../web/context.server.ts'
import { publicJson } from '../../../web/public-json.ts'
import { openapi } from '../walk/openapi/openapi.server.ts'
import type { Route } from './+types/openapi'

/** The description of the public interface. */
export const loader = ({ context, request }: Route.LoaderArgs) =>
  publicJson(request, openapi(appOf(context).origin))
