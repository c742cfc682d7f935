import { chartSvg } from '../../../kernel/chart/chart-svg.ts'
import { labelLines, type TypeSize, textWidth } from '../../../kernel/chart/label-lines.ts'
import {
  at,
  circle,
  drawText,
  type Ink,
  line,
  type Mark,
  PALETTES,
  type ShapeForm,
  shape,
  tenth,
} from '../../../kernel/chart/marks.ts'
import type { ValueScale } from '../../../kernel/chart/value-scale.ts'
import type { ChartHead, Mark as DataMark, Gap } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import type { ChartWords } from './text/index.ts'

/** Type is set so that `narrow` keeps 11 px on a screen of 360 px; `wide` is drawn one to one in the office. */
export type Form = Readonly<{
  width: number
  /** Width of the labels beside the marks; null where they stand above them. */
  labelColumn: number | null
  label: number
  value: number
  small: number
}>
const FORMS: Readonly<Record<ChartOptions['width'], Form>> = {
  narrow: { width: 440, labelColumn: null, label: 16.5, value: 15.5, small: 15 },
  wide: { width: 840, labelColumn: 320, label: 15.5, value: 14.5, small: 13.5 },
}

/** Line height: Thai marks stand two high, so letters need air above and below. */
const LINE = 1.5

export type Place = Readonly<{ form: Form; ink: Ink; words: ChartWords }>
export type Drawn = Readonly<{ marks: readonly Mark[]; height: number }>

export const placeOf = ({ width, theme, words }: ChartOptions): Place => ({
  form: FORMS[width],
  ink: PALETTES[theme],
  words,
})

/** What is drawn from top to bottom, as the SVG of a chart. */
export function stackedSvg(
  parts: readonly Drawn[],
  head: ChartHead,
  { options, width }: { options: ChartOptions; width: number },
): string {
  const { marks, height } = stacked(parts)
  return chartSvg({
    ...{ id: `${head.id}-${options.width}`, title: head.title, description: head.description },
    ...{ theme: options.theme, width, height: tenth(height), marks },
  })
}

export function stacked(parts: readonly Drawn[]): Drawn {
  let height = 0
  const marks = parts.map((part) => {
    const group = at(height, part.marks)
    height += part.height
    return group
  })
  return { marks, height }
}

type Writing = TypeSize &
  Readonly<{ width: number; fill: string; x?: number; anchor?: 'start' | 'middle' | 'end' }>

/** A text in lines no wider than its place; no text takes no room. */
export function written(text: string, { width, fill, x = 0, anchor = 'start', ...type }: Writing): Drawn {
  const lines = text === '' ? [] : labelLines(text, width, type)
  const marks = lines.map((one, index) =>
    drawText(one, { x, y: (index + 1) * type.size * LINE - type.size * 0.42, fill, anchor, ...type }),
  )
  return { marks, height: lines.length * type.size * LINE }
}

export const isMark = (value: DataMark | Gap): value is DataMark => 'value' in value

export type LegendSign = (x: number, y: number) => readonly Mark[]

/** Signs and what they mean, one after the other and on a new line where there is no room. */
export function legend(
  entries: readonly Readonly<{ sign: LegendSign; text: string; bold?: boolean }>[],
  { form, ink }: Place,
): Drawn {
  const row = form.small * LINE + 2
  let [x, y] = [0, 0]
  const marks = entries.flatMap(({ sign, text, bold = false }) => {
    const lines = labelLines(text, form.width - 28, { size: form.small, bold })
    const width = Math.max(...lines.map((one) => textWidth(one, { size: form.small, bold })))
    if (x > 0 && x + 26 + width > form.width) {
      x = 0
      y += row
    }
    const middle = y + row / 2
    const drawn = [
      ...sign(x + 9, middle),
      ...lines.map((one, index) =>
        drawText(one, {
          ...{ x: x + 24, y: middle + form.small * 0.36 + index * row },
          ...{ size: form.small, fill: ink.ink, bold },
        }),
      ),
    ]
    y += (lines.length - 1) * row
    x += 24 + width + 22
    return drawn
  })
  return { marks, height: y + row + 6 }
}

/** The numbers of an axis, and below it the words that it does not begin at zero. */
export function axis({ scale, x }: { scale: ValueScale; x: (value: number) => number }, place: Place): Drawn {
  const { form, ink, words } = place
  const numbers = scale.ticks.map((tick) =>
    drawText(String(tick), {
      ...{ x: x(tick), y: form.small * 1.1, size: form.small, fill: ink.muted, anchor: 'middle' as const },
    }),
  )
  return stacked([{ marks: numbers, height: form.small * LINE }, scaleNote(scale, { form, ink, words })])
}

export const scaleNote = ({ from }: ValueScale, { form, ink, words }: Place): Drawn =>
  written(from === 0 ? '' : words.scaleFrom(String(from)), {
    ...{ width: form.width - 4, size: form.small, fill: ink.muted },
  })

export type Look = 'circle' | ShapeForm
type Dot = Readonly<{ x: number; y: number; radius: number; colour: string; isHollow: boolean; look: Look }>

/** A mark of a value; hollow where it does not compare. */
export function dot({ look, colour, isHollow, ...place }: Dot, ink: Ink): Mark {
  const colours = { fill: isHollow ? ink.paper : colour, stroke: colour }
  return look === 'circle' ? circle({ ...place, ...colours }) : shape({ form: look, ...place, ...colours })
}

export const ruler = (
  { scale, x }: { scale: ValueScale; x: (value: number) => number },
  { y, ink, reach }: { y: number; ink: Ink; reach: number },
): readonly Mark[] => [
  line({ x1: x(scale.from), x2: x(scale.to), y1: y, y2: y, stroke: ink.line, width: 1 }),
  ...scale.ticks.map((tick) =>
    line({ x1: x(tick), x2: x(tick), y1: y - reach, y2: y + reach, stroke: ink.line, width: 1 }),
  ),
]

/** Places of labels along one direction, in the order given: none nearer than `apart` to the next, none outside. */
export function pushedApart(
  wanted: readonly number[],
  { apart, from, to }: { apart: number; from: number; to: number },
): readonly number[] {
  const order = wanted
    .map((_, index) => index)
    .toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  const places = [...wanted]
  let low = from
  for (const index of order) {
    const place = Math.max(places[index] ?? 0, low)
    places[index] = place
    low = place + apart
  }
  let high = to
  for (const index of order.toReversed()) {
    const place = Math.min(places[index] ?? 0, high)
    places[index] = place
    high = place - apart
  }
  return places
}
