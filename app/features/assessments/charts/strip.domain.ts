import { textWidth } from '../../../kernel/chart/label-lines.ts'
import { at, box, drawText, line, type Mark, shape, tenth } from '../../../kernel/chart/marks.ts'
import { type ValueScale, valueScale } from '../../../kernel/chart/value-scale.ts'
import type { ChartHead, Mark as DataMark, Strip, StripRow } from './chart-data.domain.ts'
import type { ChartOptions } from './chart-options.domain.ts'
import { axis, type Drawn, legend, type Place, placeOf, ruler, stackedSvg, written } from './frame.domain.ts'

const TRACK = 76
const BASE = 50
const TALLEST = 24
const ROW_GAP = 10
/** Up to so many are drawn one by one; more as columns, each as high as it has agencies. */
const ONE_BY_ONE = 60
const COLUMN = 3

type Ground = Place & Readonly<{ scale: ValueScale; x: (value: number) => number; right: number }>

/** Where this agency stands among others, a line for each score: the others, their median below it, this one above. */
export function stripSvg(chart: Strip, head: ChartHead, options: ChartOptions): string {
  const place = placeOf(options)
  const { form, ink, words } = place
  const all = chart.rows.flatMap(({ values, own, median }) => [
    ...values,
    ...[own, median].flatMap((mark) => (mark === null ? [] : [mark.value])),
  ])
  const scale = valueScale(all.length > 2000 ? bounds(all) : all)
  const left = form.labelColumn === null ? 14 : form.labelColumn + 28
  const right = form.width - 18
  const unit = (right - left) / (scale.to - scale.from)
  const ground = {
    ...place,
    scale,
    right: form.width - 2,
    x: (one: number) => left + (one - scale.from) * unit,
  }
  const signs = legend(
    [
      { sign: (x, y) => [ownSign(x, y, ground)], text: words.own, bold: true },
      { sign: (x, y) => [medianSign(x, y - 6, ground)], text: words.median },
      {
        sign: (x, y) =>
          [-6, 0, 5].map((by) =>
            line({ x1: x + by, x2: x + by, y1: y - 8, y2: y + 8, stroke: ink.earlier, width: 2 }),
          ),
        text: words.others,
      },
    ],
    place,
  )
  const parts = [signs, ...chart.rows.map((row) => rowOf(row, ground)), axis(ground, ground)]
  return stackedSvg(parts, head, { options, width: form.width })
}

/** Thousands of values are too many arguments for one call. */
const bounds = (values: readonly number[]): readonly number[] => [
  values.reduce((low, value) => Math.min(low, value)),
  values.reduce((high, value) => Math.max(high, value)),
]

const ownSign = (x: number, y: number, { ink }: Pick<Ground, 'ink'>): Mark =>
  shape({ form: 'diamond', x, y, radius: 7, fill: ink.brand, stroke: ink.paper })
const medianSign = (x: number, y: number, { ink }: Pick<Ground, 'ink'>): Mark =>
  shape({ form: 'triangle', x, y: y + 7, radius: 6, fill: ink.paper, stroke: ink.ink })

function rowOf(row: StripRow, ground: Ground): Drawn {
  const { form, ink } = ground
  const width = form.labelColumn ?? form.width - 4
  const label = written(row.label, { width, size: form.label, fill: ink.ink, bold: true })
  const said = written(row.said, { width, size: form.small, fill: ink.muted })
  const text = [...label.marks, at(label.height, said.marks)]
  const high = label.height + said.height
  if (form.labelColumn === null)
    return { marks: [...text, at(high, trackOf(row, ground))], height: high + TRACK + ROW_GAP }
  const height = Math.max(high, TRACK)
  return {
    marks: [at((height - high) / 2, text), at((height - TRACK) / 2, trackOf(row, ground))],
    height: height + ROW_GAP,
  }
}

function trackOf(row: StripRow, ground: Ground): readonly Mark[] {
  const { ink, x } = ground
  return [
    ...ruler(ground, { y: BASE, ink, reach: 4 }),
    ...(row.values.length <= ONE_BY_ONE ? oneByOne(row.values, ground) : columns(row.values, ground)),
    ...(row.median === null
      ? []
      : [
          medianSign(x(row.median.value), BASE, ground),
          valueText(row.median, { y: BASE + 22, shift: 11, bold: false }, ground),
        ]),
    ...(row.own === null
      ? []
      : [
          line({
            ...{ x1: x(row.own.value), x2: x(row.own.value), y1: 14, y2: BASE, stroke: ink.brand, width: 2 },
          }),
          ownSign(x(row.own.value), 12, ground),
          valueText(row.own, { y: 17, shift: 12, bold: true }, ground),
        ]),
  ]
}

const oneByOne = (values: readonly number[], { ink, x }: Ground): readonly Mark[] =>
  [...new Set(values)].map((value) =>
    line({ x1: x(value), x2: x(value), y1: BASE - 14, y2: BASE, stroke: ink.earlier, width: 2 }),
  )

function columns(values: readonly number[], { ink, x }: Ground): readonly Mark[] {
  const counts = new Map<number, number>()
  for (const value of values) {
    const place = Math.floor(x(value) / COLUMN) * COLUMN
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return [...counts].map(([place, count]) => {
    const down = Math.max(1, tenth((count / most) * TALLEST))
    return box({
      x: place,
      y: BASE - down,
      across: COLUMN,
      down,
      fill: ink.earlier,
      cover: 0.75,
      stroke: 'none',
      width: 0,
    })
  })
}

type ValuePlace = Readonly<{ y: number; shift: number; bold: boolean }>

/** Beside its mark: at the right, and at the left where it would leave the picture. */
function valueText({ value, text }: DataMark, { y, shift, bold }: ValuePlace, ground: Ground): Mark {
  const { form, ink, x, right } = ground
  const place = x(value)
  const isLeft = place + shift + textWidth(text, { size: form.value, bold }) > right
  return drawText(text, {
    ...{ x: isLeft ? place - shift : place + shift, y, size: form.value, bold, halo: ink.paper },
    ...{ fill: bold ? ink.brand : ink.ink, anchor: isLeft ? ('end' as const) : ('start' as const) },
  })
}
