import * as fontkit from 'fontkit'
import { type Component, type CompositeGlyph, withComposites } from './font-program.ts'
import { type GlyphMeanings, type Meaning, outlineKey } from './glyph-map.ts'

/** The subset of a font that a PDF carries: what its glyphs stand for, and the composites that the text layer adds. */
export class EmbeddedFont {
  readonly unitsPerEm: number
  /** Glyphs of the subset that no source glyph explains; glyph 0 is never text. */
  readonly unmatched: number
  readonly #program: Buffer
  readonly #glyphCount: number
  readonly #meanings: (Meaning | undefined)[] = []
  readonly #advances: number[] = []
  readonly #added: CompositeGlyph[] = []
  readonly #numbers = new Map<string, number>()

  constructor(program: Buffer, source: GlyphMeanings) {
    const font = fontkit.create(program)
    this.#program = program
    this.#glyphCount = font.numGlyphs
    this.unitsPerEm = font.unitsPerEm
    let unmatched = 0
    for (let id = 0; id < font.numGlyphs; id++) {
      const glyph = font.getGlyph(id)
      this.#advances[id] = glyph.advanceWidth
      if (id === 0) continue
      const meaning = source.byOutline.get(outlineKey(glyph))
      if (meaning) this.#meanings[id] = meaning
      else unmatched += 1
    }
    this.unmatched = unmatched
  }

  meaning(glyph: number): Meaning | undefined {
    return this.#meanings[glyph]
  }

  /** In font units. */
  advance(glyph: number): number {
    return this.#advances[glyph] ?? 0
  }

  /** The number of a glyph drawn from others and standing for `text`; the same parts get the same number. */
  addGlyph(components: readonly Component[], advance: number, text: string): number {
    const key = JSON.stringify([components, advance, text])
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#glyphCount + this.#added.length
    this.#added.push({ components, advance })
    this.#numbers.set(key, number)
    this.#meanings[number] = { text }
    this.#advances[number] = advance
    return number
  }

  /** First number and advances, in thousandths of an em, of the added glyphs. */
  get added(): Readonly<{ first: number; widths: readonly number[] }> {
    const widths = this.#added.map(({ advance }) => Number(((advance * 1000) / this.unitsPerEm).toFixed(3)))
    return { first: this.#glyphCount, widths }
  }

  program(): Buffer {
    return withComposites(this.#program, this.#added)
  }

  /** Text of every glyph that has one, by glyph number. */
  texts(): readonly (readonly [glyph: number, text: string])[] {
    return this.#meanings.flatMap((meaning, glyph) => (meaning ? [[glyph, meaning.text] as const] : []))
  }
}
