import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { shellText } from '../../../web/text/index.ts'
import { findPublishedReport, listReports } from '../../reports/index.server.ts'
import { homeText } from '../text/index.ts'
import type { Route } from './+types/home-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const agency = await appOf(context).agency()
  if (!agency) return { lang, years: [], name: shellText(lang).productName, report: null }
  const years = (await listReports(agency.ctx)).map(({ fiscalYear }) => fiscalYear)
  const newest = years[0]
  const found =
    newest === undefined ? null : await findPublishedReport(agency.ctx, { fiscalYear: newest, lang })
  return { lang, years, name: nameOf(agency, lang), report: found && summaryOf(found) }
}

const summaryOf = ({
  cycle,
  counts,
  verdict,
  findings,
}: NonNullable<Awaited<ReturnType<typeof findPublishedReport>>>) => ({
  fiscalYear: cycle.fiscalYear,
  title: cycle.cover.title,
  answers: cycle.answers,
  counts,
  score: verdict?.score ?? null,
  failing: verdict?.elements.filter((element) => !element.passes).length ?? 0,
  issues: cycle.issues.map((issue) => ({
    number: issue.number,
    title: issue.title,
    measures: issue.measures.length,
    findings: findings.filter((finding) => finding.place.issue === issue.number).length,
  })),
})
type Summary = ReturnType<typeof summaryOf>

export default function HomePage({ loaderData: { lang, years, name, report } }: Route.ComponentProps) {
  const text = homeText(lang)
  return (
    <>
      <title>{text.title(name)}</title>
      <meta name="description" content={text.lead} />
      <div className="stack wide">
        <div className="page-head">
          <h1>{name}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {report ? <YearReport report={report} lang={lang} /> : <NoReport lang={lang} />}
        {years.length > 1 && (
          <section className="stack">
            <h2>{text.otherYears}</h2>
            <ul className="years">
              {years.slice(1).map((year) => (
                <li key={year}>
                  <a className="button" href={addressOf.report(lang, year)}>
                    {year}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

function YearReport({ report, lang }: { report: Summary; lang: 'th' | 'en' }) {
  const text = homeText(lang)
  const { counts } = report
  return (
    <>
      <section className="stack" aria-labelledby="year">
        <h2 id="year">{text.reportOf(report.fiscalYear)}</h2>
        <Verdict report={report} lang={lang} />
        <dl className="figures">
          <Figure value={counts.issues} label={text.issues} />
          <Figure value={counts.measures.reduce((sum, count) => sum + count, 0)} label={text.measures} />
          <Figure value={counts.scorePairs} label={text.pairs} />
          <Figure value={counts.resolutions} label={text.resolutions} />
        </dl>
        <p className="muted small">{text.sourceOfFigures}</p>
        <p className="actions">
          <a className="button primary" href={addressOf.report(lang, report.fiscalYear)}>
            {text.readReport} <Icon name="arrow" />
          </a>
        </p>
      </section>
      <section className="stack" aria-labelledby="issues">
        <h2 id="issues">{text.issueHeading(counts.issues)}</h2>
        <ol className="cards">
          {report.issues.map((issue) => (
            <li key={issue.number}>
              <a className="card" href={addressOf.reportIssue(lang, report.fiscalYear, issue.number)}>
                <span className="muted small">{text.issueNumber(issue.number)}</span>
                <h3>{issue.title}</h3>
                <span className="foot">
                  <span className="chip working">
                    <Icon name="document" />
                    {text.measureCount(issue.measures)}
                  </span>
                  {issue.findings > 0 && (
                    <span className="chip returned">
                      <Icon name="alert" />
                      {text.findingCount(issue.findings)}
                    </span>
                  )}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

const LOOKS = { 100: '', 0: 'zero', none: 'unjudged' } as const

function Verdict({ report, lang }: { report: Summary; lang: 'th' | 'en' }) {
  const text = homeText(lang)
  const year = yearOf(report.answers)
  return (
    <div className={`verdict ${LOOKS[report.score ?? 'none']}`}>
      <span className="score">{report.score ?? '–'}</span>
      <div>
        <p>
          <strong>{text.verdictHeading}</strong> {text.verdictOf(codeOf(report.answers), year)}
        </p>
        <p className="actions">
          <Standing report={report} lang={lang} />
          <a href={addressOf.disclosureItem(lang, year, codeOf(report.answers))}>{text.whyScore}</a>
        </p>
      </div>
    </div>
  )
}

function Standing({ report, lang }: { report: Summary; lang: 'th' | 'en' }) {
  const text = homeText(lang)
  const look = report.score === null ? 'none' : report.score === 100 ? 'done' : 'late'
  const words = { none: text.verdictNoRule, done: text.verdictFull, late: text.verdictZero(report.failing) }
  return (
    <span className={`chip ${look}`}>
      <Icon name={look} />
      {words[look]}
    </span>
  )
}

const Figure = ({ value, label }: { value: number; label: (value: number) => string }) => (
  <div>
    <dt>{label(value)}</dt>
    <dd>{value}</dd>
  </div>
)

function NoReport({ lang }: { lang: 'th' | 'en' }) {
  const text = homeText(lang)
  return (
    <section className="empty">
      <h2>{text.emptyTitle}</h2>
      <p>{text.emptyBody}</p>
      <pre>
        <code>npx prongsai import report.docx</code>
      </pre>
    </section>
  )
}
