import { data } from 'react-router'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { fileHeaders } from '../../evidence/index.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { exportTickets } from '../export/usecases/export-tickets.server.ts'
import { readInboxFilter } from '../tickets/inbox-filter.domain.ts'
import type { Route } from './+types/tickets-export'

/** The tickets of a filter as a file of a spreadsheet program. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const form = (['csv', 'xlsx'] as const).find((one) => one === searchParams.get('format'))
  if (!form) throw data(null, 404)
  const filter = readInboxFilter(searchParams)
  const file = await exportTickets(ctx, { filter, form, lang: languageOf(pathname) })
  if (!file.ok) {
    if (file.error.code === 'permission.refused') throw await permissionRefused(ctx, file.error)
    throw data(null, 404)
  }
  const { bytes, type, fileName } = file.value
  return new Response(new Uint8Array(bytes), {
    headers: { ...fileHeaders({ fileName, mediaType: type }, false), 'Cache-Control': 'no-store' },
  })
}
