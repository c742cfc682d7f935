import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import { plain, plainText } from '../../../kernel/rich-text.ts'
import type { Score } from '../../assessments/index.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { OutcomeFact, ScoreFact } from '../cycle.domain.ts'
import { newLedger } from '../importers/ledger.domain.ts'
import { factsIn } from '../importers/rules/outcome-facts.domain.ts'
import { draftSentence } from './draft-sentence.domain.ts'
import { makeFact, type TypedFact } from './fact-form.domain.ts'
import { earlierScores, whyNoEarlier } from './pairing.domain.ts'
import { lineStating, withQuotes } from './quote.domain.ts'

const catalogue = loadCatalogue()
const aScore = (year: number, code: string, value: string): Score => ({
  id: `${year}-${code}`,
  year,
  ref: itemRef(year, code),
  value,
  nAnswered: null,
  nRequired: null,
  source: { fileName: 'scores.csv', sheet: null, row: 1, importedAt: new Date(0) },
})
const SCORES = [
  aScore(2567, 'e1', '89.10'),
  aScore(2567, 'ind6', '92.79'),
  aScore(2566, 'e1', '77.33'),
  aScore(2566, 'ind6', '86.57'),
  aScore(2566, 'o1', '100'),
]
const ground = { fiscalYear: 2567, catalogue, scores: SCORES }
const made = (typed: TypedFact): OutcomeFact => {
  const result = makeFact(typed, ground)
  return result.ok ? result.value.fact : expect.fail(JSON.stringify(result.error))
}
const readBack = (fact: OutcomeFact) =>
  factsIn(draftSentence(fact, 2567), 1, {
    catalogue,
    resultsYear: 2566,
    fiscalYear: 2567,
    ledger: newLedger(() => ({ th: '', en: '' })),
  })

describe('a pair of scores', () => {
  it('finds its earlier side by the crosswalk and says whether the two are comparable', () => {
    const [after] = SCORES
    if (!after) throw new Error('no score')
    const [earlier] = earlierScores(catalogue, SCORES, after)
    expect(earlier?.score.id).toBe('2566-e1')
    expect(['yes', 'no', 'unknown']).toContain(earlier?.relation.comparable)
    expect(earlier?.relation.rationale.th).not.toBe('')
    const indicator = SCORES[1] as Score
    expect(
      earlierScores(catalogue, SCORES, indicator).map(({ score, relation }) => [
        score.id,
        relation.comparable,
      ]),
    ).toEqual([['2566-ind6', 'unknown']])
  })

  it('never has a result of the same or a later year before it', () => {
    for (const score of SCORES)
      for (const { score: earlier } of earlierScores(catalogue, SCORES, score))
        expect(earlier.year).toBeLessThan(score.year)
  })

  it('tells why nothing stands before', () => {
    expect(whyNoEarlier(catalogue, itemRef(2567, 'e1'))).toBe('not-imported')
    expect(whyNoEarlier(catalogue, itemRef(2564, 'i1'))).toBe('not-known')
  })

  it('quotes what was imported, whatever was typed beside it', () => {
    const typed = { kind: 'score', afterScore: '2567-ind6', beforeScore: '2566-ind6', afterValue: '99' }
    expect(makeFact(typed, ground)).toMatchObject({
      ok: true,
      value: {
        picked: { before: '2566-ind6', after: '2567-ind6' },
        fact: {
          before: { year: 2566, value: '86.57', of: '2566:ind6' },
          after: { year: 2567, value: '92.79', of: '2567:ind6' },
        },
      },
    })
  })

  it('is refused where a result is unknown or the earlier one is not earlier', () => {
    const faults = (typed: TypedFact) => {
      const result = makeFact(typed, ground)
      return result.ok ? [] : result.error
    }
    expect(faults({ kind: 'score', afterScore: 'x' })).toEqual([
      { field: 'afterScore', code: 'fact.unknown-score' },
    ])
    expect(faults({ kind: 'score', afterScore: '2566-e1', beforeScore: '2567-e1' })).toEqual([
      { field: 'beforeScore', code: 'fact.unknown-score' },
    ])
  })
})

