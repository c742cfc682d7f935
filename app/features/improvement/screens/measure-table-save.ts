import { officeOf } from '../../../web/context.server.ts'
import { dropDraft } from '../../people/index.server.ts'
import { sentRows } from '../measures/facts/sent-rows.server.ts'
import { tableDraft } from '../measures/facts/table-form.domain.ts'
import { saveMeasureTable } from '../measures/facts/usecases/save-measure-table.server.ts'
import type { Route } from './+types/measure-table-save'

/**
 * Saves a table for the script of its page. Whatever needs more than one word — a fault, a choice, a new row — is answered 409:
 * the page then sends the form itself, and nothing was saved meanwhile.
 */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = await officeOf(context)
  const rows = sentRows(await request.formData())
  const answer = await saveMeasureTable(ctx, { issueId: params.issueId, rows })
  if (!answer.ok) return Response.json({ code: answer.error.code }, { status: 409 })
  await dropDraft(ctx, tableDraft(params.issueId))
  return Response.json({ rows: answer.value })
}
