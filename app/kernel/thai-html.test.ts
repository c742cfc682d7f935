import v8 from 'node:v8'
import vm from 'node:vm'
import { expect, test } from 'vitest'
import { thaiHtml } from './thai-html.ts'

const held = (word: string) => `<span class="nowrap">${word}</span>`
const inThai = (text: string) => `<span lang="th">${text}</span>`
const made = (html: string, lang: 'th' | 'en' = 'th') => thaiHtml(html, { lang, properNames: [] })

test('words that a browser would break are held together, wherever the page has running text', () => {
  expect(made('<h1 title="ครบถ้วน">ผลตรวจความครบ<!-- -->ถ้วน &amp; หน่วยงาน</h1><br><p>เปิด</p>')).toBe(
    `<h1 title="ครบถ้วน"><span>ผลตรวจความ${held('ครบถ้วน')} &amp; ${held('หน่วยงาน')}</span></h1><br><p>เปิด</p>`,
  )
})

test('on an English page a Thai stretch says that it is Thai, and only the stretch', () => {
  expect(made('<p>Meeting “ครั้งที่ 2/2567 ของหน่วยงาน” of 2024</p>', 'en')).toBe(
    `<p><span>Meeting “${inThai(`${held('ครั้งที่ 2/2567')} ของ${held('หน่วยงาน')}`)}” of 2024</span></p>`,
  )
  expect(made('<p>an English page</p>', 'en')).toBe('<p>an English page</p>')
})

test('names are held as they are given', () => {
  const names = ['นางสาวทดสอบ ชื่อยาวมาก']
  const html = thaiHtml('<p>นางสาวทดสอบ ชื่อยาวมาก</p>', { lang: 'th', properNames: names })
  expect(html).toContain(held('นางสาวทดสอบ'))
})

test('what is no running text stays as it is', () => {
  for (const html of [
    '<title>หน่วยงาน</title>',
    '<svg><g><text>หน่วยงาน</text></g><text>หน่วยงาน</text></svg>',
    '<select><option>หน่วยงาน</option></select>',
    '<script>const a = "หน่วยงาน"</script>',
  ]) {
    expect(made(html)).toBe(html)
    expect(made(html, 'en')).toBe(html)
  }
})

test('what went through once goes through again unchanged', () => {
  for (const lang of ['th', 'en'] as const) {
    const once = made('<p>Item O28 ของหน่วยงาน <b>ครบถ้วน</b></p>', lang)
    expect(made(once, lang)).toBe(once)
  }
})

test('words that say already that they are Thai are held too, in a page of either language', () => {
  const own = `<p><span lang="th">คุณภาพการ${held('ดำเนินงาน')}</span></p>`
  for (const lang of ['th', 'en'] as const) {
    const once = made('<p><span lang="th">คุณภาพการดำเนินงาน</span></p>', lang)
    expect(once.replaceAll(/<span>(.*)<\/span>(?=<\/span>)/g, '$1')).toBe(own)
    expect(made(once, lang)).toBe(once)
  }
})

test('a word of the house is held with the quotation marks that stand at it', () => {
  expect(made('<p>สองคำว่า “ก็ดี” ในประโยค</p>')).toMatch(/nowrap">“?ก็ดี”/)
})

test('after what is left alone the page goes on', () => {
  expect(made('<svg><path d="M0"/></svg><p>หน่วยงาน</p>')).toBe(
    `<svg><path d="M0"/></svg><p><span>${held('หน่วยงาน')}</span></p>`,
  )
})

test('nothing of a page is kept but the words that are remembered', () => {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  const paragraph = '<p>ข้อความเรื่องการประเมินคุณธรรม</p>'
  const render = (number: number) =>
    thaiHtml(`${paragraph.repeat(1000)}<p>เมื่อพุทธศักราช ${2000 + number}</p>`, { lang: 'th', properNames: [] })
  const usedAfter = (first: number) => {
    for (let number = first; number < first + 50; number += 1) render(number)
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = usedAfter(0)
  // Each page has 150,000 letters.
  expect(usedAfter(50) - before).toBeLessThan(1_000_000)
})
