import { Readable } from 'node:stream'
import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { officeOf } from '../../../web/context.server.ts'
import { streamedResponse } from '../../../web/file-response.server.ts'
import { fileHeaders } from '../../evidence/index.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { RECORD_FILE, recordName } from '../captures/capture-names.domain.ts'
import { findCapture } from '../keeping/captures.queries.server.ts'
import { WATCH_POLICY } from '../watch.policy.ts'
import { watchToolsContext } from '../watch-tools.server.ts'
import type { Route } from './+types/capture-file'

/**
 * What came from an address, or the record of it, as a download: what a stranger's server sent is never shown in a window of
 * this site. Answered before any loader, so that refusals can be pages.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => (await answerFor(context, params, request)) ?? next(),
]

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(WATCH_POLICY, 'watch.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  throw data(null, 404)
}

/** Never shown: with it, refusals are pages. */
export default function CaptureFile() {
  return null
}

/** Null where there is none, or who asks may not read it. */
async function answerFor(
  context: Route.LoaderArgs['context'],
  { captureId, file }: Route.LoaderArgs['params'],
  request: Request,
): Promise<Response | null> {
  const { ctx } = await officeOf(context)
  if (refusalOf(WATCH_POLICY, 'watch.read', ctx.actor) || !isUuid(captureId)) return null
  const capture = await findCapture(ctx, { id: captureId })
  if (!capture) return null
  const isRecord = file === RECORD_FILE
  if (!isRecord && file !== capture.fileName) return null
  const handed = isRecord
    ? {
        fileName: recordName(capture),
        mediaType: 'application/pdf',
        sha256: capture.recordSha256,
        size: capture.recordSize,
      }
    : capture
  const { store, log } = context.get(watchToolsContext)
  const answer = await streamedResponse(
    request,
    {
      size: handed.size,
      etag: `"${handed.sha256}"`,
      headers: { ...fileHeaders(handed, false), 'Cache-Control': 'private, no-store' },
    },
    async (span) => {
      const bytes = await store.open({ agencyId: ctx.agency.id, sha256: handed.sha256 }, span)
      return bytes && (Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
    },
  )
  if (answer) return answer
  log.error({ sha256: handed.sha256 }, 'stored-file-missing')
  return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
}
