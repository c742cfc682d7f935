import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { addressOf } from '../../../../web/addresses.ts'
import type {
  CitingCell,
  ItemInIssue,
  ItemInReport,
  ItemWalk,
  NamedVersion,
  PrintedMeasurement,
} from '../items/item-walk.domain.ts'
import { itemPageText } from '../text/item-page.ts'

type Props = Readonly<{ lang: Language; walk: ItemWalk }>

/** What published reports did about an item: the issues that cite it, their measures, and the scores printed of it. */
export function ItemReports({ lang, walk: { reports, answeredBy } }: Props) {
  const text = itemPageText(lang)
  return (
    <>
      <section aria-labelledby="reports" className="stack">
        <h2 id="reports">{text.reports}</h2>
        {reports.length === 0 && <p className="muted">{text.noReports}</p>}
        {reports.map((report) => (
          <InReport key={report.fiscalYear} lang={lang} report={report} />
        ))}
      </section>
      {answeredBy.length > 0 && (
        <section aria-labelledby="answered" className="stack">
          <h2 id="answered">{text.answeredBy}</h2>
          <ul>
            {answeredBy.map((report) => (
              <li key={report.fiscalYear}>
                <ReportLink lang={lang} report={report} /> ·{' '}
                <a href={addressOf.reportWhy(lang, report.fiscalYear)}>
                  {report.score === null ? text.noScore : text.scored(report.score)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ReportLink({ lang, report }: { lang: Language; report: NamedVersion }) {
  const text = itemPageText(lang)
  return (
    <>
      <a href={addressOf.reportVersion(lang, report.fiscalYear, report.version)}>
        {text.report(report.fiscalYear, report.version)}
      </a>{' '}
      <span className="muted small">
        {text.publishedOn(formatDay(thaiDay(new Date(report.publishedAt)), lang))}
      </span>
    </>
  )
}

function InReport({ lang, report }: { lang: Language; report: ItemInReport }) {
  const text = itemPageText(lang)
  return (
    <div className="stack">
      <h3>
        <ReportLink lang={lang} report={report} />
      </h3>
      {report.issues.map((issue) => (
        <InIssue key={issue.number} lang={lang} issue={issue} fiscalYear={report.fiscalYear} />
      ))}
      {report.elsewhere.length > 0 && (
        <div>
          {text.elsewhere}: <Cells lang={lang} cells={report.elsewhere} fiscalYear={report.fiscalYear} />
        </div>
      )}
    </div>
  )
}

function InIssue({ lang, issue, fiscalYear }: { lang: Language; issue: ItemInIssue; fiscalYear: number }) {
  const text = itemPageText(lang)
  return (
    <div className="walk-issue">
      <h4>
        <a href={addressOf.reportIssue(lang, fiscalYear, issue.number)}>
          {text.issue(issue.number, issue.title)}
        </a>
      </h4>
      <div>
        {text.citedIn}: <Cells lang={lang} cells={issue.cells} fiscalYear={fiscalYear} />
      </div>
      {issue.results.length > 0 && <Results lang={lang} issue={issue} fiscalYear={fiscalYear} />}
      {issue.measures.length > 0 && (
        <details className="walk-fold">
          <summary>
            {text.measures} ({issue.measures.length})
          </summary>
          <ul>
            {issue.measures.map(({ number, text: says }) => (
              <li key={number}>
                <a
                  href={addressOf.reportWhy(lang, fiscalYear, {
                    cell: `issue-${issue.number}.measure-${number}.text`,
                  })}
                >
                  {text.measure(number, says)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type CellsProps = Readonly<{ lang: Language; cells: readonly CitingCell[]; fiscalYear: number }>

const Cells = ({ lang, cells, fiscalYear }: CellsProps) =>
  cells.map(({ cell, label }, index) => (
    <span key={cell}>
      {index > 0 && ' · '}
      <a href={addressOf.reportWhy(lang, fiscalYear, { cell })}>{label[lang]}</a>
    </span>
  ))

type ResultsProps = Readonly<{ lang: Language; issue: ItemInIssue; fiscalYear: number }>

function Results({ lang, issue: { number, results }, fiscalYear }: ResultsProps) {
  const text = itemPageText(lang)
  const value = (measured: PrintedMeasurement | null, unit: string) =>
    measured ? text.value(measured.value, unit, measured.year) : text.none
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
    <section className="table-box" aria-label={text.resultsOf(number, fiscalYear)} tabIndex={0}>
      <table>
        <caption>{text.results}</caption>
        <thead>
          <tr>
            <th scope="col">{text.resultLabel}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ cell, label, unit, before, after }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was published keeps its order
            <tr key={index}>
              <th scope="row">
                <a href={addressOf.reportWhy(lang, fiscalYear, { cell })}>{label}</a>
              </th>
              <td>{value(before, unit)}</td>
              <td>{value(after, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
