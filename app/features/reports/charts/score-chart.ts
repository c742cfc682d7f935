import { compareDecimal } from '../../../kernel/decimal.ts'
import type { ScoreChart, ScoreRow } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { labelLines, type TypeSize, textWidth } from './label-lines.domain.ts'
import { type ScoreScale, scoreScale } from './score-scale.domain.ts'
import { circle, drawText, type Ink, line, PALETTES, triangle } from './svg-marks.domain.ts'
import { escapeXml } from './xml-text.domain.ts'

export type ScoreChartOptions = Readonly<{
  /** `paper`: fixed colours. `auto`: the page's custom properties, the paper's colours as fallback. */
  theme: 'paper' | 'auto'
  words: ReportWords
  /** Keeps ids apart when the same chart stands on a page twice. */
  idPrefix?: string
  /** Default: `wide` on paper, `narrow` on the screen. */
  width?: 'narrow' | 'wide'
}>

type Form = Readonly<{ width: number; label: number; value: number; small: number }>

/** Type is set so that `narrow` keeps 11 px on a screen of 360 px, and `wide` reads as 10 pt in a text column of 16 cm. */
const FORMS: Readonly<Record<'narrow' | 'wide', Form>> = {
  narrow: { width: 440, label: 16.5, value: 15.5, small: 15 },
  wide: { width: 640, label: 15, value: 14, small: 13 },
}
const GAP = 12
const TRACK = 30
const ROW_GAP = 12
const MARK = 6
const ARROW = 18
/** Room above the first and below the last letter, for marks that stand two high. */
const LINE = 1.5

type Place = Readonly<{
  form: Form
  ink: Ink
  words: ReportWords
  scale: ScoreScale
  mainUnit: string
  x: (value: number) => number
}>
type Drawn = Readonly<{ svg: string; height: number }>

/**
 * The score pairs as a dumbbell chart: an SVG that carries no style element and no style attribute. A rise or fall is
 * marked only for pairs known to be comparable; the others say in words that they are not. The values stand in the table
 * twin as well, so the picture as a whole is one image with a title.
 */
export function scoreChartSvg(chart: ScoreChart, options: ScoreChartOptions): string {
  const place = placeOf(chart.rows, options)
  const id = escapeXml(`${options.idPrefix ?? ''}${chart.id}`.replace(/[^\p{L}\p{N}_-]+/gu, '-'))
  const parts: string[] = []
  let y = 0
  const put = (drawn: Drawn) => {
    parts.push(`<g transform="translate(0 ${round(y)})">${drawn.svg}</g>`)
    y += drawn.height
  }

  put(legend(chart, place))
  const severalIssues = new Set(chart.rows.map((row) => row.issue)).size > 1
  for (const [index, row] of chart.rows.entries()) {
    if (severalIssues && row.issue !== chart.rows[index - 1]?.issue) put(issueHeading(row.issue, place))
    put(scoreRow(row, place))
  }
  put(axis(place))

  const { width } = place.form
  const font = options.theme === 'paper' ? ' font-family="Sarabun"' : ''
  const size = `viewBox="0 0 ${width} ${round(y)}" width="${width}" height="${round(y)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" ${size}${font}><title id="${id}-title">${escapeXml(chart.title)}</title><desc id="${id}-desc">${escapeXml(`${chart.caption} ${scaleNote(place)}`.trim())}</desc>${parts.join('')}</svg>`
}

/**
 * The same picture for usvg and resvg, which lose the advance of sara am: it is written as nikhahit and sara aa, a tone
 * mark between the two. What a reader sees is unchanged.
 */
export const forUsvg = (svg: string): string =>
  svg.replace(/([\u0e48-\u0e4b]?)\u0e33/g, (_, tone: string) => `\u0e4d${tone}\u0e32`)

