import { createContext, data } from 'react-router'
import { log } from '../../../platform/log/log.server.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { nameOf } from '../../../web/app.server.ts'
import { appOf } from '../../../web/context.server.ts'
import { pageAt, publicPagesContext } from '../../../web/public-page.ts'
import { readPictured } from '../finding/pictured-page.ts'
import { posterContext } from '../finding/poster.server.ts'
import { findPaperColour } from '../profile/site-profile.queries.server.ts'
import type { Route } from './+types/qr-code'

const FORMS = ['svg', 'png', 'pdf'] as const
/** Wide enough to be printed over half a page. */
const PNG_WIDTH = 1024
const NOT_THERE = 404
const NOT_MADE = 503
const refusalContext = createContext<typeof NOT_THERE | typeof NOT_MADE>()

/**
 * `/qr/…svg|png|pdf`: the QR code of a public page, as a drawing, as a picture and as a poster of A5. Of public pages alone,
 * so that nobody makes this site vouch for an address of another. Answered before any loader, so that a refusal is a page.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params }, next) => {
    const answer = await answerFor(context, params['*'] ?? '')
    if (answer instanceof Response) return answer
    context.set(refusalContext, answer)
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  throw data(null, context.get(refusalContext))
}

/** Never shown: with it, refusals are pages. */
export default function QrCode() {
  return null
}

async function answerFor(
  context: Route.LoaderArgs['context'],
  rest: string,
): Promise<Response | typeof NOT_THERE | typeof NOT_MADE> {
  const app = appOf(context)
  const named = readPictured(rest, FORMS)
  const agency = await app.agency()
  if (!agency || !named) return NOT_THERE
  const found = pageAt(await context.get(publicPagesContext)(agency.ctx), named.pathname)
  if (!found) return NOT_THERE
  const address = new URL(named.pathname, app.origin).href
  const svg = qrSvg(address)
  const name = `qr${named.pathname.replaceAll('/', '-').replace(/-$/, '')}.${named.form}`
  const headers = {
    'Cache-Control': 'public, max-age=86400',
    'Content-Disposition': `inline; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"`,
  }
  if (named.form === 'svg')
    return new Response(svg, { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } })
  if (named.form === 'png')
    return new Response(new Uint8Array(svgToPng(svg, PNG_WIDTH).png), {
      headers: { ...headers, 'Content-Type': 'image/png' },
    })
  const made = await context.get(posterContext).render({
    lang: found.lang,
    agencyName: nameOf(agency, found.lang),
    title: found.page.title[found.lang],
    address: address.replace(/^https?:\/\//, ''),
    qr: svg,
    colour: await findPaperColour(agency.ctx),
    createdAt: agency.ctx.now(),
  })
  if (!made.ok) {
    log.error({ address, ...made.error }, 'poster-not-made')
    return NOT_MADE
  }
  return new Response(new Uint8Array(made.value.bytes), {
    headers: { ...headers, 'Content-Type': 'application/pdf' },
  })
}
