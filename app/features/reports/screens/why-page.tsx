import { data, redirect } from 'react-router'
import '../../../ui/walk.css'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { CitedItemsTable } from '../parts/cited-items-table.tsx'
import { findPublishedReport, findReportVersion } from '../published-report.queries.server.ts'
import { versionFrom } from '../publishing/version.domain.ts'
import { reportPageText } from '../text/report-page.ts'
import { citedOf } from '../walk/cited-items.domain.ts'
import { WalkApprovals } from '../walk/parts/walk-approvals.tsx'
import { WalkCells } from '../walk/parts/walk-cells.tsx'
import { WalkVerdict } from '../walk/parts/walk-verdict.tsx'
import { whyPageText } from '../walk/text/why-page.ts'
import { versionAddress } from '../walk/version-address.ts'
import { walkOfPublished } from '../walk/walk.queries.server.ts'
import type { Route } from './+types/why-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const fiscalYear = buddhistYear(params.year)
  const version = params.version === undefined ? undefined : versionFrom(params.version)
  if (fiscalYear === null || version === null) throw data(null, 404)
  if (params.year !== String(fiscalYear) || (version !== undefined && params.version !== String(version)))
    throw redirect(addressOf.reportWhy(lang, fiscalYear, version === undefined ? {} : { version }), 301)

  const agency = await appOf(context).agency()
  const found = agency && (await findPublishedReport(agency.ctx, { fiscalYear, version, lang }))
  if (!found) {
    const asked = agency && (await findReportVersion(agency.ctx, { fiscalYear, version }))
    if (!asked?.publication.withdrawal) throw data(null, 404)
    // What was withdrawn is explained on its own page; its content is not public any more.
    throw redirect(addressOf.reportVersion(lang, fiscalYear, asked.publication.version), 302)
  }
  return {
    lang,
    version: version ?? null,
    walk: await walkOfPublished(agency.ctx, found, versionAddress),
    issues: found.cycle.issues.map(({ number, title }) => ({ number, title })),
  }
}

export default function WhyPage({ loaderData: { lang, version, walk, issues } }: Route.ComponentProps) {
  const text = whyPageText(lang)
  const { fiscalYear, title } = walk.report
  const heading = text.title(walk.verdict?.score ?? null)
  const report =
    version === null ? addressOf.report(lang, fiscalYear) : addressOf.reportVersion(lang, fiscalYear, version)
  const broken = walk.cells.flatMap(({ evidence }) => evidence.filter((piece) => piece.broken.length > 0))
  const shaken =
    new Set(broken.map(({ title: piece, sha256 }) => `${piece} ${sha256}`)).size +
    walk.approvals.report.filter(({ isWithdrawn }) => isWithdrawn).length
  return (
    <>
      <title>{`${heading} – ${title}`}</title>
      <meta name="description" content={text.lead(fiscalYear)} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: reportPageText(lang).fiscalYear(fiscalYear), to: report },
          { label: text.crumb, to: null },
        ]}
      />
      <div className="page-head">
        <h1>{heading}</h1>
        <p className="lead">{text.lead(fiscalYear)}</p>
        <p className="muted">
          {title} · {text.version(walk.publication.version)} · <a href={report}>{text.readReport}</a>
        </p>
      </div>
      {shaken > 0 && <Notice kind="warning">{text.brokenCount(shaken)}</Notice>}
      <div className="stack walk">
        <WalkVerdict lang={lang} walk={walk} />
        <WalkApprovals lang={lang} walk={walk} />
        <WalkCells lang={lang} walk={walk} issues={issues} />
        <CitedItemsTable lang={lang} {...citedOf(walk)} />
        <p className="muted small no-print">
          <a href={addressOf.walkApi(fiscalYear, walk.publication.version)}>{text.machine}</a>
        </p>
      </div>
    </>
  )
}
