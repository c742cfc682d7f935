import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { EmbeddedFont } from './embedded-font.ts'
import type { GlyphMeanings } from './glyph-map.ts'
import { rewriteContent } from './rewrite-content.ts'
import { unicodeMap } from './unicode-map.ts'

/** The font, the dictionaries that describe it, and the places of its program and its map. */
type FontPlace = Readonly<{
  font: EmbeddedFont
  descendant: PDFDict
  descriptor: PDFDict
  program: PDFRef
  map: PDFRef
}>

const name = PDFName.of
const deflated = promisify(deflate)
const SUBSET_TAG = /^[A-Z]{6}\+/

/**
 * Gives the document an exact text layer: copied and searched text is the text that was set, in every reader. Changes the
 * document; the drawing stays the same. Rejects when a glyph cannot be matched with a source font, since its text would be
 * wrong without anybody seeing it.
 */
export async function writeTextLayer(
  document: PDFDocument,
  sources: readonly GlyphMeanings[],
): Promise<void> {
  const layer = new TextLayer(document.context, sources)
  for (const page of document.getPages()) layer.page(page.node)
  await layer.finish()
}

class TextLayer {
  readonly #context: PDFContext
  readonly #sources: readonly GlyphMeanings[]
  readonly #fonts = new Map<string, FontPlace | null>()
  readonly #forms = new Set<string>()
  /** Streams that the platform's threads compress while the next page is read. */
  readonly #writing: Promise<void>[] = []

  constructor(context: PDFContext, sources: readonly GlyphMeanings[]) {
    this.#context = context
    this.#sources = sources
  }

  page(page: PDFDict): void {
    const resources = this.#dictionary(page.get(name('Resources')))
    const contents = page.get(name('Contents'))
    const streams = this.#context.lookup(contents)
    if (streams instanceof PDFArray) {
      const whole = streams.asArray().flatMap((part) => [this.#decoded(part), Buffer.from('\n')])
      const stream = this.#context.flateStream(this.#rewritten(Buffer.concat(whole), resources))
      page.set(name('Contents'), this.#context.register(stream))
    } else if (contents instanceof PDFRef) this.#rewriteStream(contents, resources)
    this.#rewriteForms(resources)
  }

  /** Writes the maps and the grown font programs, once all pages are read. */
  async finish(): Promise<void> {
    await Promise.all(this.#writing)
    for (const place of this.#fonts.values()) if (place) this.#writeFont(place)
  }

  #rewriteForms(resources: PDFDict | null): void {
    const objects = this.#dictionary(resources?.get(name('XObject')))
    for (const [, reference] of objects?.entries() ?? []) {
      if (!(reference instanceof PDFRef) || this.#forms.has(reference.tag)) continue
      this.#forms.add(reference.tag)
      const form = this.#context.lookup(reference)
      if (!(form instanceof PDFRawStream) || form.dict.get(name('Subtype')) !== name('Form')) continue
      const own = this.#dictionary(form.dict.get(name('Resources')))
      this.#rewriteStream(reference, own)
      this.#rewriteForms(own)
    }
  }

  #rewriteStream(reference: PDFRef, resources: PDFDict | null): void {
    const stream = this.#context.lookup(reference)
    if (!(stream instanceof PDFRawStream)) return
    const bytes = this.#rewritten(this.#decoded(reference), resources)
    stream.dict.set(name('Filter'), name('FlateDecode'))
    stream.dict.delete(name('DecodeParms'))
    const write = async () =>
      this.#context.assign(reference, PDFRawStream.of(stream.dict, await deflated(bytes)))
    this.#writing.push(write())
  }

  #rewritten(bytes: Buffer, resources: PDFDict | null): Buffer {
    const fonts = this.#dictionary(resources?.get(name('Font')))
    // A page sets the same few fonts thousands of times.
    const known = new Map<string, EmbeddedFont | null>()
    return rewriteContent(bytes, (fontName) => {
      const found = known.get(fontName)
      if (found !== undefined) return found
      const reference = fonts?.get(name(fontName))
      const font = reference instanceof PDFRef ? (this.#fontAt(reference)?.font ?? null) : null
      known.set(fontName, font)
      return font
    })
  }

  #fontAt(reference: PDFRef): FontPlace | null {
    const known = this.#fonts.get(reference.tag)
    if (known !== undefined) return known
    const place = this.#readFont(this.#dictionary(reference))
    this.#fonts.set(reference.tag, place)
    return place
  }

  #readFont(dictionary: PDFDict | null): FontPlace | null {
    if (dictionary?.get(name('Subtype')) !== name('Type0')) return null
    const descendants = this.#context.lookup(dictionary.get(name('DescendantFonts')))
    const descendant = descendants instanceof PDFArray ? this.#dictionary(descendants.get(0)) : null
    const descriptor = this.#dictionary(descendant?.get(name('FontDescriptor')))
    const program = descriptor?.get(name('FontFile2'))
    const map = dictionary.get(name('ToUnicode'))
    const baseFont = dictionary.get(name('BaseFont'))
    const source = this.#sources.find(
      ({ postscriptName }) =>
        baseFont instanceof PDFName && baseFont.decodeText().replace(SUBSET_TAG, '') === postscriptName,
    )
    const isComplete =
      descendant && descriptor && program instanceof PDFRef && map instanceof PDFRef && source
    if (!isComplete) throw new Error(`text layer: the font ${String(baseFont)} has no known source`)
    const font = new EmbeddedFont(this.#decoded(program), source)
    if (font.unmatched > 0)
      throw new Error(`text layer: ${font.unmatched} glyphs of ${String(baseFont)} are unknown`)
    return { font, descendant, descriptor, program, map }
  }

  #writeFont({ font, descendant, descriptor, program, map }: FontPlace): void {
    this.#context.assign(map, this.#context.flateStream(unicodeMap(font.texts())))
    const { first, widths } = font.added
    if (widths.length === 0) return
    const bytes = font.program()
    this.#context.assign(program, this.#context.flateStream(bytes, { Length1: bytes.length }))
    // The set of glyph numbers would not name the added ones; PDF/A-2 and later do not ask for it.
    descriptor.delete(name('CIDSet'))
    const all = this.#context.lookup(descendant.get(name('W')))
    if (!(all instanceof PDFArray)) throw new Error('text layer: the font has no widths')
    widths.forEach((width, index) => {
      for (const value of [first + index, first + index, width]) all.push(PDFNumber.of(value))
    })
  }

  #dictionary(object: PDFObject | undefined): PDFDict | null {
    const found = this.#context.lookup(object)
    return found instanceof PDFDict ? found : null
  }

  #decoded(object: PDFObject | undefined): Buffer {
    const stream = this.#context.lookup(object)
    if (!(stream instanceof PDFRawStream)) throw new Error('text layer: a stream was expected')
    // The platform's own inflate is several times faster than the library's; anything else is left to the library.
    if (stream.dict.get(name('Filter')) === name('FlateDecode') && !stream.dict.has(name('DecodeParms'))) {
      return inflateSync(stream.getContents())
    }
    return Buffer.from(decodePDFRawStream(stream).decode())
  }
}
