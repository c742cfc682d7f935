import { labelLines, textWidth } from '../../../kernel/chart/label-lines.ts'
import { at, drawText, line, type Mark } from '../../../kernel/chart/marks.ts'
import { type ValueScale, valueScale } from '../../../kernel/chart/value-scale.ts'
import type { ChartHead, Trend, TrendGrid, TrendLine } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import {
  type Drawn,
  dot,
  isMark,
  type Look,
  legend,
  type Place,
  placeOf,
  pushedApart,
  scaleNote,
  stackedSvg,
  written,
} from './frame.domain.ts'

const HIGH = 200
const TOP = 30
const LEFT = 34
const RADIUS = 5.5
const GRID_GAP = 24
const GRID_COLUMNS = 3

/** Lines are told apart by the form of their marks as much as by their colour. */
const LOOKS: readonly Look[] = ['circle', 'square', 'diamond', 'triangle']

type Frame = Readonly<{
  place: Place
  years: readonly string[]
  scale: ValueScale
  x: (index: number) => number
  y: (value: number) => number
  /** How much room a year has from side to side. */
  step: number
  width: number
}>

/** Lines over years, each year with its values; a line is drawn only between two years that compare. */
export function trendSvg({ years, lines }: Trend, head: ChartHead, options: ChartOptions): string {
  const place = placeOf(options)
  const { form } = place
  const scale = scaleOfLines(lines)
  const endLabels = form.labelColumn === null ? 0 : 210
  const frame = frameOf({ place, years, scale, width: form.width - endLabels })
  const drawn = drawFrame(lines, frame)
  const ends = endLabels > 0 && lines.length > 0 ? directLabels(lines, frame) : null
  const parts = [
    ...(ends === null ? [lineSigns(lines, place)] : []),
    jointSigns(lines, place),
    {
      marks: [...drawn.marks, ...(ends?.marks ?? [])],
      height: Math.max(drawn.height, ends?.height ?? 0),
    },
    scaleNote(scale, place),
  ]
  return stackedSvg(parts, head, { options, width: Math.max(form.width, frame.width + endLabels) })
}

/** Small multiples on one scale, three abreast or below each other. */
export function trendGridSvg({ years, frames }: TrendGrid, head: ChartHead, options: ChartOptions): string {
  const place = placeOf(options)
  const { form, ink } = place
  const lines = frames.flatMap((one) => one.lines)
  const scale = scaleOfLines(lines)
  const abreast = form.labelColumn === null ? 1 : GRID_COLUMNS
  const across = (form.width - GRID_GAP * (abreast - 1)) / abreast
  const rows = Array.from({ length: Math.ceil(frames.length / abreast) }, (_, row) =>
    frames.slice(row * abreast, (row + 1) * abreast),
  )
  const drawn = rows.map((row): Drawn => {
    const titles = row.map(({ title }) =>
      written(title, { width: across, size: form.label, bold: true, fill: ink.ink }),
    )
    const high = Math.max(0, ...titles.map(({ height }) => height))
    const bodies = row.map((one) => drawFrame(one.lines, frameOf({ place, years, scale, width: across })))
    return {
      marks: row.map((_, column) =>
        at(
          0,
          [...(titles[column]?.marks ?? []), at(high, bodies[column]?.marks ?? [])],
          column * (across + GRID_GAP),
        ),
      ),
      height: high + Math.max(0, ...bodies.map(({ height }) => height)) + GRID_GAP,
    }
  })
  const several = frames.find((one) => one.lines.length > 1)
  const parts = [
    ...(several ? [lineSigns(several.lines, place)] : []),
    jointSigns(lines, place),
    ...drawn,
    scaleNote(scale, place),
  ]
  return stackedSvg(parts, head, { options, width: form.width })
}

const scaleOfLines = (lines: readonly TrendLine[]): ValueScale =>
  valueScale(lines.flatMap(({ points }) => points.flatMap(({ mark }) => (isMark(mark) ? [mark.value] : []))))

type FrameGiven = Pick<Frame, 'place' | 'years' | 'scale' | 'width'>

function frameOf({ place, years, scale, width }: FrameGiven): Frame {
  const value = textWidth('100.00', { size: place.form.value, bold: true })
  const spans = Math.max(1, years.length - 1)
  // Values stand in the middle above their marks, beside each other.
  const step = Math.max((width - LEFT - value - 4) / spans, value + 8)
  const unit = (HIGH - TOP) / (scale.to - scale.from)
  return {
    ...{ place, years, scale, step },
    width: Math.max(width, LEFT + value + 4 + step * spans),
    x: (index) => LEFT + value / 2 + 2 + index * step,
    y: (one) => HIGH - (one - scale.from) * unit,
  }
}

