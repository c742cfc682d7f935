import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MonthStrip as Strip, StripMark, StripRow } from '../overview/month-strip.domain.ts'
import { overviewText } from '../text/pages.ts'

/**
 * The fiscal year by months: a bar for each period, a mark for each day on which something is due, a line for today. Its table
 * twin says the same in words.
 */
export function MonthStrip({ lang, strip }: { lang: Language; strip: Strip }) {
  const { strip: text } = overviewText(lang)
  const { rows, todayAt } = strip
  const late = rows.reduce(
    (sum, row) => sum + row.marks.reduce((all, mark) => all + (mark.look === 'late' ? mark.count : 0), 0),
    0,
  )
  return (
    <section className="stack" aria-labelledby="months">
      <h2 id="months">{text.title}</h2>
      {rows.length === 0 ? (
        <p className="muted">{text.empty}</p>
      ) : (
        <>
          <p className="small muted">{text.said(rows.length, late)}</p>
          <ul className="legend" aria-hidden="true">
            <li>
              <svg width="22" height="12" aria-hidden="true">
                <rect className="bar" y="1" width="22" height="10" rx="3" />
              </svg>
              {text.period}
            </li>
            {(['due', 'late', 'done'] as const).map((look) => (
              <li key={look}>
                <svg width="16" height="16" aria-hidden="true">
                  <Mark look={look} x={8} y={8} />
                </svg>
                {text.marks[look]}
              </li>
            ))}
            {todayAt !== null && (
              <li>
                <svg width="8" height="16" aria-hidden="true">
                  <line className="today" x1="4" x2="4" y1="0" y2="16" />
                </svg>
                {text.today}
              </li>
            )}
          </ul>
          <div className="month-strip">
            <div className="strip-months" aria-hidden="true">
              {text.months.split('|').map((month) => (
                <span key={month}>{month}</span>
              ))}
            </div>
            <ul>
              {rows.map((row) => (
                <li key={row.key}>
                  <p className="what">
                    <a href={addressOf.office(lang, row.part)}>{nameOf(row)}</a>
                    {row.bar === null && (
                      <span className="small muted">
                        {' '}
                        ({row.period === null ? text.noPeriod : text.outside})
                      </span>
                    )}
                  </p>
                  <Line row={row} todayAt={todayAt} />
                </li>
              ))}
            </ul>
          </div>
          <details className="twin">
            <summary>{text.table}</summary>
            <StripTable lang={lang} rows={rows} />
          </details>
        </>
      )}
    </section>
  )
}

const nameOf = ({ issue, measure, title }: StripRow) =>
  `${measure === null ? issue : `${issue}.${measure}`} ${title}`

function Line({ row, todayAt }: { row: StripRow; todayAt: number | null }) {
  const { bar, marks } = row
  return (
    <svg className="line" width="100%" height="24" aria-hidden="true">
      {bar !== null && (
        <rect className="bar" x={`${bar.from}%`} width={`${bar.to - bar.from}%`} y="7" height="10" rx="3" />
      )}
      {todayAt !== null && <line className="today" x1={`${todayAt}%`} x2={`${todayAt}%`} y1="0" y2="24" />}
      {marks.map(({ at, day, look }) => (
        <Mark key={`${day} ${look}`} look={look} x={`${at}%`} y={12} />
      ))}
    </svg>
  )
}

// Told apart by shape as well as by colour: a diamond, a cross in a square, a tick in a circle.
const DRAWINGS = {
  due: 'M-5.5 0L0-5.5L5.5 0L0 5.5Z',
  late: 'M-5-5H5V5H-5ZM-2.5-2.5L2.5 2.5M-2.5 2.5L2.5-2.5',
  done: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M-2.5 0L-.5 2L3-2',
} as const satisfies Record<StripMark['look'], string>

const Mark = ({ look, x, y }: { look: StripMark['look']; x: number | string; y: number }) => (
  <svg x={x} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
    <path className={`mark ${look}`} d={DRAWINGS[look]} />
  </svg>
)

function StripTable({ lang, rows }: { lang: Language; rows: readonly StripRow[] }) {
  const { strip: text } = overviewText(lang)
  return (
    <DataTable
      caption={text.title}
      columns={[
        { label: text.columns.what },
        { label: text.columns.from },
        { label: text.columns.to },
        { label: text.columns.due },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          nameOf(row),
          row.period === null ? text.noPeriod : formatDay(row.period.start, lang),
          row.period === null ? '' : formatDay(row.period.end, lang),
          row.marks
            .map(({ look, day, count }) => text.mark(text.marks[look], formatDay(day, lang), count))
            .join(', '),
        ],
      }))}
    />
  )
}
