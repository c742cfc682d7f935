import { chartSvg } from '../../../kernel/chart/chart-svg.ts'
import { labelLines, type TypeSize, textWidth } from '../../../kernel/chart/label-lines.ts'
import { at, circle, drawText, line, type Mark, PALETTES, tenth } from '../../../kernel/chart/marks.ts'
import { valueScale } from '../../../kernel/chart/value-scale.ts'
import type { ScoreChart, ScoreRow } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import {
  ARROW,
  type Drawn,
  drawScoreRow,
  type Form,
  GAP,
  LINE,
  MARK,
  type Place,
} from './score-row.domain.ts'

export type ScoreChartOptions = Readonly<{
  /** `paper`: fixed colours. `auto`: the page's custom properties, the paper's colours as fallback. */
  theme: 'paper' | 'auto'
  words: ReportWords
  /** Keeps ids apart when the same chart stands on a page twice. */
  idPrefix?: string
  /** Default: `wide` (labels beside the marks) on paper, `narrow` (labels above them) on the screen. */
  width?: 'narrow' | 'wide'
}>

/** Type is set so that `narrow` keeps 11 px on a screen of 360 px, and `wide` reads as 10 pt in a text column of 16 cm. */
const FORMS: Readonly<Record<'narrow' | 'wide', Form>> = {
  narrow: { width: 440, labelColumn: null, label: 16.5, value: 15.5, small: 15 },
  wide: { width: 700, labelColumn: 312, label: 15, value: 14, small: 13 },
}

/**
 * The score pairs as a dumbbell chart: an SVG that carries no style element and no style attribute. A rise or fall is
 * marked only for pairs known to be comparable; the others say in words that they are not. The values stand in the table
 * twin as well, so the picture as a whole is one image with a title.
 */
export const scoreChartSvg = (chart: ScoreChart, options: ScoreChartOptions): string =>
  scoreChartParts(chart, { ...options, maxHeight: Number.POSITIVE_INFINITY }).join('')

type PartsOptions = ScoreChartOptions & Readonly<{ maxHeight: number }>

/** The pictures of `scoreChartPictures` as SVG, a title and a description in each. */
export const scoreChartParts = (chart: ScoreChart, options: PartsOptions): readonly string[] =>
  scoreChartPictures(chart, options).map((drawn, index) => pictureSvg(drawn, { chart, options, index }))

/** A picture as data, in its own unit. `note` says unit and beginning of the scale, as the picture does under its axis. */
export type ChartPicture = Readonly<{ width: number; height: number; note: string; marks: readonly Mark[] }>

/**
 * The same chart for paper, cut between rows into pictures no higher than `maxHeight` (in the chart's own unit; `wide` is
 * 700 of them across). Every part has the same scale, with its legend and axis.
 */
export function scoreChartPictures(chart: ScoreChart, options: PartsOptions): readonly ChartPicture[] {
  const place = placeOf(chart.rows, options)
  const head = legend(chart, place)
  const foot = axis(place)
  const severalIssues = new Set(chart.rows.map((row) => row.issue)).size > 1
  const pictures: Drawn[][] = [[]]
  let room = options.maxHeight - head.height - foot.height
  let issue: number | null = null
  for (const row of chart.rows) {
    const drawn = drawScoreRow(row, place)
    const heading = issueHeading(row.issue, place)
    const needed = drawn.height + (severalIssues && row.issue !== issue ? heading.height : 0)
    if (needed > room && pictures.at(-1)?.length) {
      pictures.push([])
      room = options.maxHeight - head.height - foot.height
      issue = null
    }
    const block = severalIssues && row.issue !== issue ? [heading, drawn] : [drawn]
    pictures.at(-1)?.push(...block)
    room -= block.reduce((sum, { height }) => sum + height, 0)
    issue = row.issue
  }
  return pictures.map((rows) => stacked([head, ...rows, foot], place))
}

function stacked(parts: readonly Drawn[], place: Place): ChartPicture {
  let y = 0
  const marks = parts.map((part) => {
    const group = at(y, part.marks)
    y += part.height
    return group
  })
  return { width: place.form.width, height: tenth(y), note: scaleNote(place), marks }
}

