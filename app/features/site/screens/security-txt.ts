import { data } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { findProfile } from '../profile/site-profile.queries.server.ts'
import type { Route } from './+types/security-txt'

const A_YEAR_MS = 365 * 86_400_000

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. Not there before the agency said how it is reached. */
export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  const { origin } = appOf(context)
  const { contact } = await findProfile(ctx)
  const email = contact.email ?? contact.officialEmail
  if (email === null) throw data(null, 404)
  const lines = [
    `Contact: mailto:${email}`,
    `Expires: ${new Date(ctx.now().getTime() + A_YEAR_MS).toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: th, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}${addressOf.pages('th', 'policies', 'cyber-security')}`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
