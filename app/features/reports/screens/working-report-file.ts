import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { officeOf } from '../../../web/context.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { documentsContext } from '../documents-context.server.ts'
import { draftFile } from '../draft-file.server.ts'
import type { Route } from './+types/working-report-file'

/** A file of the draft of a year's report, as a download; it is never kept, and the page that offers it goes on meanwhile. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const fiscalYear = buddhistYear(params.year)
  if (fiscalYear === null) throw data(null, 404)
  const { render } = context.get(documentsContext)
  const made = await draftFile(ctx, { fiscalYear, fileName: params.file, render })
  if (!made.ok) throw data(null, made.error === 'not-there' ? 404 : 503)
  const { bytes, mediaType, fileName } = made.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
