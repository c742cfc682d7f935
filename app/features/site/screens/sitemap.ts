import { LANGUAGES } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { addressOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { listReportIssues } from '../../reports/index.server.ts'
import type { Route } from './+types/sitemap'

/** `/sitemap.xml`: every page that is published, in both languages. */
export async function loader({ context }: Route.LoaderArgs) {
  const app = appOf(context)
  const agency = await app.agency()
  const reports = agency ? await listReportIssues(agency.ctx) : []
  const pages = LANGUAGES.flatMap((lang) => [
    addressOf.home(lang),
    addressOf.verify(lang),
    ...reports.flatMap(({ fiscalYear, answers, issues }) => [
      addressOf.report(lang, fiscalYear),
      addressOf.reportWhy(lang, fiscalYear),
      ...issues.map((issue) => addressOf.reportIssue(lang, fiscalYear, issue)),
      addressOf.disclosureItem(lang, yearOf(answers), codeOf(answers)),
    ]),
  ])
  const entries = pages.map((page) => `  <url><loc>${new URL(page, app.origin).href}</loc></url>\n`)
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' } },
  )
}
