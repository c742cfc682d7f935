import { createContext, data } from 'react-router'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { officeOf } from '../../../web/context.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { documentsContext } from '../documents-context.server.ts'
import { draftFile } from '../draft-file.server.ts'
import type { Route } from './+types/working-report-file'

const NOT_THERE = 404
const NOT_MADE = 503
type Refusal = typeof NOT_THERE | typeof NOT_MADE | PermissionRefusal
const refusalContext = createContext<Refusal>()

/**
 * A file of the draft of a year's report, as a download; it is never kept, and the page that offers it goes on meanwhile.
 * Answered before any loader, so that refusals can be pages of the office.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, params }, next) => {
    const answer = await answerFor(context, params)
    if (answer instanceof Response) return answer
    context.set(refusalContext, answer)
    return next()
  },
]

export async function loader({ context }: Route.LoaderArgs) {
  const refusal = context.get(refusalContext)
  if (typeof refusal === 'number') throw data(null, refusal)
  throw await pageRefused((await officeOf(context)).ctx, refusal)
}

/** Never shown: with it, refusals are pages. */
export default function WorkingReportFile() {
  return null
}

type Arguments = Pick<Route.LoaderArgs, 'context' | 'params'>

async function answerFor(
  context: Arguments['context'],
  params: Arguments['params'],
): Promise<Response | Refusal> {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) return refusal
  const fiscalYear = buddhistYear(params.year)
  if (fiscalYear === null) return NOT_THERE
  const { render } = context.get(documentsContext)
  const made = await draftFile(ctx, { fiscalYear, fileName: params.file, render })
  if (!made.ok) return made.error === 'not-there' ? NOT_THERE : NOT_MADE
  const { bytes, mediaType, fileName } = made.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
