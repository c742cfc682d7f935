import { flat } from '../../../kernel/chart/marks.ts'
import { type Inline, type Place, plainInline } from '../../../kernel/inline-text.ts'
import { type ChartPicture, scoreChartPictures } from '../charts/score-chart.domain.ts'
import type { ScoreChart, ScoreRow } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { BODY, cellPlace, linePlace } from './paper.table.ts'

type Context = Readonly<{ names: readonly string[]; words: ReportWords }>

/**
 * In the chart's own unit, 700 of them over the text column: what a page holds below the titles, and the height of a part
 * that is still drawn in one piece, somewhat smaller, rather than leave two rows to the next page.
 */
const PAGE_HEIGHT = 890
const PART_HEIGHT = 1010
/** Issue, label, two years, change, unit, comparability. The first is left out when all rows are of one issue. */
const COLUMNS: readonly number[] = [18, 53, 16, 16, 21.5, 15, 25.5]
/** Chart and table of this many rows at most stay on one page. */
const WHOLE_ROWS = 6
/** More rows than a listener would sit through: the table twin says them all. */
const SPOKEN_ROWS = 24

/**
 * The chart in pictures of a page's height at most, and its table twin. The pictures are marks for the template to draw, not
 * SVG: of a letter with marks in an SVG the typesetter knows no text, and refuses the whole document.
 */
export function scoresOf(chart: ScoreChart, context: Context) {
  const line = (text: string): Inline => plainInline(text, { ...linePlace(BODY.size), names: context.names })
  const pictures = scoreChartPictures(chart, { theme: 'paper', words: context.words, maxHeight: PART_HEIGHT })
  return {
    k: 'scores',
    title: line(chart.title),
    caption: line(chart.caption),
    alt: alternative(chart),
    pictures: chart.rows.length === 0 ? [] : pictures.map(pictureData),
    table: twin(chart, context),
    whole: chart.rows.length <= WHOLE_ROWS,
  }
}

const pictureData = ({ width, height, marks }: ChartPicture) => ({
  ...{ width, height, scale: Math.min(1, PAGE_HEIGHT / height) },
  marks: flat(marks),
})

function alternative(chart: ScoreChart): string {
  const rows = chart.rows.slice(0, SPOKEN_ROWS).map(spoken)
  return [chart.title, chart.caption, ...rows].filter((text) => text !== '').join('; ')
}

const spoken = ({ label, before, after, unit }: ScoreRow) =>
  `${label} ${before === null ? after : `${before} \u2192 ${after}`} ${unit}`

function twin(chart: ScoreChart, { names, words }: Context) {
  const from = new Set(chart.rows.map((row) => row.issue)).size > 1 ? 0 : 1
  const widths = COLUMNS.slice(from)
  const place = (column: number): Place => ({ ...cellPlace(widths, column), names })
  const head = [
    ...[words.issue, words.label, `${words.year} ${chart.beforeYear}`, `${words.year} ${chart.afterYear}`],
    ...[words.change, words.unit, words.comparability],
  ].slice(from)
  const aligned = (['center', 'start', 'end', 'end', 'end', 'start', 'start'] as const).slice(from)
  return {
    widths,
    head: head.map((text, column) => ({
      t: plainInline(text, place(column)),
      align: aligned[column] ?? 'start',
    })),
    rows: chart.rows.map((row) =>
      cellsOf(row, words)
        .slice(from)
        .map(({ text, quiet }, column) => ({
          t: plainInline(text, place(column)),
          align: aligned[column] ?? 'start',
          quiet,
        })),
    ),
    whole: chart.rows.length <= WHOLE_ROWS,
  }
}

type Cell = Readonly<{ text: string; quiet: boolean }>
const cell = (text: string, quiet = false): Cell => ({ text, quiet })

function cellsOf(row: ScoreRow, words: ReportWords): readonly Cell[] {
  const comparability = {
    yes: words.comparable,
    no: words.notComparable,
    unknown: words.comparabilityUnknown,
  }
  return [
    cell(String(row.issue)),
    cell(row.label),
    cell(row.before ?? '\u2013', row.before === null),
    cell(row.after),
    cell(row.change ?? '\u2013', row.change === null),
    cell(row.unit),
    cell(row.before === null ? words.noEarlierValue : comparability[row.comparable], true),
  ]
}
