import { appOf } from '../../../web/context.server.ts'
import type { Route } from './+types/robots'

/** `/robots.txt`: all that is public may be found. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = appOf(context)
  return new Response(`User-agent: *\nDisallow: /office/\nSitemap: ${origin}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
