import { describe, expect, test } from 'vitest'
import { aCatalogue, aPair } from '../../../../tests/support/catalogue-builders.ts'
import { aCycle, aMeasure, anOutcome, aScore, cited } from '../../../../tests/support/cycle-builders.ts'
import { found, withIssues } from '../../../../tests/support/finding-places.ts'
import { aValue, missing } from '../../../kernel/field.ts'
import type { CrosswalkPair } from '../../catalogue/index.ts'
import type { Issue, SuspectedFault } from '../../improvement/index.ts'
import { findFindings } from './find-findings.domain.ts'

describe('a weak item', () => {
  const pairs: readonly CrosswalkPair[] = [
    aPair('e1', 'e1', 'yes'),
    aPair('e10', null, 'no', 'inferred'),
    aPair('e15', null, 'no', 'unverified'),
    { ...aPair('e8', 'e6', 'no', 'inferred'), relationship: 'intersect' as const },
    { ...aPair('e11', 'e6', 'unknown', 'inferred'), relationship: 'intersect' as const },
  ]
  const judge = (analysis: string) =>
    found('item', withIssues({ analysis: cited(analysis) }), aCatalogue({ pairs }))

  test.each([
    'ดีทุกด้าน ([e1]) อย่างไรก็ตาม ช่องทางเข้าถึงยาก ([e10])',
    'ดีทุกด้าน อย่างไรก็ดี ช่องทางเข้าถึงยาก ([e10])',
    'ดีทุกด้าน แต่ช่องทางเข้าถึงยาก ([e10])',
    'ผู้ใช้บริการกลับเห็นว่าช่องทางเข้าถึงยาก ([e10])',
    '*ช่องทางเข้าถึงยาก ([e10])*',
    'ประชาชนไม่ทราบช่องทาง ([e10])',
    'ดีทุกด้าน ([e1]) และควรมีการปรับปรุงช่องทาง ([e10])',
    'เข้าถึงช่องทางได้ แต่ตอบช้า ([e9]) และหาไม่พบ ([e8])',
  ])('that the next year no longer asks is found in “%s”', (analysis) => {
    expect(judge(analysis)).toEqual(['1.- item.weak-not-measured-again'])
  })

  test.each([
    ['it is cited as a strength', 'เข้าถึงช่องทางได้ ([e10])'],
    ['it is cited before the turn', 'เข้าถึงช่องทางได้ ([e10]) แต่ขั้นตอนไม่ชัด ([e1])'],
    ['the words only look like a turn', 'ตั้งแต่การบรรจุ แต่งตั้ง แต่ละคน และส่งกลับ ([e10])'],
    ['it only emphasises or reflects', 'ไม่พบปัญหาแต่อย่างใด แม้แต่น้อย ป้อนกลับ สะท้อนกลับ และกลับเข้ารับราชการ ([e10])'],
    ['the analysis has turned back', 'แต่ขั้นตอนไม่ชัด ([e1]) ซึ่งมีความสอดคล้องกับช่องทาง ([e10])'],
    ['the next year may still compare', 'แต่ตอบคำถามช้า ([e11])'],
    ['the next year asks it again', 'แต่ขั้นตอนไม่ชัด ([e1])'],
    ['nobody has checked that the next year does not ask it', 'แต่ควรโปร่งใสกว่านี้ ([e15])'],
    ['the crosswalk does not know it', 'แต่ตอบคำถามช้า ([e9])'],
  ])('is no finding when %s', (_why, analysis) => {
    expect(judge(analysis)).toEqual([])
  })

  test('is not found in a paragraph after the one that turns', () => {
    const analysis = [...cited('แต่ขั้นตอนไม่ชัด ([e1])'), ...cited('เข้าถึงช่องทางได้ ([e10])')]
    expect(found('item', withIssues({ analysis }), aCatalogue({ pairs }))).toEqual([])
  })

  test('cited with others in one passage is one finding, said as far as the sources show', () => {
    const message = (rows: typeof pairs) =>
      findFindings({
        cycle: withIssues({ analysis: cited('แต่ตอบช้า ([e8], [e10])') }),
        catalogue: aCatalogue({ pairs: rows }),
        rule: null,
        suspectedFaults: [],
      })
        .filter(({ code }) => code.startsWith('item'))
        .map(({ message, evidence }) => [message.en, ...evidence])
    const [[inferred, ...evidence] = [], ...others] = message(pairs)
    expect(others).toEqual([])
    expect(inferred).toContain('items e8 and e10 of 2566, but as far as the sources show no item of 2567')
    expect(evidence).toEqual(['แต่ตอบช้า (e8, e10)'])
    const sourced = pairs.map((pair) => ({ ...pair, certainty: 'sourced' as const }))
    expect(message(sourced)[0]?.[0]).toContain('of 2566, but no item of 2567')
  })

  test('cited twice in one analysis is found once', () => {
    expect(judge('แต่เข้าถึงยาก ([e10]) และหาไม่พบ ([e10])')).toHaveLength(1)
  })
})

