import { textWidth } from '../../../kernel/chart/label-lines.ts'
import { arrow, at, drawText, line, type Mark } from '../../../kernel/chart/marks.ts'
import { type ValueScale, valueScale } from '../../../kernel/chart/value-scale.ts'
import type { ChartHead, Mark as DataMark, Dumbbell, DumbbellRow } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import {
  axis,
  type Drawn,
  dot,
  isMark,
  legend,
  type Place,
  placeOf,
  ruler,
  stackedSvg,
  written,
} from './frame.domain.ts'

const RADIUS = 6
const GAP = 12
const ARROW = 18
const TRACK = 30
const ROW_GAP = 12

type Ground = Place & Readonly<{ chart: Dumbbell; scale: ValueScale; x: (value: number) => number }>

/**
 * Two years side by side: the earlier a square, the later a circle, their values printed beside them. A change is said only
 * where the pair compares; hollow marks, joined by a broken line or by none, say that it does not.
 */
export function dumbbellSvg(chart: Dumbbell, head: ChartHead, options: ChartOptions): string {
  const ground = groundOf(chart, placeOf(options))
  const parts = [
    yearSigns(ground),
    jointSigns(ground),
    ...chart.rows.map((row) => rowOf(row, ground)),
    axis(ground, ground),
  ]
  return stackedSvg(parts, head, { options, width: ground.form.width })
}

const marksIn = ({ before, after }: DumbbellRow): readonly DataMark[] => [before, after].filter(isMark)

function groundOf(chart: Dumbbell, place: Place): Ground {
  const { form } = place
  const marks = chart.rows.flatMap(marksIn)
  const scale = valueScale(marks.map(({ value }) => value))
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => textWidth(text, { size: form.value, bold: true })))
  const value = widest(marks.map(({ text }) => text))
  const change = widest(chart.rows.map((row) => row.change ?? ''))
  const left = (form.labelColumn ?? 0) + value + GAP * (form.labelColumn === null ? 1 : 2)
  const right = value + GAP + (change > 0 ? GAP + ARROW + change : 0) + 2
  const unit = (form.width - left - right) / (scale.to - scale.from)
  return { ...place, chart, scale, x: (one) => left + (one - scale.from) * unit }
}

function yearSigns(ground: Ground): Drawn {
  const { ink, chart } = ground
  const sign = (look: 'square' | 'circle', colour: string) => (x: number, y: number) => [
    dot({ x, y, radius: RADIUS, colour, isHollow: false, look }, ink),
  ]
  return legend(
    [
      { sign: sign('square', ink.earlier), text: chart.beforeLabel },
      { sign: sign('circle', ink.brand), text: chart.afterLabel, bold: true },
    ],
    ground,
  )
}

/** Only the signs that this chart has. */
function jointSigns(ground: Ground): Drawn {
  const { ink, chart, words } = ground
  const isThere = (joint: DumbbellRow['joint']) =>
    chart.rows.some((row) => row.joint === joint && marksIn(row).length === 2)
  const broken = (x: number, y: number): readonly Mark[] => [
    line({ x1: x - 9, x2: x + 9, y1: y, y2: y, stroke: ink.muted, width: 2, dashes: [4, 3] }),
    dot({ x, y, radius: 5, colour: ink.brand, isHollow: true, look: 'circle' }, ink),
  ]
  const apart = (x: number, y: number): readonly Mark[] => [
    dot({ x: x - 5, y, radius: 4, colour: ink.earlier, isHollow: true, look: 'square' }, ink),
    dot({ x: x + 6, y, radius: 4, colour: ink.brand, isHollow: true, look: 'circle' }, ink),
  ]
  const entries = [
    ...(isThere('unconfirmed') ? [{ sign: broken, text: words.unconfirmed }] : []),
    ...(isThere('different') ? [{ sign: apart, text: words.different }] : []),
  ]
  return entries.length === 0 ? { marks: [], height: 0 } : legend(entries, ground)
}

