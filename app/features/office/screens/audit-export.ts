import { createContext, data } from 'react-router'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { readAuditAddress } from '../audit-filter.domain.ts'
import { exportAuditLog } from '../usecases/export-audit-log.server.ts'
import type { Route } from './+types/audit-export'

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const
type Format = keyof typeof MEDIA_TYPES

type Refused = ReturnType<typeof data<unknown>>
const refusedContext = createContext<Refused>()

/**
 * The audit log as a file, piece by piece, for the same questions as its page. Answered before any loader, so that a refusal
 * can be the page that everybody else shows.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    const answer = await answerFor(context, request)
    if (answer instanceof Response) return answer
    context.set(refusedContext, answer)
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  throw context.get(refusedContext)
}

/** Never shown: with it, refusals are pages. */
export default function AuditExport() {
  return null
}

async function answerFor(
  context: Route.LoaderArgs['context'],
  request: Request,
): Promise<Response | Refused> {
  const url = new URL(request.url)
  const format = url.searchParams.get('format') ?? ''
  const { filter, faults } = readAuditAddress(url.searchParams)
  if (!isFormat(format) || Object.keys(faults).length > 0) return data(null, 404)
  const { ctx } = await officeOf(context)
  const fileName = `audit-log-${ctx.agency.code}-${thaiDay(ctx.now())}.${format}`
  const headers = {
    'Content-Type': MEDIA_TYPES[format],
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  }
  // Asking what there would be takes nothing out, so it writes nothing.
  if (request.method === 'HEAD') return new Response(null, { headers })
  const exported = await exportAuditLog(ctx, { filter, format, lang: languageOf(url.pathname) })
  if (!exported.ok) return permissionRefused(ctx, exported.error)
  return new Response(byteStream(exported.value), { headers })
}

/** Each piece is asked for when the one before it was taken. */
function byteStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

const isFormat = (text: string): text is Format => Object.hasOwn(MEDIA_TYPES, text)
