import { data, redirect } from 'react-router'
import '../../../ui/walk.css'
import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { documentsContext } from '../documents-context.server.ts'
import { publishedArticle } from '../html/published-article.server.ts'
import { DownloadList } from '../parts/download-list.tsx'
import { ReportFacts } from '../parts/report-facts.tsx'
import { VersionList } from '../parts/version-list.tsx'
import { WithdrawnReport } from '../parts/withdrawn-report.tsx'
import {
  findPublishedReport,
  findReportVersion,
  type PublishedReport,
} from '../published-report.queries.server.ts'
import { offeredFiles } from '../publishing/publication-files.server.ts'
import { versionsText } from '../publishing/text/index.ts'
import { versionFrom } from '../publishing/version.domain.ts'
import { citedResolution, listedVersions } from '../publishing/version-list.server.ts'
import { reportPageText } from '../text/report-page.ts'
import { whyPageText } from '../walk/text/why-page.ts'
import type { Route } from './+types/report-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const fiscalYear = buddhistYear(params.year)
  const version = params.version === undefined ? undefined : versionFrom(params.version)
  if (fiscalYear === null || version === null) throw data(null, 404)
  // 67 and 2024 are the same year as 2567: one address for one report.
  const address =
    version === undefined
      ? addressOf.report(lang, fiscalYear)
      : addressOf.reportVersion(lang, fiscalYear, version)
  if (params.year !== String(fiscalYear) || (version !== undefined && params.version !== String(version)))
    throw redirect(address, 301)

  const agency = await appOf(context).agency()
  if (!agency) throw data(null, 404)
  const { ctx } = agency
  const found = await findPublishedReport(ctx, { fiscalYear, version, lang })
  if (found) {
    const files = await offeredFiles(ctx, found.publication, context.get(documentsContext))
    const isOfVersion = version !== undefined
    return data({ kind: 'published' as const, ...shownOf(found, lang), files, isOfVersion }, 200)
  }
  const { publication, versions } = (await findReportVersion(ctx, { fiscalYear, version })) ?? {}
  if (!publication?.withdrawal) throw data(null, 404)
  const { at, reason, resolution } = publication.withdrawal
  const shown = {
    lang,
    fiscalYear,
    version: publication.version,
    versions: listedVersions(versions ?? []),
    withdrawal: { day: thaiDay(at), reason, resolution: citedResolution(resolution) },
  }
  return data({ kind: 'withdrawn' as const, ...shown }, 410)
}

function shownOf(found: PublishedReport, lang: Language) {
  const { report, cycle, verdict, findings, publication, versions } = found
  return {
    lang,
    fiscalYear: cycle.fiscalYear,
    cover: report.cover,
    title: report.title,
    sections: report.sections.map(({ id, heading }) => ({ id, heading })),
    article: publishedArticle(found, lang),
    facts: {
      fiscalYear: cycle.fiscalYear,
      contentHash: found.contentHash,
      version: publication.version,
      publishedOn: thaiDay(publication.publishedAt),
      approvedBy: publication.steps.map(citedResolution),
      resolutions: cycle.resolutions.map(({ body, meetingNumber, heldOn }) => ({
        body,
        meetingNumber,
        day: heldOn.day,
      })),
    },
    versions: listedVersions(versions),
    answers: cycle.answers,
    score: verdict?.score ?? null,
    findingCount: findings.length,
  }
}

export default function ReportPage({ loaderData }: Route.ComponentProps) {
  return loaderData.kind === 'withdrawn' ? (
    <WithdrawnReport {...loaderData} />
  ) : (
    <Published loaderData={loaderData} />
  )
}

type Shown = ReturnType<typeof shownOf> &
  Readonly<{
    files: Awaited<ReturnType<typeof offeredFiles>>
    /** At the address of one version, not of the year. */
    isOfVersion: boolean
  }>

function Published({ loaderData }: { loaderData: Shown }) {
  const { lang, fiscalYear, cover, facts, versions } = loaderData
  const text = reportPageText(lang)
  const words = versionsText(lang)
  const newest = versions.find(({ status }) => status === 'published')
  return (
    <>
      <title>
        {loaderData.isOfVersion ? `${loaderData.title} – ${words.version(facts.version)}` : loaderData.title}
      </title>
      <meta name="description" content={cover.title} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          ...(loaderData.isOfVersion
            ? [
                { label: text.fiscalYear(fiscalYear), to: addressOf.report(lang, fiscalYear) },
                { label: words.version(facts.version), to: null },
              ]
            : [{ label: text.fiscalYear(fiscalYear), to: null }]),
        ]}
      />
      <div className="page-head">
        {newest && newest.version !== facts.version && (
          <Notice kind="warning">
            <p>{words.newer(newest.version)}</p>
            <p>
              <a href={addressOf.report(lang, fiscalYear)}>{words.toNewer(newest.version)}</a>
            </p>
          </Notice>
        )}
        <h1>{cover.title}</h1>
        <p className="lead">
          {cover.agencyLine}
          <br />
          {cover.yearLine}
        </p>
        <p className="muted">{cover.preparedByLine}</p>
        {cover.approvalLines.map((line) => (
          <p key={line} className="muted">
            {line}
          </p>
        ))}
      </div>
      <Standing
        lang={lang}
        item={loaderData.answers}
        score={loaderData.score}
        findings={loaderData.findingCount}
        why={addressOf.reportWhy(
          lang,
          fiscalYear,
          newest?.version === facts.version ? {} : { version: facts.version },
        )}
      />
      <div className="page-body with-side">
        <nav className="side" aria-labelledby="contents">
          <h2 id="contents">{text.contents}</h2>
          <ol>
            {loaderData.sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.heading}</a>
              </li>
            ))}
          </ol>
        </nav>
        <article className="stack">
          <section aria-labelledby="downloads" className="stack no-print">
            <h2 id="downloads">{text.downloads}</h2>
            <DownloadList
              lang={lang}
              fiscalYear={fiscalYear}
              version={facts.version}
              files={loaderData.files}
            />
          </section>
          {/* Made by the report's own renderer, which escapes every value. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our renderer */}
          <div dangerouslySetInnerHTML={{ __html: loaderData.article }} />
          <ReportFacts lang={lang} facts={facts} />
          <VersionList lang={lang} fiscalYear={fiscalYear} here={facts.version} versions={versions} />
        </article>
      </div>
    </>
  )
}

type StandingProps = {
  lang: Language
  item: ItemRef
  score: 0 | 100 | null
  findings: number
  /** Address of the page that says why. */
  why: string
}

function Standing({ lang, item, score, findings, why }: StandingProps) {
  const text = reportPageText(lang)
  const look = score === null ? 'none' : score === 100 ? 'done' : 'late'
  return (
    <p className="actions">
      <a className={`chip ${look}`} href={addressOf.disclosureItem(lang, yearOf(item), codeOf(item))}>
        <Icon name={look} />
        {score === null
          ? text.noRuleLink(codeOf(item), yearOf(item))
          : text.verdictLink(codeOf(item), yearOf(item), score)}
      </a>
      <a className="chip none" href={why}>
        <Icon name="link" />
        {whyPageText(lang).title(score)}
      </a>
      {findings > 0 && (
        <a className="chip returned" href="#appendix-findings">
          <Icon name="alert" />
          {text.findingsCount(findings)}
        </a>
      )}
    </p>
  )
}
