import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { documentsContext } from '../documents-context.server.ts'
import { publishedArticle } from '../html/published-article.server.ts'
import { DownloadList } from '../parts/download-list.tsx'
import { ReportFacts } from '../parts/report-facts.tsx'
import { offeredFiles } from '../published-files.queries.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'
import { reportPageText } from '../text/report-page.ts'
import type { Route } from './+types/report-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const fiscalYear = buddhistYear(params.year)
  if (fiscalYear === null) throw data(null, 404)
  // 67 and 2024 are the same year as 2567: one address for one report.
  if (params.year !== String(fiscalYear)) throw redirect(addressOf.report(lang, fiscalYear), 301)

  const app = appOf(context)
  const agency = await app.agency()
  const found = agency && (await findPublishedReport(agency.ctx, { fiscalYear, lang }))
  if (!found) throw data(null, 404)
  const files = await offeredFiles(agency.ctx, { found, ...context.get(documentsContext) })
  const { report, cycle, verdict, findings } = found
  return {
    lang,
    fiscalYear,
    cover: report.cover,
    title: report.title,
    sections: report.sections.map(({ id, heading }) => ({ id, heading })),
    article: publishedArticle(found, lang),
    files: files?.map(({ format, fileName, size, sha256 }) => ({ format, fileName, size, sha256 })) ?? null,
    facts: {
      contentHash: found.contentHash,
      version: found.version,
      importedAt: found.importedAt.toISOString(),
      resolutions: cycle.resolutions.map(({ body, meetingNumber, heldOn }) => ({
        body,
        meetingNumber,
        day: heldOn.day,
      })),
    },
    answers: cycle.answers,
    score: verdict?.score ?? null,
    findingCount: findings.length,
  }
}

export default function ReportPage({ loaderData }: Route.ComponentProps) {
  const { lang, fiscalYear, cover } = loaderData
  const text = reportPageText(lang)
  return (
    <>
      <title>{loaderData.title}</title>
      <meta name="description" content={cover.title} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.fiscalYear(fiscalYear), to: null },
        ]}
      />
      <div className="page-head">
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
            <DownloadList lang={lang} fiscalYear={fiscalYear} files={loaderData.files} />
          </section>
          {/* Made by the report's own renderer, which escapes every value. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our renderer */}
          <div dangerouslySetInnerHTML={{ __html: loaderData.article }} />
          <ReportFacts lang={lang} facts={loaderData.facts} />
        </article>
      </div>
    </>
  )
}

type StandingProps = { lang: Language; item: ItemRef; score: 0 | 100 | null; findings: number }

function Standing({ lang, item, score, findings }: StandingProps) {
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
      {findings > 0 && (
        <a className="chip returned" href="#appendix-findings">
          <Icon name="alert" />
          {text.findingsCount(findings)}
        </a>
      )}
    </p>
  )
}