const colourOf = (index: number, { ink }: Place): string =>
  [ink.brand, ink.earlier, ink.ink, ink.muted][index % LOOKS.length] ?? ink.ink
const lookOf = (index: number): Look => LOOKS[index % LOOKS.length] ?? 'circle'

function lineSigns(lines: readonly TrendLine[], place: Place): Drawn {
  return legend(
    lines.map(({ label }, index) => ({
      sign: (x: number, y: number) => [sign(index, { x, y }, place)],
      text: label,
    })),
    place,
  )
}

const sign = (index: number, at: { x: number; y: number }, place: Place): Mark =>
  dot(
    { ...at, radius: RADIUS, colour: colourOf(index, place), isHollow: false, look: lookOf(index) },
    place.ink,
  )

function jointSigns(lines: readonly TrendLine[], place: Place): Drawn {
  const { ink, words } = place
  const isThere = (joint: string) => lines.some(({ points }) => points.some((point) => point.joint === joint))
  const broken = (x: number, y: number): readonly Mark[] => [
    line({ x1: x - 9, x2: x + 9, y1: y, y2: y, stroke: ink.muted, width: 2, dashes: [4, 3] }),
    dot({ x, y, radius: 5, colour: ink.brand, isHollow: true, look: 'circle' }, ink),
  ]
  const entries = [
    ...(isThere('unconfirmed') ? [{ sign: broken, text: words.unconfirmed }] : []),
    ...(isThere('different')
      ? [{ sign: (x: number, y: number) => breakSign(x, y, place), text: words.different }]
      : []),
  ]
  return entries.length === 0 ? { marks: [], height: 0 } : legend(entries, place)
}

const breakSign = (x: number, y: number, { ink }: Place): readonly Mark[] =>
  [-3, 3].map((by) =>
    line({ x1: x + by - 3, x2: x + by + 3, y1: y + 7, y2: y - 7, stroke: ink.muted, width: 2 }),
  )

function drawFrame(lines: readonly TrendLine[], frame: Frame): Drawn {
  const { place, scale, years, x, y, step, width } = frame
  const { form, ink } = place
  const grid = scale.ticks.flatMap((tick) => [
    line({ x1: LEFT, x2: width, y1: y(tick), y2: y(tick), stroke: ink.line, width: 1 }),
    drawText(String(tick), {
      x: LEFT - 6,
      y: y(tick) + form.small * 0.36,
      size: form.small,
      fill: ink.muted,
      anchor: 'end',
    }),
  ])
  const heads = years.map((text, index) =>
    drawText(text, {
      ...{ x: x(index), y: HIGH + form.small * 1.5, size: form.small, fill: ink.ink },
      anchor: 'middle' as const,
    }),
  )
  const below = HIGH + form.small * 2
  // In the middle below their year; the last one is moved in by what is wanting at its right, and does not meet the one before it.
  const atRight = width - x(years.length - 1)
  const across = Math.min(step - 6, (step + atRight - 6) / 1.5, 150)
  const gaps = years.map((_, index) => gapsOf(lines, { index, width: across }, frame))
  const high = Math.max(0, ...gaps.map(({ height }) => height))
  return {
    marks: [
      ...grid,
      ...heads,
      ...lines.flatMap((one, index) => segments(one, { index, frame })),
      ...lines.flatMap((one, index) => dots(one, { index, frame })),
      ...years.flatMap((_, index) => valuesAt(lines, index, frame)),
      ...gaps.map((gap, index) =>
        at(below, gap.marks, Math.max(0, Math.min(x(index) - across / 2, width - across))),
      ),
    ],
    height: below + high + 10,
  }
}

/** Why a line has no mark in a year, below that year and by the line's name: a sign there would pass for a mark. */
function gapsOf(
  lines: readonly TrendLine[],
  { index, width }: { index: number; width: number },
  { place }: Frame,
): Drawn {
  const { form, ink } = place
  let height = 0
  const marks = lines.flatMap((one) => {
    const mark = one.points[index]?.mark
    if (mark === undefined || isMark(mark)) return []
    // One line alone needs no name.
    const text = lines.length > 1 ? `${one.label}: ${mark.text}` : mark.text
    const said = written(text, { width, size: form.small * 0.92, fill: ink.muted })
    const drawn = at(height, said.marks)
    height += said.height
    return [drawn]
  })
  return { marks, height }
}

