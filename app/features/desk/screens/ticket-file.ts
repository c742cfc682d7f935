import { Readable } from 'node:stream'
import { data, redirect } from 'react-router'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { fileHeaders } from '../../evidence/index.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { deskContext } from '../desk-tools.server.ts'
import { openTicketFile } from '../files/usecases/open-ticket-file.server.ts'
import type { Route } from './+types/ticket-file'

/** A file of a ticket, to be kept, never shown in the window: it came from a stranger. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const { ticketId, fileId } = params
  const opened = await openTicketFile(ctx, context.get(deskContext), { ticketId, fileId })
  if (!opened.ok) {
    const { error } = opened
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    if (error.code === 'file.unknown') throw data(null, 404)
    throw redirect(`${addressOf.office(lang, `desk/tickets/${ticketId}`)}?refused=${error.code}`, 303)
  }
  const { fileName, mediaType, size, bytes } = opened.value
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      ...fileHeaders({ fileName, mediaType }, false),
      'Content-Length': String(size),
      'Cache-Control': 'no-store',
    },
  })
}
