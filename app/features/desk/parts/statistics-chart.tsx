import type { Language } from '../../../i18n/language.ts'
import { publicStatisticsText } from '../text/public.ts'

type ChartProps = Readonly<{
  lang: Language
  year: number
  months: readonly Readonly<{ key: string; label: string; received: number; done: number }>[]
}>

const [WIDTH, HEIGHT, TOP, BOTTOM, LEFT] = [720, 260, 28, 44, 36]
const MONTHS = 12
const PLOT = HEIGHT - TOP - BOTTOM

/** Two bars a month, drawn by the server; the same figures stand in the table below it. */
export function StatisticsChart({ lang, year, months }: ChartProps) {
  const text = publicStatisticsText(lang)
  const most = Math.max(1, ...months.flatMap(({ received, done }) => [received, done]))
  // Months to come have their place already, so that a bar is as wide in every month.
  const step = (WIDTH - LEFT) / MONTHS
  const bar = step * 0.34
  const sum = (of: 'received' | 'done') => months.reduce((total, month) => total + month[of], 0)
  return (
    <figure className="statistics-chart">
      <figcaption>{text.chartTitle(year)}</figcaption>
      <p className="chart-key" aria-hidden="true">
        <span className="key received" /> {text.columns.received} <span className="key done" />{' '}
        {text.columns.done}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways must be reached by the keyboard */}
      <section className="chart-box" aria-label={text.chartTitle(year)} tabIndex={0}>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={text.chartSaid(sum('received'), sum('done'))}
        >
          <line className="axis" x1={LEFT} x2={WIDTH} y1={TOP + PLOT} y2={TOP + PLOT} />
          {months.map(({ key, label, received, done }, index) => {
            const x = LEFT + index * step
            return (
              <g key={key}>
                <Bar x={x + step * 0.14} width={bar} of={received} most={most} look="received" />
                <Bar x={x + step * 0.52} width={bar} of={done} most={most} look="done" />
                <text x={x + step / 2} y={HEIGHT - 16} textAnchor="middle">
                  {label}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
    </figure>
  )
}

type BarProps = Readonly<{ x: number; width: number; of: number; most: number; look: 'received' | 'done' }>

const Bar = ({ x, width, of, most, look }: BarProps) => {
  const height = Math.round((of / most) * PLOT)
  return (
    <>
      <rect className={look} x={x} y={TOP + PLOT - height} width={width} height={height} />
      <text x={x + width / 2} y={TOP + PLOT - height - 6} textAnchor="middle">
        {of}
      </text>
    </>
  )
}
