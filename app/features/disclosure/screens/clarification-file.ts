import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { watchToolsContext } from '../../watch/index.server.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { clarificationPackage } from '../submission/package/clarification-package.server.ts'
import { findPackage } from '../submission/package/package-facts.server.ts'
import type { Route } from './+types/clarification-file'

const KINDS = { 'clarification.zip': 'clarification', 'submission.zip': 'submission' } as const

/** The package of a year, made while it is sent. Answered before any loader, so that refusals can be pages. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => (await answerFor(context, params, request)) ?? next(),
]

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  throw data(null, 404)
}

/** Never shown: with it, refusals are pages. */
export default function ClarificationFile() {
  return null
}

/** Null where there is nothing to pack, or who asks may not read it. */
async function answerFor(
  context: Route.LoaderArgs['context'],
  params: Route.LoaderArgs['params'],
  request: Request,
): Promise<Response | null> {
  const { ctx } = await officeOf(context)
  const year = buddhistYear(params.year)
  const kind = Object.hasOwn(KINDS, params.file) ? KINDS[params.file as keyof typeof KINDS] : null
  if (refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor) || year === null || kind === null)
    return null
  const facts = await findPackage(ctx, { year, kind, lang: languageOf(new URL(request.url).pathname) })
  if (facts === null) return null
  const { store } = context.get(watchToolsContext)
  const pieces = clarificationPackage(facts, (sha256) => store.open({ agencyId: ctx.agency.id, sha256 }))
  return new Response(request.method === 'HEAD' ? null : streamOf(pieces), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${kind}-${year}.zip"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** Each piece is made when the one before it was taken. */
const streamOf = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
