import { data } from 'react-router'
import type { TableFile } from '../../../platform/office-files/write-table.server.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { writeErrorFile } from '../sheet/error-file.server.ts'
import { readSheetCells } from '../sheet/read-sheet-file.server.ts'
import { exportMeasureSheet } from '../sheet/usecases/export-measure-sheet.server.ts'
import { previewMeasureSheet } from '../sheet/usecases/preview-measure-sheet.server.ts'
import type { Route } from './+types/measure-sheet-file'

/** The measures of a year as a file: `measures.xlsx` or `measures.csv`. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const format = /^measures\.(xlsx|csv)$/.exec(params.file)?.[1]
  if (format === undefined) throw data(null, 404)
  const exported = await exportMeasureSheet(ctx, {
    fiscalYear: Number(params.year),
    format: format === 'csv' ? 'csv' : 'xlsx',
    lang: languageOf(new URL(request.url).pathname),
  })
  if (exported.ok) return download(exported.value)
  if (exported.error.code === 'permission.refused') throw await permissionRefused(ctx, exported.error)
  throw data(null, 404)
}

/** The file that was refused, sent again as it was, with what is to be corrected: `errors.xlsx`. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  if (params.file !== 'errors.xlsx') throw data(null, 404)
  const sent = await request.formData()
  const bytes = new Uint8Array(Buffer.from(String(sent.get('content') ?? ''), 'base64url'))
  const previewed = await previewMeasureSheet(ctx, { fiscalYear: Number(params.year), bytes })
  if (!previewed.ok && previewed.error.code === 'permission.refused')
    throw await permissionRefused(ctx, previewed.error)
  const faults = previewed.ok || !('cells' in previewed.error) ? [] : previewed.error.cells
  return download(
    await writeErrorFile(
      { sheets: await readSheetCells(bytes), faults },
      { lang, name: `measures-${params.year}-errors` },
    ),
  )
}

const download = ({ bytes, type, fileName }: TableFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` },
  })
