import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport } from '../../../../tests/support/report-builders.ts'
import { plain, plainText } from '../../../kernel/rich-text.ts'
import { printable } from './safe-text.ts'
import { readTypeface } from './typeface.server.ts'

const { covers } = readTypeface()

/** What is printed of one paragraph, and the characters that were replaced. */
function printed(text: string): Readonly<{ text: string; replaced: readonly string[] }> {
  const { content, notes } = printable(aReport([{ kind: 'text', text: plain(text) }]), covers)
  const block = content.sections[0]?.blocks[0]
  if (block?.kind !== 'text') throw new Error('the paragraph is gone')
  return { text: plainText(block.text), replaced: notes.flatMap(({ characters }) => characters) }
}

describe('text before it is printed', () => {
  test('official Thai with its figures and signs is left as it is', () => {
    const text = 'ครั้งที่ ๑/๒๕๖๗ ฯลฯ ต่างๆ “โปร่งใส” – 85.6% ฿100 → กฎ'
    expect(printed(text)).toEqual({ text, replaced: [] })
  })

  test('control characters and reversing marks disappear', () => {
    expect(printed('ก\u0000ข\u202eค\u2066ง\u200bจ\ufeff').text).toBe('กขคงจ')
  })

  test('line ends and tabs become spaces', () => {
    expect(printed('ก\n\tข\u2028ค').text).toBe('ก ข ค')
  })

  test('a character without a glyph is shown as a stand-in and named', () => {
    expect(printed('ผ่าน ✓')).toEqual({ text: 'ผ่าน ◊', replaced: ['✓'] })
  })

  test('one picture of many code points gets one stand-in', () => {
    expect(printed('ครอบครัว 👨‍👩‍👧').text).toBe('ครอบครัว ◊')
  })

  test('half of a surrogate pair is replaced', () => {
    expect(printed('ก\ud800ข')).toEqual({ text: 'ก◊ข', replaced: ['\ufffd'] })
  })

  test('whatever is given, only drawable characters remain, and every replaced one is named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: shown, replaced } = printed(text)
        for (const character of shown) expect(covers(character.codePointAt(0) ?? 0)).toBe(true)
        for (const character of replaced) expect(covers(character.codePointAt(0) ?? 0)).toBe(false)
      }),
    )
  })
})
