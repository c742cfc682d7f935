import { agencyOf, appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { answerJson } from '../verify/answer-json.ts'
import { checkTyped } from '../verify/check.server.ts'
import type { Route } from './+types/verify-api'

/** `GET /api/v1/verify/<hash or short code>`: what is known of a hash, as data. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  const checked = await checkTyped(ctx, params.hash)
  if (!checked.ok) return Response.json({ code: checked.error.code }, { status: 400, headers: NOT_KEPT })
  const answer = checked.value
  return Response.json(answerJson(answer, appOf(context).origin), {
    headers: answer.status === 'unknown' ? NOT_KEPT : publicPageHeaders(),
  })
}

const NOT_KEPT = { 'Cache-Control': 'no-store' }
