import { createContext, data } from 'react-router'
import { log } from '../../../platform/log/log.server.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { appOf } from '../../../web/context.server.ts'
import { findPaperColour, posterContext } from '../../site/index.server.ts'
import { counterQuery } from '../counter.domain.ts'
import { nameOfCounter } from '../counters.server.ts'
import { publicFormText } from '../text/public.ts'
import type { Route } from './+types/counter-file'

/** Wide enough to be printed over half a page. */
const PNG_WIDTH = 1024
const NOT_THERE = 404
const NOT_MADE = 503
const refusalContext = createContext<typeof NOT_THERE | typeof NOT_MADE>()

/**
 * What hangs at a counter: a poster of A5, or its QR code alone, which leads to the form with unit and service filled in.
 * Answered before any loader, so that a refusal is a page.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => {
    const answer = await answerFor(context, params.file ?? '', new URL(request.url))
    if (answer instanceof Response) return answer
    context.set(refusalContext, answer)
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  throw data(null, context.get(refusalContext))
}

/** Never shown: with it, refusals are pages. */
export default function CounterFile() {
  return null
}

async function answerFor(
  context: Route.LoaderArgs['context'],
  file: string,
  { pathname, searchParams }: URL,
): Promise<Response | typeof NOT_THERE | typeof NOT_MADE> {
  const app = appOf(context)
  const lang = languageOf(pathname)
  const agency = await app.agency()
  const counter = { unit: searchParams.get('unit'), service: searchParams.get('service') }
  const name = agency && (await nameOfCounter(agency.ctx, { counter, lang }))
  if (!agency || name === null) return NOT_THERE
  const address = new URL(`${addressOf.complaint(lang, 'new')}?${counterQuery(counter)}`, app.origin).href
  const svg = qrSvg(address)
  const answer = (bytes: BodyInit, type: string) =>
    new Response(bytes, {
      headers: {
        'Cache-Control': 'no-store',
        'Content-Type': type,
        'Content-Disposition': `inline; filename="counter-${file}"`,
      },
    })
  if (file === 'code.svg') return answer(svg, 'image/svg+xml; charset=utf-8')
  if (file === 'code.png') return answer(new Uint8Array(svgToPng(svg, PNG_WIDTH).png), 'image/png')
  if (file !== 'poster.pdf') return NOT_THERE
  const made = await context.get(posterContext).render({
    lang,
    agencyName: nameOf(agency, lang),
    title: publicFormText(lang).counterPosterTitle(name || nameOf(agency, lang)),
    // The whole address is in the code; nobody types a number of 36 signs.
    address: new URL(addressOf.complaint(lang, 'new'), app.origin).href.replace(/^https?:\/\//, ''),
    qr: svg,
    colour: await findPaperColour(agency.ctx),
    createdAt: agency.ctx.now(),
  })
  if (!made.ok) {
    log.error({ address, ...made.error }, 'poster-not-made')
    return NOT_MADE
  }
  return answer(new Uint8Array(made.value.bytes), 'application/pdf')
}