function rowOf(row: DumbbellRow, ground: Ground): Drawn {
  const { form, ink } = ground
  const width = form.labelColumn ?? form.width - 4
  const label = written(row.label, { width, size: form.label, fill: ink.ink })
  const remark = written(remarkOf(row, ground), { width, size: form.small, fill: ink.muted })
  const text = [...label.marks, at(label.height, remark.marks)]
  const high = label.height + remark.height
  if (form.labelColumn === null)
    return { marks: [...text, at(high, trackOf(row, ground))], height: high + TRACK + ROW_GAP }
  const height = Math.max(high, TRACK)
  return {
    marks: [at((height - high) / 2, text), at((height - TRACK) / 2, trackOf(row, ground))],
    height: height + ROW_GAP,
  }
}

/** What the marks alone cannot say: the break, a year without a value, how many answered. */
function remarkOf({ before, after, note }: DumbbellRow, { chart }: Ground): string {
  const said = (value: DumbbellRow['before'], label: string) => {
    const text = isMark(value) ? value.n : value.text
    return text === null ? [] : [`${label}: ${text}`]
  }
  return [note, ...said(before, chart.beforeLabel), ...said(after, chart.afterLabel)]
    .filter((text) => text !== null && text !== '')
    .join(' · ')
}

function trackOf(row: DumbbellRow, ground: Ground): readonly Mark[] {
  const { ink, x } = ground
  const y = TRACK / 2
  const { before, after, joint } = row
  const isHollow = isMark(before) && isMark(after) && joint !== 'comparable'
  const join =
    isMark(before) && isMark(after) && joint !== 'different'
      ? [
          line({
            ...{ x1: x(before.value), x2: x(after.value), y1: y, y2: y, stroke: ink.muted },
            ...(joint === 'comparable' ? { width: 3 } : { width: 2, dashes: [5, 4] as const }),
          }),
        ]
      : []
  const mark = (value: DumbbellRow['before'], look: 'square' | 'circle', colour: string) =>
    isMark(value) ? [dot({ x: x(value.value), y, radius: RADIUS, colour, isHollow, look }, ink)] : []
  return [
    ...ruler(ground, { y, ink, reach: 5 }),
    ...join,
    ...valuesOf(row, ground),
    ...mark(before, 'square', ink.earlier),
    ...mark(after, 'circle', ink.brand),
    ...changeOf(row, ground),
  ]
}

/** The smaller value stands left of its mark and the greater right of its own: they cannot meet, however close. */
function valuesOf({ before, after }: DumbbellRow, { form, ink, x }: Ground): readonly Mark[] {
  const earlier = isMark(before) ? { ...before, fill: ink.earlier, bold: false } : null
  const later = isMark(after) ? { ...after, fill: ink.brand, bold: true } : null
  const fell = earlier !== null && later !== null && later.value < earlier.value
  const ends = fell ? [later, earlier] : [earlier, later]
  return ends.flatMap((value, index) => {
    if (value === null) return []
    const side = index === 0 ? -1 : 1
    return [
      drawText(value.text, {
        ...{ x: x(value.value) + side * GAP, y: TRACK / 2 + form.value * 0.36, size: form.value },
        ...{ fill: value.fill, bold: value.bold, anchor: side < 0 ? ('end' as const) : ('start' as const) },
        halo: ink.paper,
      }),
    ]
  })
}

function changeOf({ change, direction, joint }: DumbbellRow, { form, ink }: Ground): readonly Mark[] {
  if (change === null || joint !== 'comparable') return []
  const fill = direction === 'rise' ? ink.done : direction === 'fall' ? ink.late : ink.muted
  const type = { size: form.value, bold: true }
  const y = TRACK / 2 + form.value * 0.36
  const sign = { x: form.width - 2 - textWidth(change, type) - ARROW + 5, y: TRACK / 2, fill }
  const isMoved = direction === 'rise' || direction === 'fall'
  return [
    ...(isMoved ? [arrow({ ...sign, up: direction === 'rise' })] : []),
    drawText(change, { x: form.width - 2, y, fill, anchor: 'end', ...type }),
  ]
}