type LineOf = Readonly<{ index: number; frame: Frame }>

function segments({ points }: TrendLine, { index, frame }: LineOf): readonly Mark[] {
  const { place, x, y } = frame
  return points.flatMap(({ mark, joint }, year) => {
    const before = points[year - 1]?.mark
    if (before === undefined || joint === null || !isMark(mark) || !isMark(before)) return []
    const [from, to] = [y(before.value), y(mark.value)]
    if (joint === 'different') return breakSign((x(year - 1) + x(year)) / 2, (from + to) / 2, place)
    const look =
      joint === 'comparable' ? { width: 2.5 } : ({ width: 1.75, dashes: [5, 4] as [number, number] } as const)
    return [line({ x1: x(year - 1), x2: x(year), y1: from, y2: to, stroke: colourOf(index, place), ...look })]
  })
}

function dots({ points }: TrendLine, { index, frame }: LineOf): readonly Mark[] {
  const { place, x, y } = frame
  return points.flatMap(({ mark, joint }, year) => {
    if (!isMark(mark)) return []
    const joints = [joint, points[year + 1]?.joint ?? null].filter((one) => one !== null)
    const isHollow = joints.length > 0 && !joints.includes('comparable')
    const look = { radius: RADIUS, colour: colourOf(index, place), isHollow, look: lookOf(index) }
    return [dot({ x: x(year), y: y(mark.value), ...look }, place.ink)]
  })
}

/**
 * Values above their marks, else below, else further away with a thin line: never on a mark, on another value, or on what stands
 * above the frame.
 */
function valuesAt(lines: readonly TrendLine[], year: number, { place, x, y }: Frame): readonly Mark[] {
  const { form, ink } = place
  const here = lines.flatMap(({ points }, index) => {
    const mark = points[year]?.mark
    return mark !== undefined && isMark(mark) ? [{ mark, index, own: y(mark.value) }] : []
  })
  const taken = here.map(({ own }) => ({ middle: own, half: RADIUS + 1 }))
  return here
    .toSorted((a, b) => b.own - a.own)
    .flatMap(({ mark, index, own }) => {
      const half = form.value * 0.5
      const isFree = (middle: number) =>
        middle - half >= 0 &&
        middle + half <= HIGH &&
        taken.every((other) => Math.abs(other.middle - middle) >= other.half + half)
      const middle = nearest(own, isFree)
      taken.push({ middle, half })
      const isFar = Math.abs(own - middle) > 16
      return [
        ...(isFar
          ? [line({ x1: x(year), x2: x(year), y1: own, y2: middle, stroke: ink.muted, width: 0.75 })]
          : []),
        drawText(mark.text, {
          ...{ x: x(year), y: middle + form.value * 0.36, size: form.value, halo: ink.paper },
          ...{ fill: colourOf(index, place), bold: index === 0, anchor: 'middle' as const },
        }),
      ]
    })
}

/** Four lines leave room enough between top and bottom. */
function nearest(own: number, isFree: (middle: number) => boolean): number {
  for (let away = 15; away < HIGH; away += 4) {
    const middle = [own - away, own + away].find(isFree)
    if (middle !== undefined) return middle
  }
  return own - 15
}

/** What each line is, at its end. */
function directLabels(lines: readonly TrendLine[], frame: Frame): Drawn {
  const { place, width, y } = frame
  const { form } = place
  const size = form.small
  const blocks = lines.map(({ label }) => labelLines(label, 176, { size }))
  const last = lines.map(({ points }) => {
    const mark = points.findLast((point) => isMark(point.mark))?.mark
    return mark !== undefined && isMark(mark) ? y(mark.value) : HIGH
  })
  const apart = Math.max(...blocks.map((block) => block.length)) * size * 1.4 + 4
  const lowest = Math.max(HIGH, apart * lines.length)
  const places = pushedApart(last, { apart, from: apart / 2, to: lowest })
  const marks = lines.flatMap((_, index) => {
    const block = blocks[index] ?? []
    const middle = places[index] ?? 0
    const top = middle - ((block.length - 1) * size * 1.4) / 2
    return [
      sign(index, { x: width + 14, y: middle }, place),
      ...block.map((text, at) =>
        drawText(text, {
          ...{ x: width + 28, y: top + at * size * 1.4 + size * 0.36, size },
          fill: colourOf(index, place),
        }),
      ),
    ]
  })
  return { marks, height: lowest + apart / 2 }
}
