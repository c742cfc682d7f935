import { describe, expect, test } from 'vitest'
import { aCatalogue, aPair } from '../../../../tests/support/catalogue-builders.ts'
import { anOutcome, aScore, cited } from '../../../../tests/support/cycle-builders.ts'
import { found, withIssues, withScores } from '../../../../tests/support/finding-places.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Certainty } from '../../catalogue/index.ts'
import { findFindings } from './find-findings.domain.ts'

describe('the same value twice', () => {
  const twice = (a: Parameters<typeof aScore>[0], b: Parameters<typeof aScore>[0]) =>
    found(
      'score.same',
      withIssues(
        { outcomes: [anOutcome({ facts: [aScore(a)] })] },
        { outcomes: [anOutcome({ facts: [aScore(b)] })] },
      ),
    )

  test('under two labels in one year is found across issues, however many places it is written with', () => {
    expect(
      twice(
        { label: 'A', before: null, after: ['85.2', 'e1'] },
        { label: 'B', before: null, after: ['85.20', 'e2'] },
      ),
    ).toEqual(['1.- score.same-value-twice'])
  })

  test('three issues are listed with “and” before the last', () => {
    const outcomes = (label: string) => [anOutcome({ facts: [aScore({ label, before: null })] })]
    const [finding] = findFindings({
      cycle: withIssues(...['A', 'B', 'C'].map((label) => ({ outcomes: outcomes(label) }))),
      catalogue: aCatalogue(),
      rule: null,
      suspectedFaults: [],
    }).filter(({ code }) => code.startsWith('score.same'))
    expect(finding?.where).toEqual({ th: 'ประเด็นที่ 1, 2 และ 3', en: 'Issues 1, 2 and 3' })
  })

  test.each(['', 'คะแนน'])('without a label (“%s”) it is no finding', (label) => {
    expect(twice({ label, before: null }, { label: 'A', before: null })).toEqual([])
  })

  test('under one label, in different years, or at an end of the scale it is no finding', () => {
    expect(twice({ label: 'A', before: null }, { label: ' A ', before: null })).toEqual([])
    expect(
      twice(
        { label: 'A', before: ['70', 'e1'], after: ['80', 'e1'] },
        { label: 'B', before: ['80', 'e2'], after: ['90', 'e2'] },
      ),
    ).toEqual([])
    expect(
      twice(
        { label: 'A', before: null, after: ['100', 'e1'] },
        { label: 'B', before: null, after: ['100.00', 'e2'] },
      ),
    ).toEqual([])
  })
})

describe('a score pair', () => {
  const pairs = [aPair('e1', 'e1', 'yes'), aPair('e5', 'e2', 'no'), aPair('e6', 'e4', 'unknown')]
  const judge = (before: string | null, after: string | null) =>
    found(
      'score',
      withScores(aScore({ before: ['70', before], after: ['80', after] })),
      aCatalogue({ pairs }),
    )

  test('of different questions is not comparable', () => {
    expect(judge('e5', 'e2')).toEqual(['1.1 score.not-comparable'])
  })
  test('is told apart with certainty only where a source says so', () => {
    const message = (certainty: Certainty) =>
      findFindings({
        cycle: withScores(aScore({ before: ['70', 'e5'], after: ['80', 'e2'] })),
        catalogue: aCatalogue({ pairs: [aPair('e5', 'e2', 'no', certainty)] }),
        rule: null,
        suspectedFaults: [],
      }).find(({ code }) => code === 'score.not-comparable')?.message.en
    expect(message('sourced')).toContain('which ask different questions')
    expect(message('inferred')).toContain('which as far as the sources show ask different questions')
  })
  test('that nobody confirmed, or the crosswalk does not know, has unknown comparability', () => {
    expect(judge('e6', 'e4')).toEqual(['1.1 score.comparability-unknown'])
    expect(judge('e1', 'e9')).toEqual(['1.1 score.comparability-unknown'])
  })
  test('of the same question is no finding, nor is one that names no item', () => {
    expect(judge('e1', 'e1')).toEqual([])
    expect(judge(null, 'e1')).toEqual([])
  })
})

