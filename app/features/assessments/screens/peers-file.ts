import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { listPeerSources } from '../peers/peer.queries.server.ts'
import { readAsk } from '../peers/peer-list.domain.ts'
import { peersFile } from '../peers/peers-file.server.ts'
import { viewPeers } from '../peers/peers-view.server.ts'
import type { Route } from './+types/peers-file'

/** What the page shows as a file. The address asks as the page's does. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const ask = readAsk(searchParams)
  const view = await viewPeers(ctx, ask, lang)
  if (!view) throw data(null, 404)
  const sources = await listPeerSources(ctx, view.year)
  const file = await peersFile(view, { name: params.file, ask, lang, sources })
  if (!file) throw data(null, 404)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
    },
  })
}
