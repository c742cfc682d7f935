import { escapeXml } from './xml-text.domain.ts'

export type Ink = Readonly<Record<'ink' | 'paper' | 'line' | 'muted' | 'brand' | 'done' | 'late', string>>

const PAPER: Ink = {
  ink: '#14213d',
  paper: '#ffffff',
  line: '#c9d3de',
  muted: '#56687c',
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
    line: ofPage('line'),
    muted: ofPage('muted'),
    brand: ofPage('brand'),
    done: ofPage('done'),
    late: ofPage('late'),
  },
}

export const circle = (
  at: Readonly<{ x: number; y: number; radius: number; fill: string; stroke: string }>,
) =>
  `<circle cx="${tenth(at.x)}" cy="${tenth(at.y)}" r="${at.radius}" fill="${at.fill}" stroke="${at.stroke}" stroke-width="2"/>`

export function line(
  at: Readonly<{
    x1: number
    x2: number
    y1: number
    y2: number
    stroke: string
    width: number
    dashes?: string
  }>,
): string {
  const dashes = at.dashes === undefined ? '' : ` stroke-dasharray="${at.dashes}"`
  return `<line x1="${tenth(at.x1)}" x2="${tenth(at.x2)}" y1="${tenth(at.y1)}" y2="${tenth(at.y2)}" stroke="${at.stroke}" stroke-width="${at.width}"${dashes}/>`
}

/** A filled arrow head, 10 wide, its middle at `x`, `y`: drawn, because not every font has the sign. */
export function triangle({
  x,
  y,
  up,
  fill,
}: Readonly<{ x: number; y: number; up: boolean; fill: string }>): string {
  const tip = up ? -5 : 5
  return `<path d="M${tenth(x)} ${tenth(y + tip)} l5 ${-tip * 1.8} h-10 z" fill="${fill}"/>`
}

type TextPlace = Readonly<{
  x: number
  /** Baseline. */
  y: number
  size: number
  fill: string
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** Colour around the letters, so that a line behind does not strike through a figure. */
  halo?: string
}>

export function drawText(text: string, place: TextPlace): string {
  const { x, y, size, fill, bold = false, anchor = 'start', halo } = place
  const edge = halo === undefined ? '' : ` stroke="${halo}" stroke-width="4" paint-order="stroke"`
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}" font-weight="${bold ? 700 : 400}" text-anchor="${anchor}" fill="${fill}"${edge}>${escapeXml(text)}</text>`
}

const tenth = (value: number) => Math.round(value * 10) / 10
