import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import type { Language } from '../../../i18n/language.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../../catalogue/index.ts'
import type { PrintedTotal } from '../results/result.domain.ts'
import { yearOverview } from '../results/year-overview.domain.ts'
import { LevelCard } from './level-card.tsx'

type Row = readonly [part: PrintedTotal['part'], value: string, outOf: string | null]
/** The words of the card of a year with these printed totals. */
function cardOf(
  year: number,
  rows: readonly Row[],
  lang: Language = 'th',
  nAnswered: number | null = null,
): string {
  const framework = frameworkOf(loadCatalogue(), year) as Framework
  const totals = rows.map(([part, value, outOf]) => ({
    id: part,
    year,
    part,
    value,
    outOf,
    nAnswered,
    nRequired: nAnswered === null ? null : 400,
    source: { fileName: 'totals.csv', sheet: null, row: 2, importedAt: new Date(0) },
  }))
  const overview = yearOverview(framework, { ...yearScores(year), totals })
  return renderToStaticMarkup(<LevelCard lang={lang} overview={overview} />).replace(/<[^>]+>/gu, '|')
}

const HELD: readonly Row[] = [
  ['IIT', '28.50', '30'],
  ['EIT', '25.23', '30'],
  ['OIT', '39.00', '40'],
  ['total', '92.73', '100'],
]

describe('the card of the level', () => {
  it('says which instrument holds the level down, and how far it is from the bound', () => {
    const card = cardOf(2567, HELD)
    expect(card).toContain('ได้ “ผ่าน” แทน “ผ่านดี” เพราะ EIT ต่ำกว่า 85')
    expect(card).toContain('EIT ขาด 0.90 คะแนน จึงจะถึง 85')
    expect(card).toContain('คะแนนรวมถึงเกณฑ์แล้ว')
    expect(cardOf(2567, HELD, 'en')).toContain('because EIT is below 85')
  })

  it('shows the announced level first, and that of the rules beside it', () => {
    const card = cardOf(2567, [...HELD, ['level', 'good', null]])
    expect(card).toContain('ระดับที่ประกาศ: ผ่านดี')
    expect(card).toContain('ตามเกณฑ์ของปีนี้: ผ่าน')
  })

  it('shows how many answered of how many that had to, where a source says so', () => {
    expect(cardOf(2567, HELD)).not.toContain('ผู้ตอบ')
    expect(cardOf(2567, HELD, 'th', 412)).toContain('412 จาก 400')
  })

  it('says plainly what is missing where there is no level', () => {
    expect(cardOf(2567, HELD.slice(0, 2))).toContain('ยังไม่มีคะแนน OIT, คะแนนรวม')
  })

  it('says of a level by rules that nobody checked that it is so', () => {
    expect(cardOf(2566, [['total', '91.00', '100']])).toContain('เกณฑ์ระดับของปีนี้ยังไม่ยืนยันกับคู่มือ')
  })
})
