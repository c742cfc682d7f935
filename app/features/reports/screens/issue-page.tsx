import { data, redirect } from 'react-router'
import '../../../ui/walk.css'
import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { issueBody } from '../html/issue-body.server.ts'
import { findIssuePage } from '../issue-page.queries.server.ts'
import { CitedItemsTable } from '../parts/cited-items-table.tsx'
import { findReportVersion } from '../published-report.queries.server.ts'
import { reportPageText } from '../text/report-page.ts'
import type { Route } from './+types/issue-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const fiscalYear = buddhistYear(params.year)
  const number = Number(toArabicDigits(params.issue))
  if (fiscalYear === null || !Number.isInteger(number)) throw data(null, 404)
  if (params.year !== String(fiscalYear) || params.issue !== String(number))
    throw redirect(addressOf.reportIssue(lang, fiscalYear, number), 301)

  const agency = await appOf(context).agency()
  const page = agency && (await findIssuePage(agency.ctx, { fiscalYear, issue: number, lang }))
  // Of a report that was withdrawn, its page says when, by which resolution and why.
  if (!page) {
    const version = agency && (await findReportVersion(agency.ctx, { fiscalYear }))
    if (version?.publication.withdrawal) throw redirect(addressOf.report(lang, fiscalYear), 302)
    throw data(null, 404)
  }
  return {
    lang,
    fiscalYear,
    number,
    title: page.issue.title,
    issues: page.published.cycle.issues.map((issue) => ({ number: issue.number, title: issue.title })),
    body: issueBody(page, lang),
    years: page.years,
    cited: page.cited,
  }
}

export default function IssuePage({ loaderData }: Route.ComponentProps) {
  const { lang, fiscalYear, number, title, issues } = loaderData
  const text = reportPageText(lang)
  return (
    <>
      <title>{`${text.issueTitle(number, title)} – ${text.fiscalYear(fiscalYear)}`}</title>
      <meta name="description" content={text.issueTitle(number, title)} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.fiscalYear(fiscalYear), to: addressOf.report(lang, fiscalYear) },
          { label: text.issueTitle(number, title), to: null },
        ]}
      />
      <div className="page-body with-side">
        <nav className="side after" aria-labelledby="all-issues">
          <h2 id="all-issues">{text.allIssues}</h2>
          <ol>
            {issues.map((issue) => (
              <li key={issue.number}>
                <a
                  href={addressOf.reportIssue(lang, fiscalYear, issue.number)}
                  aria-current={issue.number === number ? 'page' : undefined}
                >
                  {issue.number}. {issue.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <article className="stack">
          <h1 className="visually-hidden">{text.issueTitle(number, title)}</h1>
          {/* Made by the report's own renderer, which escapes every value. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our renderer */}
          <div dangerouslySetInnerHTML={{ __html: loaderData.body }} />
          <CitedItemsTable lang={lang} years={loaderData.years} cited={loaderData.cited} />
          <Neighbours lang={lang} fiscalYear={fiscalYear} number={number} issues={issues} />
        </article>
      </div>
    </>
  )
}

type NeighboursProps = Readonly<{
  lang: Language
  fiscalYear: number
  number: number
  issues: readonly Readonly<{ number: number; title: string }>[]
}>

function Neighbours({ lang, fiscalYear, number, issues }: NeighboursProps) {
  const text = reportPageText(lang)
  const at = issues.findIndex((issue) => issue.number === number)
  const previous = issues[at - 1]
  const next = issues[at + 1]
  return (
    <nav className="actions no-print" aria-label={text.nearbyIssues}>
      {previous && (
        <a className="button" rel="prev" href={addressOf.reportIssue(lang, fiscalYear, previous.number)}>
          <span>
            ← {text.previous}: {previous.title}
          </span>
        </a>
      )}
      {next && (
        <a className="button" rel="next" href={addressOf.reportIssue(lang, fiscalYear, next.number)}>
          <span>
            {text.next}: {next.title} →
          </span>
        </a>
      )}
    </nav>
  )
}
