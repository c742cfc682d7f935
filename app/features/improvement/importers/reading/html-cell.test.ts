import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literalText, richTextOf, unmarked } from '../source-text.domain.ts'
import { hasHtml, readHtml } from './html-cell.server.ts'

const read = (html: string) => readHtml(html, { literal: literalText, breaksAsSpaces: false }).text

test.each([
  ['<p>ก</p> <ul><li>ข</li><li>ค</li></ul>', 'ก\n- ข\n- ค'],
  ['ก <ul style="x"> <li><b>ข</b> ค</li> </ul> ง', 'ก\n- **ข** ค\nง'],
  ['<ul><li>ก<ul><li>ข</li></ul></li><li>ค</li></ul>', '- ก\n  - ข\n- ค'],
  ['<ol><li>ก</li><li>ข</li></ol>', '-# ก\n-# ข'],
  ['<ul><li>ก<li>ข', '- ก\n- ข'],
  ['<b>ก <b>ข</b> ค</b> ง', '**ก ข ค** ง'],
  ['<b>ก</b><strong>ข</strong>', '**กข**'],
  ['<b> ก </b>ข', '**ก** ข'],
  ['<b>ก<p>ข</b>ค</p>', '**ก**\n**ข**\nค'],
  ['<li><p>ก</p><p>ข</p></li>', '- ก\nข'],
  ['ก<br>ข<br/>ค', 'ก\nข\nค'],
  ['a &lt; b &amp; c &nbsp;d &#3585;', 'a < b & c d ก'],
  ['<script>alert(1)</script>ก<style>p{}</style>', 'ก'],
  ['<td>ก</td><td>ข</td>', 'ก\nข'],
  ['<!-- x -->ก', 'ก'],
  ['2 * 3 ** 4', '2 \\* 3 \\*\\* 4'],
  ['<p></p><ul><li></li></ul>', ''],
])('%s is read as %j', (html, text) => {
  expect(read(html)).toBe(text)
})

test.each(['a < b', 'R&D', 'x<5 วัน', '<ชื่อหน่วยงาน>', '1 <> 2', 'A&B; C'])('%s is not HTML', (text) => {
  expect(hasHtml(text)).toBe(false)
})

test('a break inside a name is a space', () => {
  expect(readHtml('ก<br>ข', { literal: literalText, breaksAsSpaces: true }).text).toBe('ก ข')
})

test('text of a cell comes back letter for letter, whatever its tags do', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<ul>',
    '<li>',
    '</ul>',
    '</li>',
    '<br>',
    'ก',
    'ข*',
    ' ',
    '**',
    '\\',
    'e1',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const letters = pieces.filter((text) => !text.startsWith('<')).join('')
      expect(unmarked(read(pieces.join(''))).replace(/\s/gu, '')).toBe(letters.replace(/\s/gu, ''))
    }),
  )
})

test('literal text has no marks, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('*', '\\', 'ก', ' ', '-') }), (text) => {
      const line = `ก${text}`
      expect(unmarked(literalText(line))).toBe(line.trim())
      expect(richTextOf(literalText(line))).toEqual([{ kind: 'paragraph', runs: [{ text: line.trim() }] }])
    }),
  )
})
