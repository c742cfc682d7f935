type Role = 'ink' | 'paper' | 'surface' | 'line' | 'muted' | 'earlier' | 'brand' | 'done' | 'late'
export type Ink = Readonly<Record<Role, string>>

const PAPER: Ink = {
  ink: '#14213d',
  paper: '#ffffff',
  surface: '#f4f7fb',
  line: '#c9d3de',
  muted: '#56687c',
  earlier: '#5f7696',
  brand: '#0b3d78',
  done: '#1b6b3a',
  late: '#a8201a',
}

const ofPage = (role: keyof Ink) => `var(--${role}, ${PAPER[role]})`

/** Colours by role: fixed ones, and the page's custom properties as presentation attributes. */
export const PALETTES: Readonly<Record<'paper' | 'auto', Ink>> = {
  paper: PAPER,
  auto: {
    ink: ofPage('ink'),
    paper: ofPage('paper'),
    surface: ofPage('surface'),
    line: ofPage('line'),
    muted: ofPage('muted'),
    earlier: ofPage('earlier'),
    brand: ofPage('brand'),
    done: ofPage('done'),
    late: ofPage('late'),
  },
}

type Line = Readonly<{
  kind: 'line'
  x1: number
  x2: number
  y1: number
  y2: number
  stroke: string
  width: number
  /** Length of a dash and of the gap after it. */
  dashes?: readonly [number, number]
}>
type Circle = Readonly<{
  kind: 'circle'
  x: number
  y: number
  radius: number
  fill: string
  stroke: string
  width: number
}>
/** What tells lines apart where colour does not. */
export type ShapeForm = 'square' | 'diamond' | 'triangle'
type Shape = Readonly<{
  kind: 'shape'
  form: ShapeForm
  x: number
  y: number
  radius: number
  fill: string
  stroke: string
  width: number
}>
type Box = Readonly<{
  kind: 'box'
  x: number
  /** The upper side. */
  y: number
  across: number
  down: number
  fill: string
  /** How much of the fill covers what is behind it, 0 to 1. */
  cover: number
  stroke: string
  width: number
  dashes?: readonly [number, number]
}>
/** A filled arrow head, 10 wide and 9 high: drawn, because not every font has the sign. `y` is its tip. */
type Arrow = Readonly<{ kind: 'arrow'; x: number; y: number; up: boolean; fill: string }>
type Text = Readonly<{
  kind: 'text'
  text: string
  x: number
  /** Baseline. */
  y: number
  size: number
  weight: 400 | 700
  fill: string
  anchor: 'start' | 'middle' | 'end'
  /** Colour around the letters, so that a line behind does not strike through a figure. */
  halo?: string
}>
/** Marks moved right and down together. */
type Group = Readonly<{ kind: 'group'; x: number; y: number; marks: readonly Mark[] }>

/** What a chart is drawn of, in the chart's own unit and in the order of drawing; `y` grows downwards. */
export type PlainMark = Line | Circle | Shape | Box | Arrow | Text
export type Mark = PlainMark | Group

const STROKE = 2

export const tenth = (value: number) => Math.round(value * 10) / 10

export const at = (y: number, marks: readonly Mark[], x = 0): Mark => ({
  kind: 'group',
  ...{ x: tenth(x), y: tenth(y), marks },
})

export const line = ({ x1, x2, y1, y2, ...look }: Omit<Line, 'kind'>): Mark => ({
  kind: 'line',
  ...{ x1: tenth(x1), x2: tenth(x2), y1: tenth(y1), y2: tenth(y2), ...look },
})

export const circle = ({ x, y, ...look }: Omit<Circle, 'kind' | 'width'>): Mark => ({
  kind: 'circle',
  ...{ x: tenth(x), y: tenth(y), width: STROKE, ...look },
})

export const shape = ({ x, y, ...look }: Omit<Shape, 'kind' | 'width'>): Mark => ({
  kind: 'shape',
  ...{ x: tenth(x), y: tenth(y), width: STROKE, ...look },
})

export const box = ({ x, y, across, down, ...look }: Omit<Box, 'kind'>): Mark => ({
  kind: 'box',
  ...{ x: tenth(x), y: tenth(y), across: tenth(across), down: tenth(down), ...look },
})

/** `x` and `y` are the arrow's middle. */
export const arrow = ({ x, y, up, fill }: Omit<Arrow, 'kind'>): Mark => ({
  kind: 'arrow',
  ...{ x: tenth(x), y: tenth(y + (up ? -5 : 5)), up, fill },
})

type TextPlace = Pick<Text, 'x' | 'y' | 'size' | 'fill' | 'halo'> &
  Readonly<{ bold?: boolean; anchor?: Text['anchor'] }>

export const drawText = (
  text: string,
  { x, y, bold = false, anchor = 'start', ...look }: TextPlace,
): Mark => ({
  kind: 'text',
  ...{ text, x: tenth(x), y: tenth(y), weight: bold ? 700 : 400, anchor, ...look },
})

/** The marks without groups, each where it stands in the picture. */
export const flat = (marks: readonly Mark[], down = 0, right = 0): readonly PlainMark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'group' ? flat(mark.marks, down + mark.y, right + mark.x) : [moved(mark, { down, right })],
  )

const moved = (mark: PlainMark, { down, right }: { down: number; right: number }): PlainMark =>
  mark.kind === 'line'
    ? {
        ...mark,
        ...{ x1: tenth(mark.x1 + right), x2: tenth(mark.x2 + right) },
        ...{ y1: tenth(mark.y1 + down), y2: tenth(mark.y2 + down) },
      }
    : { ...mark, x: tenth(mark.x + right), y: tenth(mark.y + down) }
