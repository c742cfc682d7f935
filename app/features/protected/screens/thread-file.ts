import { data, redirect } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { keysOf } from '../reporting/open-report.server.ts'
import { readReporterCookie } from '../reporting/reporter-cookie.ts'
import { reporterVisit } from '../reporting/reporter-visit.server.ts'
import { openThreadFile } from '../reporting/thread-file.server.ts'
import type { Route } from './+types/thread-file'

/** A file of the report, to be kept: never shown within a page, whatever it claims to be. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { lang, channel, ctx } = await reporterVisit(context, request)
  if (ctx === null) throw data(null, 503)
  const keys = keysOf(channel.sessions.reporters.find(readReporterCookie(request)), ctx.agency.id)
  if (keys === null) throw redirect(`${addressOf.reporting(lang, 'return')}?said=over`, 303)
  const file = await openThreadFile(ctx, keys, params.fileId)
  if (file === null) throw data(null, 404)
  if (file === 'broken') throw redirect(`${addressOf.reporting(lang, 'thread')}?said=fileBroken`, 303)
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(file.bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  })
}