function placeOf(rows: readonly ScoreRow[], { theme, words, width }: ScoreChartOptions): Place {
  const form = FORMS[width ?? (theme === 'paper' ? 'wide' : 'narrow')]
  const scale = scoreScale(rows)
  const value = widest(
    rows.flatMap((row) => [row.before ?? '', row.after]),
    { size: form.value, bold: true },
  )
  const change = widest(
    rows.map((row) => row.change ?? ''),
    { size: form.value, bold: true },
  )
  const left = value + GAP
  const right = value + GAP + (change > 0 ? GAP + ARROW + change : 0)
  const perUnit = (form.width - left - right) / (scale.to - scale.from)
  const x = (at: number) => round(left + (at - scale.from) * perUnit)
  return { form, ink: PALETTES[theme], words, scale, mainUnit: commonest(rows.map((row) => row.unit)), x }
}

function legend({ beforeYear, afterYear, rows }: ScoreChart, { form, ink, words }: Place): Drawn {
  const height = form.small * LINE
  const y = height / 2
  const baseline = y + form.small * 0.36
  const before = `${words.year} ${beforeYear}`
  const after = `${words.year} ${afterYear}`
  const start = rows.some((row) => row.before !== null)
    ? 20 + textWidth(before, { size: form.small }) + 24
    : 0
  const earlier =
    start === 0
      ? ''
      : circle({ x: 8, y, radius: MARK - 1, fill: ink.paper, stroke: ink.muted }) +
        drawText(before, { x: 20, y: baseline, size: form.small, fill: ink.muted })
  const later =
    circle({ x: start + 8, y, radius: MARK, fill: ink.brand, stroke: ink.brand }) +
    drawText(after, { x: start + 20, y: baseline, size: form.small, fill: ink.brand, bold: true })
  return { svg: earlier + later, height: height + ROW_GAP / 2 }
}

function issueHeading(issue: number, { form, ink, words }: Place): Drawn {
  const height = form.small * LINE + 6
  const svg =
    line({ x1: 0, x2: form.width, y1: 2, y2: 2, stroke: ink.line, width: 1 }) +
    drawText(`${words.issue} ${issue}`, {
      x: 0,
      y: height - 4,
      size: form.small,
      fill: ink.muted,
      bold: true,
    })
  return { svg, height: height + 2 }
}

function scoreRow(row: ScoreRow, place: Place): Drawn {
  const { form, ink } = place
  const labels = labelLines(row.label, form.width - 4, { size: form.label })
  const remarks = labelLines(remarkOf(row, place), form.width - 4, { size: form.small }).filter(
    (text) => text !== '',
  )
  let y = 0
  const written = [
    ...labels.map((text) => {
      y += form.label * LINE
      return drawText(text, { x: 0, y: y - form.label * 0.4, size: form.label, fill: ink.ink })
    }),
    ...remarks.map((text) => {
      y += form.small * LINE
      return drawText(text, { x: 0, y: y - form.small * 0.4, size: form.small, fill: ink.muted })
    }),
  ]
  const track = `<g transform="translate(0 ${round(y)})">${trackOf(row, place)}</g>`
  return { svg: written.join('') + track, height: y + TRACK + ROW_GAP }
}

/** What the marks alone cannot say: another unit, an unsafe comparison, a missing year. */
function remarkOf(row: ScoreRow, { words, mainUnit }: Place): string {
  const comparison = {
    yes: null,
    no: words.notComparable,
    unknown: `? ${words.comparabilityUnknown}`,
  }[row.comparable]
  const remarks = [
    row.unit === mainUnit ? null : `${words.unit}: ${row.unit}`,
    row.before === null ? words.noEarlierValue : comparison,
  ]
  return remarks.filter((remark) => remark !== null).join(' · ')
}

function trackOf(row: ScoreRow, place: Place): string {
  const { ink, scale, x } = place
  const y = TRACK / 2
  const ruler = [
    line({ x1: x(scale.from), x2: x(scale.to), y1: y, y2: y, stroke: ink.line, width: 1 }),
    ...scale.ticks.map((tick) =>
      line({ x1: x(tick), x2: x(tick), y1: y - 5, y2: y + 5, stroke: ink.line, width: 1 }),
    ),
  ]
  return [...ruler, joinOf(row, place), marksOf(row, place), valuesOf(row, place), changeOf(row, place)].join(
    '',
  )
}

