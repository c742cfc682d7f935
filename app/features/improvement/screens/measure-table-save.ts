import { redirect } from 'react-router'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { dropDraft } from '../../people/index.server.ts'
import { findMeasureTable } from '../measures/facts/measure-table.queries.server.ts'
import { sentRows } from '../measures/facts/sent-rows.server.ts'
import { cellName, type SavedTable, TABLE_CELLS, tableDraft } from '../measures/facts/table-form.domain.ts'
import { saveMeasureTable } from '../measures/facts/usecases/save-measure-table.server.ts'
import type { Route } from './+types/measure-table-save'

/** Nothing to see here: it leads to the table. */
export const loader = ({ params, request }: Route.LoaderArgs) =>
  redirect(
    addressOf.office(languageOf(new URL(request.url).pathname), `issues/${params.issueId}/measures`),
    303,
  )

/**
 * Saves a table for the script of its page. What cannot be saved as it is, a fault or a choice, is answered 409:
 * the page then sends the form itself, and nothing was saved meanwhile.
 */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = await officeOf(context)
  const sent = sentRows(await request.formData())
  const answer = await saveMeasureTable(ctx, { issueId: params.issueId, rows: sent })
  if (!answer.ok) return Response.json({ code: answer.error.code }, { status: 409 })
  await dropDraft(ctx, tableDraft(params.issueId))
  const table = await findMeasureTable(ctx, params.issueId)
  const rows = (table?.rows ?? []).map(({ id, version, shown }) => ({
    key: id,
    version,
    // What another changed meanwhile comes with it: the page must not send it back as it was.
    cells: Object.fromEntries(TABLE_CELLS.map((cell) => [cellName(cell, id), shown[cell]])),
  }))
  return Response.json({ rows, kinds: answer.value.map(({ kind }) => kind) } satisfies SavedTable)
}
