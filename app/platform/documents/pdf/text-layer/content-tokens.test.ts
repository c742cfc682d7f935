import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphsOf, nameOf, readOperators } from './content-tokens.ts'

type Seen = Readonly<{
  operator: string
  numbers: readonly number[]
  names: readonly string[]
  glyphs: readonly number[]
}>

function seen(content: Buffer): readonly Seen[] {
  const all: Seen[] = []
  readOperators(content, (operator, _place, operands) => {
    const of = (kind: string) => operands.filter((token) => token.kind === kind)
    all.push({
      operator,
      numbers: of('number').map(({ number }) => number),
      names: of('name').map((token) => nameOf(content, token)),
      glyphs: of('string').flatMap((token) => glyphsOf(content, token)),
    })
  })
  return all
}

/** A literal string as any writer may write it: every byte that could mean something is escaped in octal. */
const literal = (bytes: Uint8Array) =>
  `(${[...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')})`

describe('the operators of a content stream', () => {
  test('come with their numbers, names and glyphs', () => {
    const content = Buffer.from('% note\nq 1 0 0 -1 .5 -10.25 cm /f0 9.5 Tf [<00410042> -12 (\\000C)] TJ Q')
    expect(seen(content)).toEqual([
      { operator: 'q', numbers: [], names: [], glyphs: [] },
      { operator: 'cm', numbers: [1, 0, 0, -1, 0.5, -10.25], names: [], glyphs: [] },
      { operator: 'Tf', numbers: [9.5], names: ['f0'], glyphs: [] },
      { operator: 'TJ', numbers: [-12], names: [], glyphs: [0x41, 0x42, 0x43] },
      { operator: 'Q', numbers: [], names: [], glyphs: [] },
    ])
  })

  test('a string keeps its nested brackets, escapes and line ends', () => {
    expect(seen(Buffer.from('(a(b)\\)\\n) Tj'))[0]?.glyphs).toEqual([0x6128, 0x6229, 0x290a])
    expect(seen(Buffer.from('(a\\\nb) Tj'))[0]?.glyphs).toEqual([0x6162])
  })

  test('any glyphs are read alike from a literal and from a hexadecimal string', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (glyphs) => {
        const bytes = Buffer.alloc(glyphs.length * 2)
        glyphs.forEach((glyph, index) => {
          bytes.writeUInt16BE(glyph, index * 2)
        })
        const written = Buffer.from(`${literal(bytes)} Tj <${bytes.toString('hex')}> Tj`)
        expect(seen(written).map((show) => show.glyphs)).toEqual([glyphs, glyphs])
      }),
    )
  })
})
