import { PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { readTypeface } from '../typeface.server.ts'
import { type GlyphMeanings, glyphMeanings } from './glyph-map.ts'
import { writeTextLayer } from './text-layer.ts'
import { unicodeMap } from './unicode-map.ts'

const { files } = readTypeface()
const [regular] = files.map(glyphMeanings)

describe('what a glyph of Sarabun stands for', () => {
  test('every Thai letter, mark and digit has a glyph that stands for it', () => {
    const texts = new Set([...(regular?.byOutline.values() ?? [])].map(({ text }) => text))
    const thai = Array.from({ length: 0x0e5b - 0x0e00 }, (_, index) => String.fromCharCode(0x0e01 + index))
    // Sara am is drawn as two glyphs, and the four codes after phinthu are not assigned.
    const expected = thai.filter((letter) => letter !== '\u0e33' && !/[\u0e3b-\u0e3e]/u.test(letter))
    expect(expected.filter((letter) => !texts.has(letter))).toEqual([])
  })
})

describe('the map from glyphs to text', () => {
  test('writes characters beyond the first plane as two units, and at most a hundred rows in a block', () => {
    const map = unicodeMap(Array.from({ length: 101 }, (_, glyph) => [glyph + 1, '\u{1f600}'] as const))
    expect(map).toContain('<0001> <D83DDE00>')
    expect(map.match(/\d+ beginbfchar/gu)).toEqual(['100 beginbfchar', '1 beginbfchar'])
  })
})

describe('a document with a glyph that no source explains', () => {
  test('is refused: its text would be wrong without anybody seeing it', async () => {
    const document = await documentSetIn(files[0] ?? Buffer.alloc(0))
    const knowsNothing: GlyphMeanings = { postscriptName: 'Sarabun-Regular', byOutline: new Map() }
    await expect(writeTextLayer(document, [knowsNothing])).rejects.toThrow(/glyphs of .* are unknown/u)
  })

  test('is refused when its font is another one', async () => {
    const document = await documentSetIn(files[0] ?? Buffer.alloc(0))
    await expect(writeTextLayer(document, [])).rejects.toThrow(/no known source/u)
  })
})

/** A page that shows one glyph in the font. */
async function documentSetIn(program: Buffer): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const { context } = document
  const stream = (bytes: Uint8Array) => context.register(PDFRawStream.of(context.obj({}), bytes))
  const descriptor = context.register(context.obj({ Type: 'FontDescriptor', FontFile2: stream(program) }))
  const descendant = context.register(
    context.obj({ Type: 'Font', Subtype: 'CIDFontType2', FontDescriptor: descriptor, W: [] }),
  )
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'ABCDEF+Sarabun-Regular',
    DescendantFonts: [descendant],
    ToUnicode: stream(new Uint8Array()),
  })
  const page = document.addPage()
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { f0: context.register(font) } }))
  const contents = stream(Buffer.from('BT /f0 10 Tf 1 0 0 1 0 0 Tm <0041> Tj ET'))
  expect(contents).toBeInstanceOf(PDFRef)
  page.node.set(PDFName.of('Contents'), contents)
  return document
}