describe('an outcome without source', () => {
  const judge = (text: string, facts: Parameters<typeof anOutcome>[0] = {}) =>
    found('outcome', withIssues({ outcomes: [anOutcome({ text: aValue(cited(text)), ...facts })] }))
  const finding = ['1.1 outcome.without-citation']
  const absence = { kind: 'absence', quote: 'ไม่มีเรื่องร้องเรียน' } as const
  const completion = { kind: 'completion', quote: 'ครบทุกกิจกรรม' } as const
  const survey = aScore({
    label: 'ความพึงพอใจ',
    before: ['85', null],
    after: ['85.6', null],
    quote: 'ร้อยละ 85.6',
  })

  test('is one whose score names no item, that claims an absence, or that only speaks in general', () => {
    expect(judge('พึงพอใจร้อยละ 85.6', { facts: [survey] })).toEqual(finding)
    expect(judge('ไม่มีเรื่องร้องเรียน', { facts: [absence] })).toEqual(finding)
    expect(judge('ประชาชนเชื่อมั่นมากขึ้น')).toEqual(finding)
  })
  test('is not one that cites an item or names a source', () => {
    expect(judge('ไม่มีเรื่องร้องเรียน ([o29])', { facts: [absence] })).toEqual([])
    expect(judge('จากแบบสำรวจ พึงพอใจร้อยละ 85.6', { facts: [survey] })).toEqual([])
    expect(judge('ประชาชนเชื่อมั่นมากขึ้น ตามรายงานผลการสำรวจ')).toEqual([])
    expect(judge('คะแนน 89.10', { facts: [aScore({})] })).toEqual([])
    expect(judge('ครบทุกกิจกรรม', { facts: [completion] })).toEqual([])
  })
  test('the source of one figure does not stand for another one beside it', () => {
    const facts = [survey, aScore({ quote: 'ขั้นตอน [e1] 89.10' })]
    expect(judge('ร้อยละ 85.6 และขั้นตอน [e1] 89.10', { facts })).toEqual(finding)
  })
})

describe('an empty outcome', () => {
  const two = [aMeasure(), aMeasure({ number: 2 })]
  const judge = (...outcomes: Issue['outcomes']) =>
    found('outcome.empty', withIssues({ measures: two, outcomes }))

  test('that no shared outcome covers is found at its measure', () => {
    expect(judge(anOutcome())).toEqual(['1.2 outcome.empty-not-covered'])
    expect(judge(anOutcome(), anOutcome({ covers: [2], text: missing }))).toEqual([
      '1.2 outcome.empty-not-covered',
    ])
    expect(judge()).toHaveLength(2)
  })
  test('is no finding when it is covered or declared none', () => {
    expect(judge(anOutcome({ covers: [1, 2] }))).toEqual([])
    const none = { state: 'none', declaredBy: 'CSR', declaredOn: '2024-09-30' } as const
    expect(judge(anOutcome(), anOutcome({ covers: [2], text: none }))).toEqual([])
  })
})

describe('a summary that only says the work was not done', () => {
  const judge = (summary: string) =>
    found('summary', withIssues({ measures: [aMeasure({ summary: aValue(cited(summary)) })] }))

  test.each(['ไม่มีการดำเนินการ', '- ยังไม่ได้ดำเนินการ', 'ยังไม่ดำเนินการ', 'อยู่ระหว่างดำเนินการ'])(
    '“%s” is found',
    (text) => {
      expect(judge(text)).toEqual(['1.1 summary.not-done'])
    },
  )
  test.each(['อยู่ระหว่างดำเนินการระยะที่สอง ระยะแรกแล้วเสร็จ', 'ไม่มี'])('“%s” is no finding', (text) => {
    expect(judge(text)).toEqual([])
  })
})

describe('a suspected fault', () => {
  const fault = (text: string): SuspectedFault => ({ line: 1, text, suspect: 'manual', sure: true })
  const judge = (...faults: SuspectedFault[]) => found('text', aCycle(), aCatalogue(), faults)

  test('stands where its words stand, over white space, or with the whole report when they are found nowhere', () => {
    expect(judge(fault('service   manual'))).toEqual(['1.1 text.suspected-fault'])
    expect(judge(fault('steps unclear'))).toEqual(['1.- text.suspected-fault'])
    expect(judge(fault('nowhere'))).toEqual(['-.- text.suspected-fault'])
  })
  test('is not found where the importer suspected none', () => {
    expect(judge()).toEqual([])
  })
})

test('what concerns the whole report comes first, then issue by issue and measure by measure', () => {
  const cycle = withIssues(
    { measures: [aMeasure(), aMeasure({ number: 2 })], outcomes: [] },
    { outcomes: [] },
  )
  const faults = [{ line: 1, text: 'nowhere', suspect: '', sure: false }]
  expect(found('', cycle, aCatalogue(), faults).map((text) => text.split(' ')[0])).toEqual([
    '-.-',
    '1.1',
    '1.2',
    '2.1',
  ])
})
