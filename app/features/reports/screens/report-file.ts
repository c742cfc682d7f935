import { createContext, data, redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { fileResponse } from '../../../web/file-response.server.ts'
import { documentsContext } from '../documents-context.server.ts'
import { publishedFiles } from '../published-files.queries.server.ts'
import type { Route } from './+types/report-file'

const NOT_THERE = 404
const NOT_MADE = 503
const refusalContext = createContext<typeof NOT_THERE | typeof NOT_MADE>()

/**
 * A file of the report, as a download; only names that the report offers are answered, and who asks while they are being
 * made waits for them. Answered before any loader, so that refusals can be the pages that everybody else shows.
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
  if (fiscalYear === null) return NOT_THERE
  const agency = await appOf(context).agency()
  const files = agency && (await publishedFiles(agency.ctx, { fiscalYear, ...context.get(documentsContext) }))
  if (!files) return NOT_THERE
  if (!files.ok) return NOT_MADE
  const file = files.value.find((candidate) => candidate.fileName === params.file)
  if (!file) return NOT_THERE
  // 67 and 2024 are the same year as 2567: one address for one file.
  if (params.year !== String(fiscalYear))
    return redirect(addressOf.reportFile(fiscalYear, file.fileName), 301)
  return fileResponse(request, {
    path: file.path,
    size: file.size,
    etag: `"${file.sha256}"`,
    headers: {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Content-Type': file.mediaType,
      'Content-Disposition': `${file.format === 'pdf' ? 'inline' : 'attachment'}; filename="${file.fileName}"`,
      'X-Content-SHA256': file.sha256,
    },
  })
}
