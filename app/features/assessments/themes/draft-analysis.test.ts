import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { citedIn, plainText } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { contradictionsOf } from './contradictions.domain.ts'
import { draftAnalysis } from './draft-analysis.domain.ts'
import type { ThemeKey } from './theme.table.ts'

const catalogue = loadCatalogue()
type Given = readonly [code: string, value: string, n?: number]

const draftOf = (key: ThemeKey, year: number, ...scores: readonly Given[]) => {
  const found = contradictionsOf(catalogue, yearScores(year, ...scores))
  const row = found?.themes.find(({ theme }) => theme.key === key)
  if (!row) throw new Error(`no theme ${key}`)
  return draftAnalysis(row)
}
const textOf = (...given: Parameters<typeof draftOf>) => plainText(draftOf(...given))

describe('the draft of an analysis', () => {
  it('says what staff believe, and against it what the public does not see, in the pattern of the example', () => {
    const draft = draftOf(
      'work-process',
      2566,
      ['i1', '92.10', 120],
      ['i2', '95.00', 118],
      ['e1', '77.33', 412],
      ['e11', '79.69', 412],
    )
    expect(plainText(draft)).toBe(
      'เจ้าหน้าที่เชื่อมั่นว่าการปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลาที่กำหนด และมีการให้บริการแก่ผู้มาติดต่ออย่างเท่าเทียมกัน (i1-i2 ได้ 92.10 ถึง 95.00 คะแนน จากผู้ตอบ 118 ถึง 120 คน)' +
        ' อย่างไรก็ตาม ประชาชนและผู้ใช้บริการยังไม่มั่นใจเท่าที่ควรว่าการให้บริการเป็นไปตามขั้นตอนและระยะเวลาที่กำหนด (e1 ได้ 77.33 คะแนน จากผู้ตอบ 412 คน)' +
        ' และการบริการดีขึ้นกว่าเดิม (e11 ได้ 79.69 คะแนน จากผู้ตอบ 412 คน)',
    )
    expect(citedIn(draft)).toEqual(['2566:i1', '2566:i2', '2566:e1', '2566:e11'])
  })

  it('says what is disclosed although the public does not see it', () => {
    expect(textOf('publicity', 2567, ['e4', '70'], ['O1', '100'], ['O2', '100'])).toBe(
      'ประชาชนและผู้ใช้บริการยังไม่มั่นใจเท่าที่ควรว่าช่องทางการเผยแพร่ข้อมูลเข้าถึงได้ง่าย (e4 ได้ 70.00 คะแนน)' +
        ' ทั้งที่หน่วยงานเปิดเผยข้อมูลเกี่ยวกับโครงสร้าง และข้อมูลผู้บริหาร ครบถ้วนตามเกณฑ์ (O1-O2)',
    )
  })

  it('names what is not disclosed in full beside what is', () => {
    expect(textOf('anti-corruption', 2566, ['i25', '98'], ['o28', '0'], ['o43', '100'])).toBe(
      'เจ้าหน้าที่เชื่อมั่นว่าผู้บริหารสูงสุดให้ความสำคัญกับการต่อต้านการทุจริต (i25 ได้ 98.00 คะแนน)' +
        ' ทั้งนี้ หน่วยงานเปิดเผยข้อมูลเกี่ยวกับรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ครบถ้วนตามเกณฑ์ (o43)' +
        ' แต่การเปิดเผยข้อมูลเกี่ยวกับช่องทางแจ้งเรื่องร้องเรียนการทุจริต (o28 ได้ 0.00 คะแนน) ยังไม่ครบถ้วนตามเกณฑ์',
    )
  })

  it('says that views agree where they do', () => {
    expect(textOf('service', 2567, ['i1', '95'], ['e1', '90'], ['O25', '100'])).toBe(
      'เจ้าหน้าที่เชื่อมั่นว่าการปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลาที่กำหนด (i1 ได้ 95.00 คะแนน)' +
        ' ซึ่งสอดคล้องกับประชาชนและผู้ใช้บริการที่เห็นว่าการให้บริการเป็นไปตามขั้นตอนและระยะเวลาที่กำหนด (e1 ได้ 90.00 คะแนน)' +
        ' ซึ่งสอดคล้องกับการเปิดเผยข้อมูลของหน่วยงานเกี่ยวกับการเปิดโอกาสให้เกิดการมีส่วนร่วม ที่ครบถ้วนตามเกณฑ์ (O25)',
    )
  })

  it('names within one view what is weak beside what is not', () => {
    expect(textOf('state-property', 2566, ['i19', '98'], ['i22', '71.5'], ['i23', '80'])).toBe(
      'เจ้าหน้าที่เชื่อมั่นว่าไม่มีการนำทรัพย์สินของราชการไปใช้เพื่อประโยชน์ส่วนตัว (i19 ได้ 98.00 คะแนน)' +
        ' แต่ยังไม่มั่นใจเท่าที่ควรว่าบุคคลภายนอกไม่ได้นำทรัพย์สินของราชการไปใช้โดยไม่ได้รับอนุญาต (i22 ได้ 71.50 คะแนน)' +
        ' และรู้แนวปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง (i23 ได้ 80.00 คะแนน)',
    )
  })

  it('quotes the indicator where no item is known', () => {
    const draft = draftOf('anti-corruption', 2567, ['ind5', '98.43'], ['ind10', '80'])
    expect(plainText(draft)).toBe(
      'ผลการประเมินการรับรู้ของเจ้าหน้าที่ในตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้ 98.43 คะแนน ซึ่งถึงเกณฑ์' +
        ' อย่างไรก็ตาม ผลการประเมินการเปิดเผยข้อมูลในตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้ 80.00 คะแนน ซึ่งต่ำกว่าเกณฑ์',
    )
    expect(citedIn(draft)).toEqual(['2567:ind5', '2567:ind10'])
  })

  it('is empty where nothing is known, and speaks of no item that has no score', () => {
    expect(draftOf('service', 2567)).toEqual([])
    expect(citedIn(draftOf('service', 2567, ['e1', '70']))).toEqual(['2567:e1'])
  })

  it('claims neither a rise nor a cause', () => {
    const scores = catalogue.frameworks
      .find(({ year }) => year === 2566)
      ?.items.map(({ code }, at): Given => [code, at % 3 === 0 ? '70' : '100', 50])
    for (const { views } of contradictionsOf(catalogue, yearScores(2566, ...(scores ?? [])))?.themes ?? [])
      expect(plainText(draftAnalysis({ views }))).not.toMatch(/เพิ่มขึ้น|สูงขึ้น|ลดลง|เนื่องจาก|เพราะ|ส่งผล/u)
  })
})
