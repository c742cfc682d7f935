import { agencyOf, appOf, visitOf } from '../../../web/context.server.ts'
import { findCalendarReader, signInContext } from '../../people/index.server.ts'
import { calendarFeed } from '../reminders/calendar-feed.server.ts'
import { listCalendarEntries } from '../reminders/own-calendar.queries.server.ts'
import type { Route } from './+types/calendar'

const NO_INDEX = { 'X-Robots-Tag': 'noindex' }

/**
 * The calendar of one person, for programs that know its address and no session. An address that leads nowhere is counted:
 * nobody finds one by trying.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  const { limits } = context.get(signInContext)
  const network = `${ctx.agency.id} ${visitOf(context).network}`
  const wait = await limits.take('network-calendar', network)
  if (wait > 0) return nothing(429, { 'Retry-After': String(wait) })
  const reader = await findCalendarReader(ctx, params.secret)
  if (!reader) return nothing(404)
  await limits.giveBack('network-calendar', network)
  const { lang, personId } = reader
  const entries = await listCalendarEntries(ctx, personId)
  return new Response(await calendarFeed(entries, { lang, origin: appOf(context).origin }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="prongsai.ics"',
      'Cache-Control': 'no-store',
      ...NO_INDEX,
    },
  })
}

/** Programs ask here, and read no words. */
const nothing = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store', ...NO_INDEX, ...headers } })
