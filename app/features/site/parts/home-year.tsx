import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Home, ReportSummary } from '../home-view.server.ts'
import { homeText } from '../text/index.ts'

type OfYear = Readonly<{ lang: Language; report: ReportSummary }>

/** The assessment that the newest report answers: how whole it is, and the ways to it. */
export function ItaOfYear({ lang, report, items }: OfYear & Pick<Home, 'items'>) {
  const text = homeText(lang)
  const year = yearOf(report.answers)
  return (
    <section className="stack" aria-labelledby="ita">
      <h2 id="ita">{text.itaHeading(year)}</h2>
      <div className="ita-year">
        <ReportScore lang={lang} report={report} />
        {items && (
          <p>
            <strong>{text.itemsWhole(items.whole, items.all)}</strong>{' '}
            <span className="muted small">{text.itemsSaid}</span>
          </p>
        )}
        <p className="actions">
          <a className="button primary" href={addressOf.disclosureYear(lang, year)}>
            {text.toItems(year)} <Icon name="arrow" />
          </a>
          <a className="button" href={addressOf.report(lang, report.fiscalYear)}>
            {text.readReport}
          </a>
        </p>
      </div>
    </section>
  )
}

const LOOKS = { 100: '', 0: 'zero', none: 'unjudged' } as const

function ReportScore({ lang, report }: OfYear) {
  const text = homeText(lang)
  const year = yearOf(report.answers)
  const look = report.score === null ? 'none' : report.score === 100 ? 'done' : 'late'
  const words = { none: text.verdictNoRule, done: text.verdictFull, late: text.verdictZero(report.failing) }
  return (
    <div className={`verdict ${LOOKS[report.score ?? 'none']}`}>
      <span className="score">{report.score ?? '–'}</span>
      <div>
        <p>
          <strong>{text.verdictHeading}</strong> {text.verdictOf(codeOf(report.answers), year)}
        </p>
        <p className="actions">
          <span className={`chip ${look}`}>
            <Icon name={look} />
            {words[look]}
          </span>
          <a href={addressOf.disclosureItem(lang, year, codeOf(report.answers))}>{text.whyScore}</a>
        </p>
      </div>
    </div>
  )
}

/** Figures of the newest report, with where they are counted from. */
export function YearNumbers({ lang, report }: OfYear) {
  const text = homeText(lang)
  const { counts, fiscalYear } = report
  const measures = counts.measures.reduce((sum, count) => sum + count, 0)
  return (
    <section className="stack" aria-labelledby="numbers">
      <h2 id="numbers">{text.numbersHeading(fiscalYear)}</h2>
      <dl className="figures">
        <Figure value={counts.issues} label={text.issues} />
        <Figure value={measures} label={text.measures} />
        <Figure value={counts.scorePairs} label={text.pairs} />
        <Figure value={counts.resolutions} label={text.resolutions} />
      </dl>
      <p className="small">
        <a href={addressOf.report(lang, fiscalYear)}>{text.sourceOfFigures(fiscalYear)}</a>
      </p>
    </section>
  )
}

const Figure = ({ value, label }: { value: number; label: (value: number) => string }) => (
  <div>
    <dt>{label(value)}</dt>
    <dd>{value}</dd>
  </div>
)

/** Where nothing is published yet: how to begin. */
export function NoReport({ lang }: { lang: Language }) {
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