type PictureOf = Readonly<{ chart: ScoreChart; options: ScoreChartOptions; index: number }>

function pictureSvg(
  { width, height, note, marks }: ChartPicture,
  { chart, options, index }: PictureOf,
): string {
  const id = `${options.idPrefix ?? ''}${chart.id}${index === 0 ? '' : `-${index + 1}`}`
  const head = { id, title: chart.title, description: `${chart.caption} ${note}`.trim() }
  return chartSvg({ ...head, theme: options.theme, width, height, marks })
}

function placeOf(rows: readonly ScoreRow[], { theme, words, width }: ScoreChartOptions): Place {
  const form = FORMS[width ?? (theme === 'paper' ? 'wide' : 'narrow')]
  const scale = valueScale(
    rows.flatMap(({ before, after }) => (before === null ? [after] : [before, after])).map(Number),
  )
  const value = widest(
    rows.flatMap((row) => [row.before ?? '', row.after]),
    { size: form.value, bold: true },
  )
  const change = widest(
    rows.map((row) => row.change ?? ''),
    { size: form.value, bold: true },
  )
  const left = (form.labelColumn ?? 0) + value + GAP * (form.labelColumn === null ? 1 : 2)
  const right = value + GAP + (change > 0 ? GAP + ARROW + change : 0)
  const perUnit = (form.width - left - right) / (scale.to - scale.from)
  const x = (score: number) => tenth(left + (score - scale.from) * perUnit)
  return { form, ink: PALETTES[theme], words, scale, mainUnit: commonest(rows.map((row) => row.unit)), x }
}

function legend({ beforeYear, afterYear, rows }: ScoreChart, { form, ink, words }: Place): Drawn {
  const height = form.small * LINE
  const y = height / 2
  const baseline = y + form.small * 0.36
  const before = `${words.year} ${beforeYear}`
  const after = `${words.year} ${afterYear}`
  const earlier = [
    circle({ x: 8, y, radius: MARK - 1, fill: ink.paper, stroke: ink.muted }),
    drawText(before, { x: 20, y: baseline, size: form.small, fill: ink.muted }),
  ]
  const hasPairs = rows.some((row) => row.before !== null)
  const start = hasPairs ? 20 + textWidth(before, { size: form.small }) + 24 : 0
  const later = [
    circle({ x: start + 8, y, radius: MARK, fill: ink.brand, stroke: ink.brand }),
    drawText(after, { x: start + 20, y: baseline, size: form.small, fill: ink.brand, bold: true }),
  ]
  return { marks: hasPairs ? [...earlier, ...later] : later, height: height + GAP / 2 }
}

function issueHeading(issue: number, { form, ink, words }: Place): Drawn {
  const height = form.small * LINE + 6
  const marks = [
    line({ x1: 0, x2: form.width, y1: 2, y2: 2, stroke: ink.line, width: 1 }),
    drawText(`${words.issue} ${issue}`, {
      x: 0,
      y: height - 4,
      size: form.small,
      fill: ink.muted,
      bold: true,
    }),
  ]
  return { marks, height: height + 2 }
}

function axis(place: Place): Drawn {
  const { form, ink, scale, x } = place
  const y = form.small * 1.1
  const numbers = scale.ticks.map((tick) =>
    drawText(String(tick), { x: x(tick), y, size: form.small, fill: ink.muted, anchor: 'middle' }),
  )
  const note = labelLines(scaleNote(place), form.width - 4, { size: form.small }).map((text, index) =>
    drawText(text, { x: 0, y: y + form.small * LINE * (index + 1), size: form.small, fill: ink.muted }),
  )
  return { marks: [...numbers, ...note], height: y + form.small * LINE * note.length + 8 }
}

function scaleNote({ scale, words, mainUnit }: Place): string {
  const unit = mainUnit === '' ? null : `${words.unit}: ${mainUnit}`
  const start = scale.from === 0 ? null : words.scaleFrom(String(scale.from))
  return [unit, start].filter((part) => part !== null).join(' · ')
}

const widest = (texts: readonly string[], type: TypeSize) =>
  Math.max(0, ...texts.map((text) => textWidth(text, type)))

function commonest(units: readonly string[]): string {
  const groups = [...Map.groupBy(units, (unit) => unit)]
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}
