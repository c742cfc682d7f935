import { PALETTES } from '../../../kernel/chart/marks.ts'
import { markSvg } from '../../../kernel/chart/svg-marks.ts'
import type { ChartOptions } from '../charts/chart-options.domain.ts'
import { dumbbellSvg } from '../charts/dumbbell.domain.ts'
import { stacked, written } from '../charts/frame.domain.ts'
import { heatMapSvg } from '../charts/heat-map.domain.ts'
import { chartWords } from '../charts/text/index.ts'
import { trendGridSvg, trendSvg } from '../charts/trend.domain.ts'
import type { CompareView } from './asked-comparison.domain.ts'
import { dumbbellOf, headOf, heatMapOf, trendGridOf, trendOf } from './chart-rows.domain.ts'
import type { ComparisonRow } from './comparison.domain.ts'
import type { Saying } from './said-rows.domain.ts'

type Look = Pick<ChartOptions, 'theme' | 'width'>

/** The rows as the chart of a view; a dumbbell is of two years. */
export function comparisonSvg(
  saying: Saying,
  rows: readonly ComparisonRow[],
  { view, ...look }: Look & Readonly<{ view: CompareView }>,
): string {
  const head = headOf(saying, rows, view)
  const options = { ...look, words: chartWords(saying.lang) }
  if (view === 'dumbbell') return dumbbellSvg(dumbbellOf(saying, rows), head, options)
  if (view === 'heat') return heatMapSvg(heatMapOf(saying, rows), head, options)
  return saying.of === 'instruments'
    ? trendSvg(trendOf(saying, rows), head, options)
    : trendGridSvg(trendGridOf(saying, rows), head, options)
}

const SIZE = /viewBox="0 0 ([\d.]+) ([\d.]+)"/
const MARGIN = 24

/** A chart as a picture that goes alone: its title above, where it comes from below, on white. */
export function framedPicture(chart: string, { title, source }: { title: string; source: string }): string {
  const [across, down] = (SIZE.exec(chart) ?? []).slice(1).map(Number)
  if (across === undefined || down === undefined) throw new Error('a chart says its size')
  const { ink, muted, paper } = PALETTES.paper
  const above = written(title, { width: across, size: 19, bold: true, fill: ink })
  const below = written(source, { width: across, size: 13.5, fill: muted })
  const marks = (part: typeof above) => stacked([part]).marks.map(markSvg).join('')
  const top = MARGIN + above.height + 12
  const [width, height] = [across + 2 * MARGIN, top + down + 12 + below.height + MARGIN]
  const placed = chart.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `)
  const group = (y: number, inner: string) => `<g transform="translate(${MARGIN} ${y})">${inner}</g>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Sarabun">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    group(MARGIN, marks(above)),
    placed,
    group(top + down + 12, marks(below)),
    '</svg>',
  ].join('')
}
