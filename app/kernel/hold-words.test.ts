import { expect, test } from 'vitest'
import { holdWords } from './hold-words.ts'

const held = (word: string) => `<span class="nowrap">${word}</span>`

test('words that a browser would break are held together, wherever the page has running text', () => {
  expect(holdWords('<h1 title="ครบถ้วน">ผลตรวจความครบ<!-- -->ถ้วน &amp; หน่วยงาน</h1><br><p>เปิด</p>')).toBe(
    `<h1 title="ครบถ้วน"><span>ผลตรวจความ${held('ครบถ้วน')} &amp; ${held('หน่วยงาน')}</span></h1><br><p>เปิด</p>`,
  )
})

test('what is held already and what is no running text stays as it is', () => {
  for (const html of [
    '<title>หน่วยงาน</title>',
    `<p>${held('หน่วยงาน')}</p>`,
    '<svg><g><text>หน่วยงาน</text></g><text>หน่วยงาน</text></svg>',
    '<select><option>หน่วยงาน</option></select>',
    '<script>const a = "หน่วยงาน"</script>',
    '<p>an English page</p>',
  ])
    expect(holdWords(html)).toBe(html)
})

test('after what is left alone the page goes on being held', () => {
  expect(holdWords('<svg><path d="M0"/></svg><p>หน่วยงาน</p>')).toBe(
    `<svg><path d="M0"/></svg><p><span>${held('หน่วยงาน')}</span></p>`,
  )
})