function joinOf(row: ScoreRow, { ink, x }: Place): string {
  if (row.before === null) return ''
  const y = TRACK / 2
  const ends = { x1: x(Number(row.before)), x2: x(Number(row.after)), y1: y, y2: y, stroke: ink.muted }
  const look = { yes: { width: 3 }, no: { width: 2, dashes: '5 4' }, unknown: { width: 1.25 } }[
    row.comparable
  ]
  return line({ ...ends, ...look })
}

function marksOf(row: ScoreRow, { ink, x }: Place): string {
  const y = TRACK / 2
  const hollow = row.before !== null && row.comparable === 'no'
  const fill = hollow ? ink.paper : ink.brand
  const earlier =
    row.before === null
      ? ''
      : circle({ x: x(Number(row.before)), y, radius: MARK - 1, fill: ink.paper, stroke: ink.muted })
  return earlier + circle({ x: x(Number(row.after)), y, radius: MARK, fill, stroke: ink.brand })
}

/** The smaller value stands left of its mark and the greater right of its own: they cannot meet, however close. */
function valuesOf(row: ScoreRow, { form, ink, x }: Place): string {
  const y = TRACK / 2 + form.value * 0.36
  const later = { text: row.after, fill: ink.brand, bold: true }
  const earlier = row.before === null ? null : { text: row.before, fill: ink.muted, bold: false }
  const fell = row.before !== null && compareDecimal(row.before, row.after) > 0
  const [leftOne, rightOne] = fell ? [later, earlier] : [earlier, later]
  const at = (side: -1 | 1, value: typeof later | null) =>
    value === null
      ? ''
      : drawText(value.text, {
          x: round(x(Number(value.text)) + side * (GAP - 1)),
          y,
          size: form.value,
          fill: value.fill,
          bold: value.bold,
          anchor: side < 0 ? 'end' : 'start',
        })
  return at(-1, leftOne) + at(1, rightOne)
}

function changeOf(row: ScoreRow, { form, ink }: Place): string {
  if (row.change === null || row.before === null || row.comparable === 'no') return ''
  const direction = Math.sign(Number(row.change))
  const sure = row.comparable === 'yes'
  const fill = !sure || direction === 0 ? ink.muted : direction > 0 ? ink.done : ink.late
  const y = TRACK / 2
  const type = { size: form.value, bold: sure }
  const baseline = y + form.value * 0.36
  const left = round(form.width - 2 - textWidth(row.change, type) - ARROW)
  const sign = sure
    ? direction === 0
      ? ''
      : triangle({ x: left + 5, y, up: direction > 0, fill })
    : drawText('?', { x: left, y: baseline, size: form.value, fill })
  return sign + drawText(row.change, { x: form.width - 2, y: baseline, fill, anchor: 'end', ...type })
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
  return { svg: [...numbers, ...note].join(''), height: y + form.small * LINE * note.length + 8 }
}

function scaleNote({ scale, words, mainUnit }: Place): string {
  const unit = mainUnit === '' ? null : `${words.unit}: ${mainUnit}`
  return [unit, scale.from === 0 ? null : words.scaleFrom(String(scale.from))]
    .filter((part) => part !== null)
    .join(' · ')
}

const round = (value: number) => Math.round(value * 10) / 10
const widest = (texts: readonly string[], type: TypeSize) =>
  Math.max(0, ...texts.map((text) => textWidth(text, type)))

function commonest(units: readonly string[]): string {
  const counts = Map.groupBy(units, (unit) => unit)
  return [...counts].reduce(
    (best, next) => (next[1].length > best[1].length ? next : best),
    ['', [] as string[]],
  )[0]
}
