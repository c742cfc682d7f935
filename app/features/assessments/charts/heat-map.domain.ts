import { at, box, drawText, line, type Mark } from '../../../kernel/chart/marks.ts'
import { type ValueScale, valueScale } from '../../../kernel/chart/value-scale.ts'
import type { ChartHead, HeatCell, HeatMap, HeatRow } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import { type Drawn, isMark, legend, type Place, placeOf, stackedSvg, written } from './frame.domain.ts'

const GAP = 4
const CELL = 34
const WIDEST_CELL = 120
const STEPS = 5
/** The fullest shade still lets ink be read on it in every theme. */
const FULLEST = 0.45

type Ground = Place & Readonly<{ scale: ValueScale; left: number; cell: number }>

/** Values in cells, printed in each; the lower, the darker. A cell without a value says why, in a broken frame. */
export function heatMapSvg(chart: HeatMap, head: ChartHead, options: ChartOptions): string {
  const place = placeOf(options)
  const { form } = place
  const left = form.labelColumn === null ? 0 : form.labelColumn + 16
  const cell = Math.min(WIDEST_CELL, (form.width - left) / Math.max(1, chart.columns.length))
  const values = chart.rows.flatMap(({ cells }) => cells.filter(isMark).map(({ value }) => value))
  const ground = { ...place, scale: valueScale(values), left, cell }
  const parts = [
    shades(ground),
    ...partings(chart, ground),
    heads(chart, ground),
    ...chart.rows.map((row) => rowOf(row, ground)),
  ]
  return stackedSvg(parts, head, { options, width: form.width })
}

const shadeOf = (value: number, { from, to }: ValueScale): number => {
  const step = Math.min(STEPS - 1, Math.max(0, Math.floor(((to - value) / (to - from)) * STEPS)))
  return Math.round((step / (STEPS - 1)) * FULLEST * 100) / 100
}

function shades(ground: Ground): Drawn {
  const { ink, words, scale } = ground
  const size = (scale.to - scale.from) / STEPS
  const sign = (cover: number) => (x: number, y: number) => [
    box({ x: x - 9, y: y - 8, across: 18, down: 16, fill: ink.brand, cover, stroke: ink.line, width: 1 }),
  ]
  const bounds = [...Array(STEPS).keys()].map((step) => ({
    sign: sign(shadeOf(scale.to - (step + 0.5) * size, scale)),
    text: `${scale.to - (step + 1) * size}–${scale.to - step * size}`,
  }))
  const said = written(words.darker, { width: ground.form.width, size: ground.form.small, fill: ink.muted })
  const signs = legend(bounds, ground)
  return { marks: [...said.marks, at(said.height, signs.marks)], height: said.height + signs.height }
}

function heads({ columns }: HeatMap, { form, ink, left, cell }: Ground): Drawn {
  const drawn = columns.map((text, index) =>
    written(text, {
      ...{ x: left + (index + 0.5) * cell, width: cell - GAP, size: form.small, bold: true },
      ...{ fill: ink.ink, anchor: 'middle' as const },
    }),
  )
  const height = Math.max(0, ...drawn.map((one) => one.height))
  return { marks: drawn.map((one) => at(height - one.height, one.marks)), height: height + GAP }
}

function rowOf(row: HeatRow, ground: Ground): Drawn {
  const { form, ink } = ground
  const label = written(row.label, {
    ...{ width: form.labelColumn ?? form.width - 4, size: form.label, fill: ink.ink },
  })
  const gaps = row.cells.map((cell) => (isMark(cell) ? null : gapText(cell.text, ground)))
  const n = row.cells.map((cell) => (isMark(cell) && cell.n !== null ? gapText(cell.n, ground) : null))
  const inner = Math.max(
    CELL,
    ...gaps.map((gap) => (gap === null ? 0 : gap.height + 6)),
    ...n.map((said) => (said === null ? 0 : said.height + CELL - 4)),
  )
  const cells = row.cells.flatMap((cell, index) =>
    cellOf(cell, { index, height: inner, under: gaps[index] ?? n[index] ?? null }, ground),
  )
  const breaks = row.breaks.map((one) => breakAt(one, inner, ground))
  if (form.labelColumn === null)
    return {
      marks: [...label.marks, at(label.height, [...cells, ...breaks])],
      height: label.height + inner + GAP * 3,
    }
  const height = Math.max(label.height, inner)
  return {
    marks: [at((height - label.height) / 2, label.marks), at((height - inner) / 2, [...cells, ...breaks])],
    height: height + GAP,
  }
}

const gapText = (text: string, { form, ink, cell }: Ground): Drawn =>
  written(text, { x: 0, width: cell - GAP - 6, size: form.small * 0.92, fill: ink.muted, anchor: 'middle' })

type CellPlace = Readonly<{ index: number; height: number; under: Drawn | null }>

function cellOf(value: HeatCell, { index, height, under }: CellPlace, ground: Ground): readonly Mark[] {
  const { form, ink, scale, left, cell } = ground
  const x = left + index * cell
  const middle = x + cell / 2
  const frame = { x: x + GAP / 2, y: 0, across: cell - GAP, down: height }
  if (!isMark(value))
    return [
      box({ ...frame, fill: ink.paper, cover: 0, stroke: ink.muted, width: 1, dashes: [3, 3] }),
      at((height - (under?.height ?? 0)) / 2, under?.marks ?? [], middle),
    ]
  const room = height - (under?.height ?? 0)
  return [
    box({ ...frame, fill: ink.brand, cover: shadeOf(value.value, scale), stroke: ink.line, width: 1 }),
    drawText(value.text, {
      ...{ x: middle, y: room / 2 + form.value * 0.36, size: form.value, fill: ink.ink },
      ...{ bold: true, anchor: 'middle' as const },
    }),
    ...(under === null ? [] : [at(room - 4, under.marks, middle)]),
  ]
}

type Break = HeatRow['breaks'][number]

/** Two years that do not compare are parted by a full line, higher than the cells; not confirmed to compare, by a broken one. */
const breakAt = ({ after, joint }: Break, height: number, { ink, left, cell }: Ground): Mark =>
  parting(joint, { x: left + (after + 1) * cell, y1: -2, y2: height + 2, stroke: ink.ink })

const parting = (
  joint: Break['joint'],
  { x, ...rest }: Readonly<{ x: number; y1: number; y2: number; stroke: string }>,
): Mark => line({ x1: x, x2: x, ...rest, width: 2.5, ...(joint === 'unconfirmed' ? { dashes: [5, 3] } : {}) })

/** What the lines between years say, of those that are drawn. */
function partings({ rows }: HeatMap, ground: Ground): readonly Drawn[] {
  const { ink, words } = ground
  const drawn = new Set(rows.flatMap(({ breaks }) => breaks.map(({ joint }) => joint)))
  const entries = (['different', 'unconfirmed'] as const)
    .filter((joint) => drawn.has(joint))
    .map((joint) => ({
      sign: (x: number, y: number) => [parting(joint, { x, y1: y - 8, y2: y + 8, stroke: ink.ink })],
      text: joint === 'different' ? words.breakDifferent : words.breakUnconfirmed,
    }))
  return entries.length === 0 ? [] : [legend(entries, ground)]
}
