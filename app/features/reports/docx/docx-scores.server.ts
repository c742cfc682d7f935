import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx'
import { xmlSafe } from '../../../kernel/chart/xml-text.ts'
import { words as textOf } from '../../../platform/documents/docx/docx-text.server.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { scoreChartParts } from '../charts/score-chart.domain.ts'
import type { ReportBlock, ScoreChart, ScoreRow, TableCell } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { KEPT_ROWS, plainTable } from './docx-tables.server.ts'

/** The text column in pixels at 96 to the inch, and how many pixels the picture has for each of them. */
const WIDTH = 620
const SHARPNESS = 2.5
/** As high as a page leaves room for under a heading, in the unit of the chart. */
const HIGHEST = 960

type PlainTable = Extract<ReportBlock, { kind: 'table' }>
export type ScoresContext = Readonly<{ words: ReportWords; pictureId: () => string }>

/** Score pairs as a picture with its text alternative, and after it the same values as a table. */
export const scoreBlocks = (chart: ScoreChart, context: ScoresContext): (Paragraph | Table)[] => [
  new Paragraph({ style: 'Caption', children: textOf(chart.title) }),
  ...pictures(chart, context),
  new Paragraph({ style: 'Caption', children: textOf(chart.caption) }),
  plainTable(scoreTable(chart, context.words)),
]

function pictures(chart: ScoreChart, { words, pictureId }: ScoresContext): Paragraph[] {
  if (chart.rows.length === 0) return []
  const parts = scoreChartParts(chart, { theme: 'paper', words, width: 'wide', maxHeight: HIGHEST })
  const description = chart.rows.map((row) => described(row, chart, words)).join('; ')
  return parts.map((svg) => {
    const { png, width, height } = svgToPng(svg, WIDTH * SHARPNESS)
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: chart.rows.length <= KEPT_ROWS,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: WIDTH, height: Math.round((height / width) * WIDTH) },
          altText: {
            id: pictureId(),
            name: xmlSafe(chart.id),
            title: xmlSafe(chart.title),
            description: xmlSafe(description),
          },
        }),
      ],
    })
  })
}

function described(row: ScoreRow, { beforeYear, afterYear }: ScoreChart, words: ReportWords): string {
  const later = `${words.year} ${afterYear}: ${row.after}`
  const values = row.before === null ? later : `${words.year} ${beforeYear}: ${row.before}, ${later}`
  return `${row.label} (${row.unit}) ${values}, ${comparison(row, words)}`
}

function scoreTable(chart: ScoreChart, words: ReportWords): PlainTable {
  const { beforeYear, afterYear, rows } = chart
  const severalIssues = new Set(rows.map((row) => row.issue)).size > 1
  const columns = scoreColumns(
    { before: `${words.year} ${beforeYear}`, after: `${words.year} ${afterYear}` },
    words,
  )
  const shown = columns.slice(severalIssues ? 0 : 1)
  return {
    kind: 'table',
    caption: chart.caption,
    head: shown.map(({ head }) => head),
    widths: shown.map(({ width }) => width),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
  }
}

type Column = Readonly<{ head: string; width: number; cell: (row: ScoreRow) => TableCell }>

/** The issue first: a chart of one issue goes without it. */
const scoreColumns = (
  years: Readonly<{ before: string; after: string }>,
  words: ReportWords,
): readonly Column[] => [
  { head: words.issue, width: 11, cell: ({ issue }) => ({ text: String(issue), align: 'center' }) },
  { head: words.label, width: 30, cell: ({ label }) => ({ text: label, align: 'start' }) },
  { head: years.before, width: 10, cell: ({ before }) => ({ text: before ?? '–', align: 'end' }) },
  { head: years.after, width: 10, cell: ({ after }) => ({ text: after, align: 'end', strong: true }) },
  { head: words.change, width: 13, cell: ({ change }) => ({ text: change ?? '–', align: 'end' }) },
  { head: words.unit, width: 9, cell: ({ unit }) => ({ text: unit, align: 'start' }) },
  { head: words.comparability, width: 17, cell: (row) => ({ text: comparison(row, words), align: 'start' }) },
]

function comparison({ before, comparable }: ScoreRow, words: ReportWords): string {
  if (before === null) return words.noEarlierValue
  return {
    yes: words.comparable,
    no: words.notComparable,
    unknown: words.comparabilityUnknown,
  }[comparable]
}
