import { agencyOf, appOf } from '../../../web/context.server.ts'
import { publicJson } from '../../../web/public-json.ts'
import { answerJson } from '../verify/answer-json.ts'
import { checkTyped } from '../verify/check.server.ts'
import { refusedJson } from '../verify/check-error.ts'
import type { Route } from './+types/verify-api'

/** `GET /api/v1/verify/<hash or short code>`: what is known of a hash, as data. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  const checked = await checkTyped(ctx, params.hash)
  if (!checked.ok)
    return Response.json(refusedJson(checked.error), {
      status: 400,
      headers: { 'Cache-Control': 'no-store' },
    })
  // What is unknown may be published in a moment.
  const isPassing = checked.value.status === 'unknown'
  return publicJson(request, answerJson(checked.value, appOf(context).origin), { isPassing })
}
