import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from './rich-text.ts'
import { atomsOf, breakable, splitToFit } from './thai-words.ts'

const words = (text: string, names: readonly string[] = []) => atomsOf(text, names).join('|')

describe('where a Thai line may end', () => {
  test('words that a dictionary cuts in the middle stay whole', () => {
    expect(words('หลักธรรมาภิบาลของหน่วยงาน')).toBe('หลัก|ธรรมาภิบาล|ของ|หน่วยงาน')
    expect(words('เพื่อต่อยอดการใช้งบประมาณ')).toBe('เพื่อ|ต่อยอด|การ|ใช้|งบประมาณ')
  })

  test('months, agencies and other abbreviations keep their points', () => {
    expect(words('ม.ค. – มี.ค. 67 ของ สพร. และ ป.ป.ช.')).toBe('ม.ค.| |–| |มี.ค. 67| |ของ| |สพร.| |และ| |ป.ป.ช.')
    expect(words('ปี พ.ศ. 2567')).toBe('ปี| |พ.ศ. 2567')
  })

  test('a date, and a number with the word it counts, are not divided', () => {
    expect(words('เมื่อวันที่ 7 พฤศจิกายน 2567')).toBe('เมื่อ|วันที่| |7 พฤศจิกายน 2567')
    expect(words('(OIT ข้อ O11) ร้อยละ 85.6')).toBe('(OIT| |ข้อ O11)| |ร้อยละ 85.6')
  })

  test('the repetition sign stays with the word before it, with or without a space', () => {
    expect(words('ต่าง ๆ')).toBe('ต่าง ๆ')
    expect(words('ต่างๆ')).toBe('ต่างๆ')
  })

  test('marks that close stay with the word before, marks that open with the word after', () => {
    expect(words('ข้อมูล (โปร่งใส), ขั้นตอน/วิธีการ')).toBe('ข้อมูล| |(โปร่งใส),| |ขั้นตอน/|วิธีการ')
    expect(words('"โปร่งใส"')).toBe('"โปร่งใส"')
  })

  test('citations, meeting numbers and joined Latin words are not divided', () => {
    expect(words('(i1-i6) ครั้งที่ 9/2567 E-Service')).toBe('(i1-i6)| |ครั้งที่ 9/2567| |E-Service')
  })

  test('names of persons are read whole, with their title and without', () => {
    const names = ['นางสาวอภิญห์พร อังคกมลเศรษฐ์']
    expect(words('นางสาวอภิญห์พร อังคกมลเศรษฐ์ และอภิญห์พร', names)).toBe('นางสาวอภิญห์พร| |อังคกมลเศรษฐ์| |และ|อภิญห์พร')
  })
})

describe('text with places to break', () => {
  test('carries a zero-width space only between words that touch', () => {
    expect(breakable('เจ้าหน้าที่ทำงาน ต่าง ๆ')).toBe('เจ้าหน้าที่\u200bทำงาน ต่าง\u00a0ๆ')
  })

  test('a row of signs of any length is one atom, and somebody may send it without stopping the program', () => {
    const row = '['.repeat(200_000)
    expect(atomsOf(row).map(({ length }) => length)).toEqual([row.length])
    expect(atomsOf('\u0e46 '.repeat(100_000)).join('')).toHaveLength(200_000)
  })

  test('says the same as the text it was made from, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: thai }), (other, thaiText) => {
        const text = other + thaiText
        expect(foldText(breakable(text))).toBe(foldText(text))
        expect(atomsOf(text).join('')).toBe(text.replace(/[\u200b\u2060\ufeff]/gu, ''))
      }),
    )
  })

  test('never breaks where the dictionary of the platform sees no word end', () => {
    const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SYLLABLES), { maxLength: 12 }), (syllables) => {
        const text = syllables.join('')
        const ends = new Set([...segmenter.segment(text)].map(({ index }) => index))
        let index = 0
        for (const atom of atomsOf(text)) {
          expect(ends).toContain(index)
          index += atom.length
        }
      }),
    )
  })
})

describe('a word wider than its place', () => {
  const tenLetters = (text: string) => text.length <= 10

  test('is divided between the words it holds', () => {
    expect(splitToFit('ธรรมาภิบาลหน่วยงาน', tenLetters)).toEqual(['ธรรมาภิบาล', 'หน่วยงาน'])
  })

  test('an address is divided after its joints', () => {
    expect(splitToFit('https://go.th/ita/2567', tenLetters)).toEqual(['https://', 'go.th/ita/', '2567'])
  })

  test('no piece is wider than the place, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: thai, minLength: 1, maxLength: 200 }), (text) => {
        const pieces = splitToFit(text, tenLetters)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(tenLetters(piece) || isOneCluster(piece)).toBe(true)
      }),
    )
  })

  test('a pile of vowels without letters is divided too', () => {
    expect(splitToFit('ำ'.repeat(25), tenLetters).map(({ length }) => length)).toEqual([10, 10, 5])
  })

  test('five thousand letters take no noticeable time', () => {
    const pieces = splitToFit('ก'.repeat(5_000), tenLetters)
    expect(pieces).toHaveLength(500)
  })
})

const SYLLABLES = ['ธรรมาภิบาล', 'ผล', 'อย่าง', 'หน่วยงาน', 'ที่', 'ๆ', 'การ', ' ', 'สพร.', 'น้ำ', 'เจ้า', '(', ')']
const thai = fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCodePoint(code))
const isOneCluster = (text: string) =>
  [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)].length === 1
