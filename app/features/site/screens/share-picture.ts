import { createHash } from 'node:crypto'
import { data } from 'react-router'
import { nameOf } from '../../../web/app.server.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { hasAlready } from '../../../web/packed-body.server.ts'
import { pageAt, publicPagesContext } from '../../../web/public-page.ts'
import { readPictured } from '../finding/pictured-page.ts'
import { sharePicture } from '../finding/share-picture.server.ts'
import { findPaperColour } from '../profile/site-profile.queries.server.ts'
import { findingText } from '../text/finding.ts'
import type { Route } from './+types/share-picture'

const MOST_KEPT = 200
/** Drawing one takes a tenth of a second: the last ones are kept. */
const kept = new Map<string, Uint8Array>()

/** `/share/…png`: the picture by which services show a page that somebody sent on. Of public pages alone. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const named = readPictured(params['*'] ?? '', ['png'])
  const agency = await agencyOf(context)
  const found = named && pageAt(await context.get(publicPagesContext)(agency.ctx), named.pathname)
  if (!named || !found) throw data(null, 404)
  const { page, lang } = found
  const shared = {
    agency: nameOf(agency, lang),
    group: findingText(lang).groups[page.group],
    title: page.title[lang],
    address: `${new URL(appOf(context).origin).host}${named.pathname}`,
    colour: await findPaperColour(agency.ctx),
  }
  const key = createHash('sha256').update(JSON.stringify(shared)).digest('base64url').slice(0, 27)
  const headers = {
    'Content-Type': 'image/png',
    'Cache-Control': 'public, max-age=3600, s-maxage=86400',
    ETag: `"${key}"`,
  }
  if (hasAlready(request.headers.get('if-none-match') ?? undefined, headers.ETag))
    return new Response(null, { status: 304, headers })
  const png = kept.get(key) ?? sharePicture(shared)
  kept.delete(key)
  kept.set(key, png)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return new Response(new Uint8Array(png), { headers })
}
