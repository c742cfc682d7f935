import type { Language } from '../../../i18n/language.ts'
import { listed } from '../../../kernel/listed.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type AskedComparison, queryOf } from '../comparison/asked-comparison.domain.ts'
import type { ShownComparison, ShownRow } from '../comparison/shown-comparison.domain.ts'
import { comparisonText } from '../comparison/text/index.ts'
import { comparePageText } from '../text/compare-page.ts'
import { ChartFigure } from './chart-figure.tsx'

type ComparedYearsProps = Readonly<{
  lang: Language
  asked: AskedComparison & Readonly<{ years: readonly number[] }>
  shown: ShownComparison
}>

/** The finding, the chart and its table. */
export function ComparedYears({ lang, asked, shown }: ComparedYearsProps) {
  const text = comparePageText(lang)
  const query = queryOf(asked)
  const file = (name: string) => `${addressOf.office(lang, `scores/compare/${name}`)}${query}`
  const { chart } = shown
  return (
    <>
      {!shown.isJoined && (
        <Notice kind="warning">
          <p>
            <strong>{text.empty.apartTitle}</strong> {text.empty.apartBody}
          </p>
        </Notice>
      )}
      <ComparedFinding lang={lang} shown={shown} />
      {chart !== null && (
        <section className="stack" aria-labelledby="chart-title">
          <h2 id="chart-title">{text.chartTitle}</h2>
          <ChartFigure
            lang={lang}
            id="compare-chart"
            title={chart.title}
            narrow={chart.narrow}
            wide={chart.wide}
            tableAt="#compare-table"
            downloads={(['svg', 'png'] as const).map((format) => ({
              label: text.downloads[format],
              to: file(`compare-${asked.view}.${format}`),
            }))}
          />
        </section>
      )}
      <section className="stack" id="compare-table" aria-labelledby="table-title">
        <h2 id="table-title">{text.tableTitle(asked.years.join(', '))}</h2>
        <ComparedTable lang={lang} asked={asked} rows={shown.table} />
        {shown.hasNoN && <p className="said">{text.noN}</p>}
        <p className="compare-files no-print">
          {(['csv', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={file(`compare.${format}`)}>
              <Icon name="download" />
              {text.downloads[format]}
            </a>
          ))}
        </p>
      </section>
    </>
  )
}

function ComparedFinding({ lang, shown }: Readonly<{ lang: Language; shown: ShownComparison }>) {
  const text = comparePageText(lang)
  const and = comparisonText(lang).and
  return (
    <section className="stack finding" aria-labelledby="finding-title">
      <h2 id="finding-title">{text.findingTitle}</h2>
      {shown.findings.map(({ between, parts, notAsked }) => (
        <div key={between}>
          <h3>{between}</h3>
          <p className="said-finding">{parts.join('; ')}</p>
          {notAsked !== null && (
            <p>
              {text.notMeasured(
                notAsked.year,
                notAsked.more === 0 ? listed(notAsked.items, and) : notAsked.items.join(', '),
              )}
              {notAsked.more > 0 && ` ${text.more(notAsked.more)}`}
            </p>
          )}
        </div>
      ))}
      <Notice>
        <p>{text.warning}</p>
      </Notice>
    </section>
  )
}

type ComparedTableProps = Pick<ComparedYearsProps, 'lang' | 'asked'> & Readonly<{ rows: readonly ShownRow[] }>

function ComparedTable({ lang, asked: { years, of }, rows }: ComparedTableProps) {
  const text = comparePageText(lang)
  const heads = text.tableColumns
  const steps = years.slice(1).map((to, at) => heads.step(years[at] ?? to, to))
  return (
    <DataTable
      caption={text.tableTitle(years.join(', '))}
      columns={[
        { label: heads.row[of] },
        ...years.map((year) => ({ label: heads.year(year), look: 'end' as const })),
        ...steps.map((label) => ({ label })),
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <RowHead key="head" row={row} />,
          ...row.cells.map((cell, at) => <Cell key={years[at]} cell={cell} />),
          ...row.joins.map((join, at) => <Join key={steps[at]} join={join} />),
        ],
      }))}
    />
  )
}

const RowHead = ({ row }: { row: ShownRow }) => (
  <>
    {row.reference}
    {row.title !== '' && <span className="under">{row.title}</span>}
    {row.meets.map((sentence) => (
      <span className="under" key={sentence}>
        {sentence}
      </span>
    ))}
  </>
)

const Cell = ({ cell: { value, gap, answered, notes } }: { cell: ShownRow['cells'][number] }) => (
  <>
    {value ?? <span className="gap">{gap}</span>}
    {[...(answered === null ? [] : [answered]), ...notes].map((note) => (
      <span className="under" key={note}>
        {note}
      </span>
    ))}
  </>
)

const Join = ({ join: { kind, direction, said, reason } }: { join: ShownRow['joins'][number] }) => (
  <span className={`join ${direction ?? kind ?? ''}`}>
    {direction === 'rise' && <Icon name="up" />}
    {direction === 'fall' && <Icon name="downward" />}
    {said}
    {reason !== '' && <span className="under">{reason}</span>}
  </span>
)
