import { appOf } from '../../../web/context.server.ts'
import type { Route } from './+types/robots'

/** What is for one person alone; the two languages have addresses of their own. */
const PERSONAL = [
  ...['', '/en'].flatMap((prefix) => ['/office', '/sign-in', '/sign-out'].map((at) => prefix + at)),
  '/calendar/',
  // What is searched for has no end.
  '/search',
  '/en/search',
]

/** `/robots.txt`: all that is public may be found. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = appOf(context)
  const rules = PERSONAL.map((address) => `Disallow: ${address}`)
  return new Response(['User-agent: *', ...rules, `Sitemap: ${origin}/sitemap.xml`, ''].join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
