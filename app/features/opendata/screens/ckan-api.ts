import { appOf } from '../../../web/context.server.ts'
import { catalogOf } from '../catalog/catalog.server.ts'
import { answerAction } from '../ckan/actions.server.ts'
import { knownAgain } from '../known-again.server.ts'
import type { Route } from './+types/ckan-api'

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }
const OF_FAULT = { ...JSON_TYPE, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }

/** Read actions as CKAN answers them, so that catalogues of other agencies harvest the datasets. */
export async function loader({ context, request, params: { action } }: Route.LoaderArgs) {
  const catalog = await catalogOf(context)
  const answer = answerAction(action, { catalog, given: new URL(request.url).searchParams })
  if (!answer)
    return new Response(JSON.stringify(`Bad request - Action name not known: ${action}`), {
      status: 400,
      headers: OF_FAULT,
    })
  const help = `${appOf(context).origin}/api/3/action/help_show?name=${action}`
  if (answer.success)
    return knownAgain(request, JSON.stringify({ help, success: true, result: answer.result }), {
      type: JSON_TYPE['Content-Type'],
    })
  return new Response(JSON.stringify({ help, success: false, error: answer.error }), {
    status: answer.status,
    headers: OF_FAULT,
  })
}