describe('a claim that all indicators rose', () => {
  const catalogue = aCatalogue({
    items: [
      ['e6', 'ind7'],
      ['e7', 'ind7'],
      ['e8', 'ind7'],
    ],
  })
  const judge = (text: string, ...before: string[]) =>
    found(
      'claim',
      withIssues({
        analysis: cited('เข้าถึงยาก ([e6]) ไม่ชัด ([e7]) และเจ้าหน้าที่รู้ ([i1])'),
        outcomes: [
          anOutcome({
            text: aValue(plain(text)),
            facts: before.map((code) => aScore({ label: code, before: ['70', code] })),
          }),
        ],
      }),
      catalogue,
    )
  const claim = 'คะแนนเพิ่มสูงขึ้นจากปี 2566 ทุกตัวชี้วัด'

  test('while a cited item of the same instrument has no score shown is found', () => {
    expect(judge(claim, 'e6')).toEqual(['1.1 claim.all-rose-not-all-shown'])
  })
  test.each(['คะแนนสูงขึ้นทุกข้อ', 'ทุกด้านมีคะแนนเพิ่มขึ้น', 'ทุกประเด็นเพิ่มสูงขึ้นจากปีก่อน'])(
    '“%s” is such a claim',
    (text) => {
      expect(judge(text, 'e6')).toEqual(['1.1 claim.all-rose-not-all-shown'])
    },
  )
  test.each(['คะแนนเพิ่มขึ้น และเผยแพร่ครบทุกข้อ', 'คะแนนเพิ่มขึ้นหลังเผยแพร่ทุกข้อมูล', 'คะแนนไม่ได้เพิ่มขึ้นทุกตัวชี้วัด'])(
    '“%s” is none',
    (text) => {
      expect(judge(text, 'e6')).toEqual([])
    },
  )
  test('is no finding when every cited item is shown, by itself or within its indicator', () => {
    expect(judge(claim, 'e6', 'e7')).toEqual([])
    expect(judge(claim, 'ind7')).toEqual([])
  })
  test('is no finding without the claim, or without any item to hold against it', () => {
    expect(judge('คะแนนเพิ่มสูงขึ้น', 'e6')).toEqual([])
    expect(judge(claim)).toEqual([])
  })
})

describe('a rise that the text claims', () => {
  const judge = (quote: string, before: string, after: string, text = quote) =>
    found(
      'claim.rise',
      withIssues({
        outcomes: [
          anOutcome({
            text: aValue(plain(text)),
            facts: [aScore({ before: [before, 'e1'], after: [after, 'e1'], quote })],
          }),
        ],
      }),
    )
  const finding = ['1.1 claim.rise-but-fell']

  test('while the later value is lower or the same is found', () => {
    expect(judge('คะแนนเพิ่มสูงขึ้น จาก 90.00 เป็น 85', '90.00', '85')).toEqual(finding)
    expect(judge('คะแนนสูงขึ้น จาก 85 เป็น 85.00', '85', '85.00')).toEqual(finding)
    expect(judge('จาก 90 เป็น 85', '90', '85', 'คะแนนเพิ่มขึ้นทุกตัวชี้วัด\nจาก 90 เป็น 85')).toEqual(finding)
  })
  test('is no finding when it rose, when no rise is claimed, or when a fall is told too', () => {
    expect(judge('คะแนนเพิ่มขึ้น จาก 9.5 เป็น 10', '9.5', '10')).toEqual([])
    expect(judge('คะแนน จาก 90 เป็น 85', '90', '85')).toEqual([])
    expect(judge('คะแนนไม่เพิ่มขึ้น จาก 90 เป็น 85', '90', '85')).toEqual([])
    expect(judge('บางข้อเพิ่มขึ้น บางข้อลดลง จาก 90 เป็น 85', '90', '85')).toEqual([])
  })
})
