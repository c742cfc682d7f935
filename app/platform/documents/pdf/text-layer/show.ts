import type { EmbeddedFont } from './embedded-font.ts'
import type { Component } from './font-program.ts'

/** A replacement in a content stream: bytes from `start` to `end` become `text`. */
export type Edit = Readonly<{ start: number; end: number; text: string }>
export type Matrix = readonly [number, number, number, number, number, number]
/** What stands between q and Q, nested groups apart; `shows` counts its shows of text. */
export type Group = { readonly start: number; end: number; shows: number }

/** A glyph where the text line has come to (`x`, in the line's units), or a movement in thousandths of an em. */
export type ShownGlyph = { glyph: number; x: number; components?: readonly Component[] }
export type Movement = Readonly<{ move: number }>
export type ShowElement = ShownGlyph | Movement
export const isGlyph = (element: ShowElement): element is ShownGlyph => 'glyph' in element

type ShowData = Readonly<{
  start: number
  end: number
  font: EmbeddedFont
  size: number
  textMatrix: Matrix
  /** Of the graphics state. */
  matrix: Matrix
  group: Group | undefined
  /** Glyph numbers of a string, or a movement. */
  parts: readonly (readonly number[] | number)[]
}>

/** One Tj or TJ in a font that the text layer knows. Its elements are worked out for the few that change. */
export class Show {
  readonly data: ShowData
  isChanged = false
  #elements: ShowElement[] | null = null

  constructor(data: ShowData) {
    this.data = data
  }

  /** Where the text line stands on the page. */
  get matrix(): Matrix {
    return multiply(this.data.textMatrix, this.data.matrix)
  }

  /** The glyphs as they were set, movements left out. */
  get glyphs(): readonly number[] {
    return this.data.parts.flatMap((part) => (typeof part === 'number' ? [] : part))
  }

  get elements(): ShowElement[] {
    this.#elements ??= elementsOf(this.data)
    return this.#elements
  }

  get lastGlyph(): ShownGlyph | undefined {
    return this.elements.findLast(isGlyph)
  }

  /** The show as it is to be written. */
  get edit(): Edit {
    let text = ''
    let glyphs = ''
    for (const element of this.elements) {
      if (isGlyph(element)) glyphs += hex4(element.glyph)
      else {
        text += `${glyphs === '' ? '' : `<${glyphs}>`} ${element.move} `
        glyphs = ''
      }
    }
    if (glyphs !== '') text += `<${glyphs}>`
    return { start: this.data.start, end: this.data.end, text: `[${text.trim()}] TJ` }
  }
}

function elementsOf({ parts, font, size }: ShowData): ShowElement[] {
  const elements: ShowElement[] = []
  let x = 0
  for (const part of parts) {
    if (typeof part === 'number') {
      elements.push({ move: part })
      x -= (part / 1000) * size
      continue
    }
    for (const glyph of part) {
      elements.push({ glyph, x })
      x += (font.advance(glyph) / font.unitsPerEm) * size
    }
  }
  return elements
}

const hex4 = (value: number) => value.toString(16).padStart(4, '0').toUpperCase()

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]
