import { data, redirect } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { keysOf } from '../reporting/open-report.server.ts'
import { makeProof } from '../reporting/report-proof.server.ts'
import { readReporterCookie } from '../reporting/reporter-cookie.ts'
import { reporterVisit } from '../reporting/reporter-visit.server.ts'
import type { Route } from './+types/thread-proof'

/** The signed proof of report, made when it is asked for and kept nowhere. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, channel, ctx } = await reporterVisit(context, request)
  if (ctx === null) throw data(null, 503)
  const keys = keysOf(channel.sessions.reporters.find(readReporterCookie(request)), ctx.agency.id)
  const proof = keys && (await makeProof(ctx, keys))
  if (proof === null) throw redirect(`${addressOf.reporting(lang, 'return')}?said=over`, 303)
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="proof.json"',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    },
  })
}
