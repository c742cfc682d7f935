import { Readable } from 'node:stream'
import { createContext, data } from 'react-router'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { streamedResponse } from '../../../web/file-response.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { evidenceFilesContext } from '../storing/evidence-files.server.ts'
import { fileHeaders } from '../storing/file-headers.ts'
import type { ScanRefusal } from '../storing/scan.domain.ts'
import { filePagesText } from '../storing/text/index.ts'
import { type OpeningError, openVersion } from '../storing/usecases/open-version.server.ts'
import type { Route } from './+types/evidence-file'

const refusedContext = createContext<OpeningError>()
const STATUS = { 'file.infected': 403, 'file.waits-for-scan': 409, 'file.too-large-to-scan': 409 } as const

/**
 * The file of one version, piece by piece; with `?inline=1` shown in the window, where it is of a kind that may. Answered
 * before any loader, so that a refusal can be a page.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => {
    const answer = await answerFor(context, params, request)
    if (answer instanceof Response) return answer
    context.set(refusedContext, answer)
    return next()
  },
]

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const error = context.get(refusedContext)
  const { ctx } = await officeOf(context)
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'evidence.unknown') throw data(null, 404)
  const lang = languageOf(new URL(request.url).pathname)
  return data({ lang, code: error.code as ScanRefusal, evidenceId: params.evidenceId }, STATUS[error.code])
}

/** Why the file is not handed out: what the scanner said of it, or that it has said nothing yet. */
export default function EvidenceFilePage({ loaderData: { lang, code, evidenceId } }: Route.ComponentProps) {
  const text = filePagesText(lang).notHandedOut
  return (
    <>
      <title>{text.title[code]}</title>
      <PageHead title={text.title[code]} />
      <div className="stack">
        <Notice kind={code === 'file.infected' ? 'late' : 'warning'}>{text.body[code]}</Notice>
        <p>
          <a href={addressOf.office(lang, `evidence/${evidenceId}`)}>{text.back}</a>
        </p>
      </div>
    </>
  )
}

async function answerFor(
  context: Route.LoaderArgs['context'],
  { evidenceId, number }: Route.LoaderArgs['params'],
  request: Request,
): Promise<Response | OpeningError> {
  const { ctx } = await officeOf(context)
  const files = context.get(evidenceFilesContext)
  const opened = await openVersion(ctx, files, {
    evidenceId,
    number: /^[1-9]\d*$/.test(number) ? Number(number) : 0,
  })
  if (!opened.ok) return opened.error
  const { sha256, size } = opened.value
  const isAskedInline = new URL(request.url).searchParams.get('inline') === '1'
  const answer = await streamedResponse(
    request,
    { size, etag: `"${sha256}"`, headers: fileHeaders(opened.value, isAskedInline) },
    async (span) => {
      const bytes = await files.store.open({ agencyId: ctx.agency.id, sha256 }, span)
      return bytes && (Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
    },
  )
  if (answer) return answer
  files.log.error({ sha256 }, 'stored-file-missing')
  return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
}
