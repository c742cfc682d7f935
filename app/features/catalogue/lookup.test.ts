import { describe, expect, test } from 'vitest'
import { itemRef } from '../../kernel/item-ref.ts'
import { loadCatalogue } from './catalogue.store.server.ts'
import {
  canonicalRef,
  conceptsOf,
  findIndicator,
  findItem,
  frameworkOf,
  frameworkYears,
  isKnownRef,
  itemLabel,
  itemsOf,
  refsByLabel,
  titleOf,
} from './lookup.domain.ts'

const catalogue = loadCatalogue()

describe('finding things by reference', () => {
  test('each known year has its number of items', () => {
    expect(frameworkYears(catalogue)).toEqual([2563, 2564, 2566, 2567, 2568, 2569])
    const sizes = frameworkYears(catalogue).map((year) =>
      (['IIT', 'EIT', 'OIT'] as const).map((instrument) => itemsOf(catalogue, year, instrument).length),
    )
    expect(sizes).toEqual([
      [0, 0, 0],
      [30, 0, 0],
      [30, 15, 43],
      [15, 9, 35],
      [0, 0, 28],
      [0, 0, 26],
    ])
  })

  test('an item is not an indicator, and an unknown reference is neither', () => {
    expect(findItem(catalogue, itemRef(2568, 'O28'))?.title?.th).toContain(
      'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม',
    )
    expect(findItem(catalogue, itemRef(2567, 'ind6'))).toBeNull()
    expect(findIndicator(catalogue, itemRef(2567, 'ind6'))?.title.th).toBe('คุณภาพการดำเนินงาน')
    expect(isKnownRef(catalogue, itemRef(2569, 'O27'))).toBe(false)
    expect(frameworkOf(catalogue, 2500)).toBeNull()
  })

  test('a code in any case is brought to the writing of its year', () => {
    expect(canonicalRef(catalogue, 2566, 'O28')).toBe('2566:o28')
    expect(canonicalRef(catalogue, 2568, 'o28')).toBe('2568:O28')
    expect(canonicalRef(catalogue, 2567, 'IND9.1')).toBe('2567:ind9.1')
    expect(canonicalRef(catalogue, 2569, 'O28')).toBeNull()
    expect(canonicalRef(catalogue, 2569, '')).toBeNull()
  })

  test('a reader sees code and title, and the code alone where no title is known', () => {
    expect(itemLabel(catalogue, itemRef(2566, 'o28'))?.th).toBe(
      'o28 ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ',
    )
    expect(itemLabel(catalogue, itemRef(2566, 'i30'))).toEqual({ th: 'i30', en: 'i30' })
    expect(titleOf(catalogue, itemRef(2567, 'ind10'))?.en).toBe('Prevention of corruption')
    expect(itemLabel(catalogue, itemRef(2569, 'O40'))).toBeNull()
  })

  test('the same code is another subject in another year: O28 is three things and in 2569 nothing', () => {
    const concepts = [2566, 2567, 2568].map((year) => {
      const ref = canonicalRef(catalogue, year, 'O28')
      return ref && conceptsOf(catalogue, ref).map(({ key }) => key)
    })
    expect(concepts).toEqual([['complaint_channel'], ['no_gift_report'], ['integrity_report']])
    expect(canonicalRef(catalogue, 2569, 'O28')).toBeNull()
  })
})

describe('finding what a score in a report belongs to', () => {
  test.each([
    ['ตัวชี้วัดคุณภาพการดำเนินงาน', 'ind6', 'ind6'],
    ['การให้บริการตามขั้นตอน', 'e1', 'e1'],
    ['การทำงานเกิดประโยชน์แก่ประชาชน และบริการอย่างเท่าเทียมกัน', 'e5', 'e2'],
    ['การบริการที่ดีขึ้นสามารถสื่อสาร ตอบข้อซักถาม หรือให้คำอธิบายได้อย่างชัดเจน', 'e11', 'e6'],
    ['ปรับปรุงการบริการให้สะดวกรวดเร็วขึ้น', 'e12', 'e7'],
    ['เปิดโอกาสให้บุคคลภายนอกได้เข้ามามีส่วนร่วมในการปรับปรุงและพัฒนาการดำเนินงาน', 'e14', 'e8'],
    ['มีช่องทางเผยแพร่ข้อมูลที่เข้าถึงได้ง่าย', 'e6', 'e4'],
    ['ผู้รับบริการได้รับทราบข้อมูลข่าวสารอย่างชัดเจน', 'e7', 'e5'],
    ['มีช่องทางที่สามารถติชมแสดงความคิดเห็น', 'e8', 'e6'],
    ['กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ', 'ind4', 'ind4'],
    ['ตัวชี้วัดการป้องกันการทุจริต', 'ind10', 'ind10'],
    ['การแก้ไขปัญหาคอร์รัปชัน', 'ind5', 'ind5'],
  ])('"%s" is %s in 2566 and %s in 2567', (label, before, after) => {
    expect(refsByLabel(catalogue, 2566, label)).toEqual([`2566:${before}`])
    expect(refsByLabel(catalogue, 2567, label)).toEqual([`2567:${after}`])
  })

  test('a label inside a longer phrase or broken over lines is still found', () => {
    expect(refsByLabel(catalogue, 2567, 'ระดับผลการประเมินของตัวชี้วัดการป้องกันการทุจริต')).toEqual(['2567:ind10'])
    expect(refsByLabel(catalogue, 2567, 'การทำงานเกิดประโยชน์แก่ประชาชน\n  และบริการ อย่างเท่าเทียมกัน')).toEqual([
      '2567:e2',
    ])
  })

  test('the agency’s own satisfaction survey is no ITA item, and nothing is found for nothing', () => {
    expect(refsByLabel(catalogue, 2567, 'ระดับความพึงพอใจต่อบริการของ สพร. ในภาพรวม')).toEqual([])
    expect(refsByLabel(catalogue, 2567, ' ')).toEqual([])
    expect(refsByLabel(catalogue, 2567, 'การ')).toEqual([])
  })
})

test('an indicator is known by its official title or number, in whole and not in passing', () => {
  for (const [label, year, code] of [
    ['คุณภาพการดำเนินงาน', 2568, 'ind6'],
    ['คะแนนตัวชี้วัดการใช้อำนาจ', 2567, 'ind3'],
    ['ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน', 2568, 'ind6'],
    ['คะแนน ตัวชี้วัดที่ 3', 2567, 'ind3'],
  ] as const)
    expect(refsByLabel(catalogue, year, label), label).toEqual([itemRef(year, code)])
  expect(refsByLabel(catalogue, 2567, 'ประชาชนเห็นว่าการใช้อำนาจเป็นธรรม')).toEqual([])
})
