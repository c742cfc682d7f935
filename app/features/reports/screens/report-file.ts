import { Readable } from 'node:stream'
import { createContext, data, redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { log } from '../../../platform/log/log.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { streamedResponse } from '../../../web/file-response.server.ts'
import type { PublicationFile } from '../../approvals/index.server.ts'
import { documentsContext } from '../documents-context.server.ts'
import { findReportVersion } from '../published-report.queries.server.ts'
import { nameOfVersion } from '../publishing/file-name.domain.ts'
import { publicationFiles } from '../publishing/publication-files.server.ts'
import { versionFrom } from '../publishing/version.domain.ts'
import type { Route } from './+types/report-file'

const NOT_THERE = 404
const NOT_MADE = 503
const refusalContext = createContext<typeof NOT_THERE | typeof NOT_MADE>()

/**
 * A file of the report, as a download; only names that the report offers are answered, and who asks while they are being
 * made waits for them. Answered before any loader, so that refusals can be the pages that everybody else shows. Without a
 * version it is a file of the newest; of one that was withdrawn, its page is the answer.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params, request }, next) => {
    const answer = await answerFor(context, params, request)
    if (answer instanceof Response) return answer
    context.set(refusalContext, answer)
    return next()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  throw data(null, context.get(refusalContext))
}

/** Never shown: with it, refusals are pages. */
export default function ReportFile() {
  return null
}

type Arguments = Pick<Route.LoaderArgs, 'context' | 'params' | 'request'>

async function answerFor(
  context: Arguments['context'],
  params: Arguments['params'],
  request: Request,
): Promise<Response | typeof NOT_THERE | typeof NOT_MADE> {
  const fiscalYear = buddhistYear(params.year)
  const version = params.version === undefined ? undefined : versionFrom(params.version)
  if (fiscalYear === null || version === null) return NOT_THERE
  const agency = await appOf(context).agency()
  if (!agency) return NOT_THERE
  const { ctx } = agency
  const found = await findReportVersion(ctx, { fiscalYear, version })
  if (!found) return NOT_THERE
  const { publication } = found
  if (publication.withdrawal)
    return redirect(addressOf.reportVersion('th', fiscalYear, publication.version), 302)
  const documents = context.get(documentsContext)
  const files = await publicationFiles(ctx, publication, documents)
  if (!files.ok) return NOT_MADE
  const name = version === undefined ? nameOfVersion(params.file, publication.version) : params.file
  const file = files.value.find(({ fileName }) => fileName === name)
  if (!file) return NOT_THERE
  // 67 and 2024 are the same year as 2567: one address for one file.
  if (params.year !== String(fiscalYear) || (version !== undefined && params.version !== String(version)))
    return redirect(
      version === undefined
        ? addressOf.reportFile(fiscalYear, params.file)
        : addressOf.reportVersionFile(fiscalYear, version, name),
      301,
    )
  const sent = await streamedResponse(request, factsOf(file), async (span) => {
    const bytes = await documents.store.open({ agencyId: ctx.agency.id, sha256: file.sha256 }, span)
    return bytes && (Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
  })
  if (sent) return sent
  log.error({ publication: publication.id, file: name, sha256: file.sha256 }, 'published-file-missing')
  return NOT_MADE
}

const factsOf = ({ format, fileName, mediaType, size, sha256 }: PublicationFile) => ({
  size,
  etag: `"${sha256}"`,
  headers: {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Content-Type': mediaType,
    'Content-Disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${fileName}"`,
    'X-Content-SHA256': sha256,
  },
})
