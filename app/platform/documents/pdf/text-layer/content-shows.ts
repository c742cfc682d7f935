import { glyphsOf, nameOf, readOperators, type Token } from './content-tokens.ts'
import type { EmbeddedFont } from './embedded-font.ts'
import { type Edit, type Group, type Matrix, multiply, Show } from './show.ts'

export type Reading = Readonly<{ shows: readonly Show[]; actualTexts: readonly Edit[] }>
export type FontOf = (name: string) => EmbeddedFont | null

type Place = Readonly<{ start: number; end: number }>

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const ACTUAL_TEXT = /^\/Span\s*<<\s*\/ActualText\s*(<[0-9a-fA-F]*>|\((?:[^()\\]|\\[\s\S])*\))\s*>>\s*BDC$/
const SPAN = 'Span'

/**
 * Follows the graphics and text state of a content stream as far as the text layer needs it: every show with its place, and
 * the spans that give a whole cluster's text in place of the glyphs' own (some readers ignore them, so they are removed).
 */
export function readContent(bytes: Buffer, fontOf: FontOf): Reading {
  const reader = new ContentReader(bytes, fontOf)
  readOperators(bytes, (operator, place, operands) => reader.operator(operator, place, operands))
  return { shows: reader.shows, actualTexts: reader.actualTexts }
}

class ContentReader {
  readonly shows: Show[] = []
  readonly actualTexts: Edit[] = []
  readonly #bytes: Buffer
  readonly #fontOf: FontOf
  readonly #saved: { matrix: Matrix; group: Group }[] = []
  /** Whether each open marked-content sequence is a span that is taken away. */
  readonly #marked: boolean[] = []
  #matrix: Matrix = IDENTITY
  #textMatrix: Matrix | null = null
  #font: EmbeddedFont | null = null
  #size = 0

  constructor(bytes: Buffer, fontOf: FontOf) {
    this.#bytes = bytes
    this.#fontOf = fontOf
  }

  operator(operator: string, place: Place, operands: readonly Token[]): void {
    switch (operator) {
      case 'q':
        this.#saved.push({ matrix: this.#matrix, group: { ...place, shows: 0 } })
        break
      case 'Q':
        this.#restore(place.end)
        break
      case 'cm':
        this.#matrix = multiply(matrixOf(operands), this.#matrix)
        break
      case 'Tm':
        this.#textMatrix = matrixOf(operands)
        break
      case 'Tf':
        this.#setFont(operands)
        break
      case 'BDC':
      case 'BMC':
        this.#openMarked(place, operands)
        break
      case 'EMC':
        if (this.#marked.pop()) this.actualTexts.push({ ...place, text: '' })
        break
      case 'Tj':
      case 'TJ':
        this.#show(place, operands)
        break
    }
  }

  #restore(end: number): void {
    const saved = this.#saved.pop()
    if (!saved) return
    this.#matrix = saved.matrix
    saved.group.end = end
  }

  #setFont([name, size]: readonly Token[]): void {
    this.#font = name ? this.#fontOf(nameOf(this.#bytes, name)) : null
    this.#size = size?.number ?? 0
  }

  #openMarked({ end }: Place, operands: readonly Token[]): void {
    const [tag] = operands
    const isSpan = tag?.kind === 'name' && nameOf(this.#bytes, tag) === SPAN
    const isActualText = isSpan && ACTUAL_TEXT.test(this.#bytes.toString('latin1', tag.start, end))
    if (isActualText) this.actualTexts.push({ start: tag.start, end, text: '' })
    this.#marked.push(isActualText)
  }

  #show({ start, end }: Place, operands: readonly Token[]): void {
    const font = this.#font
    if (!font || !this.#textMatrix) return
    const group = this.#saved.at(-1)?.group
    if (group) group.shows += 1
    const parts: (number | readonly number[])[] = []
    for (const token of operands) {
      if (token.kind === 'number') parts.push(token.number)
      else if (token.kind === 'string') parts.push(glyphsOf(this.#bytes, token))
    }
    const [textMatrix, matrix] = [this.#textMatrix, this.#matrix]
    const from = operands[0]?.start ?? start
    this.shows.push(new Show({ start: from, end, font, size: this.#size, textMatrix, matrix, group, parts }))
  }
}

function matrixOf([a, b, c, d, e, f]: readonly Token[]): Matrix {
  return [a?.number ?? 1, b?.number ?? 0, c?.number ?? 0, d?.number ?? 1, e?.number ?? 0, f?.number ?? 0]
}
