import { escapeXml } from '../../../kernel/chart/xml-text.ts'
import { inOtherLanguage } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { type PublicPage, publicPagesContext } from '../../../web/public-page.ts'
import type { Route } from './+types/sitemap'

/** `/sitemap.xml`: every page that is published, in both languages, each naming its twin. */
export async function loader({ context }: Route.LoaderArgs) {
  const app = appOf(context)
  const agency = await app.agency()
  const pages = agency ? await context.get(publicPagesContext)(agency.ctx) : []
  const entries = pages.flatMap((page) => entriesOf(page, app.origin))
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' } },
  )
}

function entriesOf({ address, changedAt }: PublicPage, origin: string): readonly string[] {
  const at = (path: string) => escapeXml(new URL(path, origin).href)
  const twins = [
    ['th', at(address)],
    ['en', at(inOtherLanguage(address))],
  ] as const
  const links = twins.map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`)
  const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>`
  return twins.map(([, href]) => `  <url><loc>${href}</loc>${changed}${links.join('')}</url>\n`)
}