describe('figures that are typed', () => {
  it('are decimal text, in Thai digits too, and of no result', () => {
    const typed = { kind: 'percentage', label: ' ความพึงพอใจ ', afterValue: '๘๕.๖ %', beforeValue: '85' }
    expect(makeFact(typed, ground)).toEqual({
      ok: true,
      value: {
        picked: null,
        fact: {
          kind: 'percentage',
          label: 'ความพึงพอใจ',
          before: { year: 2566, value: '85', of: null },
          after: { year: 2567, value: '85.6', of: null },
          unit: 'ร้อยละ',
          quote: '',
        },
      },
    })
  })

  it('are refused at their field', () => {
    const codes = (typed: TypedFact) => {
      const result = makeFact(typed, ground)
      return result.ok ? [] : result.error.map(({ field, code }) => `${field} ${code}`)
    }
    expect(codes({ kind: 'score', afterValue: '101' })).toEqual([
      'label fact.no-label',
      'afterValue fact.bad-value',
    ])
    expect(codes({ kind: 'score', label: 'ก' })).toEqual(['afterValue fact.no-value'])
    expect(codes({ kind: 'percentage', label: 'ก', afterValue: '-1', afterYear: 'x' })).toEqual([
      'afterValue fact.bad-value',
      'afterYear fact.bad-year',
    ])
    expect(
      codes({ kind: 'score', label: 'ก', afterValue: '1', beforeValue: '1', beforeYear: '2567' }),
    ).toEqual(['beforeYear fact.bad-year'])
    expect(codes({ kind: 'score', label: 'ก', afterValue: '1', item: 'e99' })).toEqual([
      'item fact.unknown-item',
    ])
    expect(codes({ kind: 'other' })).toEqual(['kind fact.unknown-kind'])
  })
})

describe('the sentence that is drafted', () => {
  const pair = made({ kind: 'score', afterScore: '2567-ind6', beforeScore: '2566-ind6' })

  it('says label, years, values and where they can be looked up', () => {
    expect(plainText(draftSentence(pair, 2567))).toBe(
      'ตัวชี้วัดคุณภาพการดำเนินงาน จาก ปี พ.ศ. 2566 ที่ระดับ 86.57 คะแนน เพิ่มขึ้นเป็น 92.79 คะแนน (ปี พ.ศ. 2567 ตัวชี้วัด ind6)',
    )
  })

  it('is read back by an import as the same fact', () => {
    const facts = [
      pair,
      made({ kind: 'score', afterScore: '2567-ind6' }),
      made({ kind: 'percentage', label: 'ความพึงพอใจ', afterValue: '85.6', beforeValue: '85' }),
      made({ kind: 'percentage', label: 'ความพึงพอใจ', afterValue: '80', beforeValue: '85' }),
      made({ kind: 'percentage', label: 'ความพึงพอใจ', afterValue: '85', beforeValue: '85' }),
      made({ kind: 'percentage', label: 'ความพึงพอใจ', afterValue: '85.6' }),
    ]
    for (const fact of facts) {
      const [read, ...others] = readBack(fact)
      expect(others).toEqual([])
      expect({ ...read, quote: '' }).toEqual(fact)
    }
    for (const kind of ['absence', 'completion'] as const)
      expect(readBack({ kind, quote: '' }).map((fact) => fact.kind)).toEqual([kind])
  })
})

describe('the passage that states a fact', () => {
  const fact = made({ kind: 'percentage', label: 'ก', afterValue: '85.60', beforeValue: '85' })
  const text = [...plain('เรื่องอื่น 85'), ...plain('จาก ๘๕ เป็น 85.6'), ...plain('ท้าย')]

  it('is the line with its values, whatever their writing', () => {
    expect(lineStating(fact, text)).toBe('จาก ๘๕ เป็น 85.6')
    expect(lineStating({ kind: 'absence', quote: '' }, plain('ไม่มีเรื่องร้องเรียน'))).toBe('ไม่มีเรื่องร้องเรียน')
    expect(lineStating({ kind: 'completion', quote: '' }, text)).toBeNull()
  })

  it('stays as it was read while the text still says it, and is the whole text where no line states it', () => {
    expect(withQuotes([{ ...(fact as ScoreFact), quote: 'เป็น 85.6' }], text)[0]?.quote).toBe('เป็น 85.6')
    expect(withQuotes([fact], plain('ไม่มีตัวเลข'))[0]?.quote).toBe('ไม่มีตัวเลข')
  })
})
