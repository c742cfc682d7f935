import { labelLines, textWidth } from '../../../kernel/chart/label-lines.ts'
import { arrow, at, circle, drawText, type Ink, line, type Mark } from '../../../kernel/chart/marks.ts'
import type { ValueScale } from '../../../kernel/chart/value-scale.ts'
import { compareDecimal } from '../../../kernel/decimal.ts'
import type { ScoreRow } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'

/** `labelColumn` is the width of the labels when they stand beside the marks, null when they stand above them. */
export type Form = Readonly<{
  width: number
  labelColumn: number | null
  label: number
  value: number
  small: number
}>
/** Where and how the rows of one chart are drawn; all of them share one scale. */
export type Place = Readonly<{
  form: Form
  ink: Ink
  words: ReportWords
  scale: ValueScale
  mainUnit: string
  x: (value: number) => number
}>
export type Drawn = Readonly<{ marks: readonly Mark[]; height: number }>

export const MARK = 6
export const GAP = 12
/** Room for the arrow (or question mark) before a change. */
export const ARROW = 18
/** Line height: Thai marks stand two high, so letters need air above and below. */
export const LINE = 1.5
const TRACK = 30
const ROW_GAP = 10

/** One row: its label, what has to be said beside it, and its marks with their values. */
export function drawScoreRow(row: ScoreRow, place: Place): Drawn {
  const label = drawLabel(row, place)
  const track = trackOf(row, place)
  if (place.form.labelColumn === null)
    return { marks: [...label.marks, at(label.height, track)], height: label.height + TRACK + ROW_GAP }

  const height = Math.max(label.height, TRACK)
  const middle = [at((height - label.height) / 2, label.marks), at((height - TRACK) / 2, track)]
  return { marks: middle, height: height + ROW_GAP }
}

function drawLabel(row: ScoreRow, place: Place): Drawn {
  const { form, ink } = place
  const width = form.labelColumn ?? form.width - 4
  let y = 0
  const write = (text: string, size: number, fill: string) => {
    y += size * LINE
    return drawText(text, { x: 0, y: y - size * 0.42, size, fill })
  }
  const remark = remarkOf(row, place)
  const lines = [
    ...labelLines(row.label, width, { size: form.label }).map((text) => write(text, form.label, ink.ink)),
    ...(remark === '' ? [] : labelLines(remark, width, { size: form.small })).map((text) =>
      write(text, form.small, ink.muted),
    ),
  ]
  return { marks: lines, height: y }
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

function trackOf(row: ScoreRow, place: Place): readonly Mark[] {
  const { ink, scale, x } = place
  const y = TRACK / 2
  const ruler = [
    line({ x1: x(scale.from), x2: x(scale.to), y1: y, y2: y, stroke: ink.line, width: 1 }),
    ...scale.ticks.map((tick) =>
      line({ x1: x(tick), x2: x(tick), y1: y - 5, y2: y + 5, stroke: ink.line, width: 1 }),
    ),
  ]
  return [
    ...ruler,
    ...joinOf(row, place),
    ...valuesOf(row, place),
    ...marksOf(row, place),
    ...changeOf(row, place),
  ]
}

function joinOf(row: ScoreRow, { ink, x }: Place): readonly Mark[] {
  if (row.before === null) return []
  const y = TRACK / 2
  const ends = { x1: x(Number(row.before)), x2: x(Number(row.after)), y1: y, y2: y, stroke: ink.muted }
  const look = ({ yes: { width: 3 }, no: { width: 2, dashes: [5, 4] }, unknown: { width: 1.25 } } as const)[
    row.comparable
  ]
  return [line({ ...ends, ...look })]
}

function marksOf(row: ScoreRow, { ink, x }: Place): readonly Mark[] {
  const y = TRACK / 2
  const hollow = row.before !== null && row.comparable === 'no'
  const fill = hollow ? ink.paper : ink.brand
  const earlier =
    row.before === null
      ? []
      : [circle({ x: x(Number(row.before)), y, radius: MARK - 1, fill: ink.paper, stroke: ink.muted })]
  return [...earlier, circle({ x: x(Number(row.after)), y, radius: MARK, fill, stroke: ink.brand })]
}

/** The smaller value stands left of its mark and the greater right of its own: they cannot meet, however close. */
function valuesOf(row: ScoreRow, { form, ink, x }: Place): readonly Mark[] {
  const later = { text: row.after, fill: ink.brand, bold: true }
  const earlier = row.before === null ? null : { text: row.before, fill: ink.muted, bold: false }
  const fell = row.before !== null && compareDecimal(row.before, row.after) > 0
  const [leftOne, rightOne] = fell ? [later, earlier] : [earlier, later]
  const beside = (side: -1 | 1, value: typeof later | null) =>
    value === null
      ? []
      : [
          drawText(value.text, {
            x: x(Number(value.text)) + side * (GAP - 1),
            y: TRACK / 2 + form.value * 0.36,
            size: form.value,
            fill: value.fill,
            bold: value.bold,
            anchor: side < 0 ? 'end' : 'start',
            halo: ink.paper,
          }),
        ]
  return [...beside(-1, leftOne), ...beside(1, rightOne)]
}

function changeOf(row: ScoreRow, { form, ink }: Place): readonly Mark[] {
  if (row.change === null || row.before === null || row.comparable === 'no') return []
  const direction = Math.sign(Number(row.change))
  const sure = row.comparable === 'yes'
  const fill = !sure || direction === 0 ? ink.muted : direction > 0 ? ink.done : ink.late
  const type = { size: form.value, bold: sure }
  const y = TRACK / 2 + form.value * 0.36
  const left = form.width - 2 - textWidth(row.change, type) - ARROW
  const head = direction === 0 ? [] : [arrow({ x: left + 5, y: TRACK / 2, up: direction > 0, fill })]
  const sign = sure ? head : [drawText('?', { x: left, y, size: form.value, fill })]
  return [...sign, drawText(row.change, { x: form.width - 2, y, fill, anchor: 'end', ...type })]
}
