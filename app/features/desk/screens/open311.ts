import { agencyOf, appOf } from '../../../web/context.server.ts'
import { deskContext } from '../desk-tools.server.ts'
import { answerGeoRead, answerGeoWrite, type GeoAnswer } from '../open311/answer-geo.server.ts'
import type { Route } from './+types/open311'

/** Open311 GeoReport v2 for programs of others: whatever is asked is answered anew, and any page may read it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { ctx, nameTh } = await agencyOf(context)
  const { searchParams } = new URL(request.url)
  return answered(
    await answerGeoRead(ctx, {
      path: params['*'],
      params: searchParams,
      origin: appOf(context).origin,
      agencyName: nameTh,
    }),
  )
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { ctx } = await agencyOf(context)
  const form = await request.formData()
  const fields = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return answered(await answerGeoWrite(ctx, context.get(deskContext), { path: params['*'], fields }))
}

const answered = ({ status, type, body }: GeoAnswer): Response =>
  new Response(body, {
    status,
    headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
  })
