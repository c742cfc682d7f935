import { describe, expect, it, test } from 'vitest'
import { aValue, missing } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Unit } from '../../people/index.ts'
import type { MeasureFacts } from '../working/working-cycle.domain.ts'
import { answerableItems, itemAnsweredBy } from './answered-item.domain.ts'
import { copyChoice } from './copy-choice.domain.ts'
import { COPIED_PARTS, type CopiedPart, type CopySource, planCopy } from './copy-plan.domain.ts'
import { coverAfter, draftCover } from './draft-cover.domain.ts'
import { unitMeant } from './matched-units.domain.ts'
import { movedDay, movedPeriod } from './moved-period.domain.ts'

const catalogue = loadCatalogue()

describe('the item that the report of a year answers', () => {
  test.each([
    [2565, '2566:o43'],
    [2566, '2567:O35'],
    [2567, '2568:O28'],
    [2568, '2569:O26'],
  ])('of fiscal year %i it is %s', (fiscalYear, ref) => {
    expect(itemAnsweredBy(catalogue, fiscalYear)).toEqual({ ref, isOfYear: true })
  })

  it('of a year for which no framework is known it is the nearest one, and says so', () => {
    expect(itemAnsweredBy(catalogue, 2575)).toEqual({ ref: '2569:O26', isOfYear: false })
    expect(itemAnsweredBy(catalogue, 2560)).toEqual({ ref: '2566:o43', isOfYear: false })
  })

  it('an item that names another year than the one before its framework is found by the year that it names', () => {
    const other: Catalogue = {
      ...catalogue,
      frameworks: catalogue.frameworks.map((framework) => ({
        ...framework,
        items: framework.items.map((item) =>
          item.ref === '2569:O26' ? { ...item, documentYear: 2571 } : item,
        ),
      })),
    }
    expect(itemAnsweredBy(other, 2571)).toEqual({ ref: '2569:O26', isOfYear: true })
  })

  it('there is none where no framework asks for such a report', () => {
    expect(itemAnsweredBy({ ...catalogue, frameworks: [] }, 2567)).toBeNull()
  })

  it('to choose from are those of all years, the newest first', () => {
    expect(answerableItems(catalogue).map(({ ref }) => ref)).toEqual([
      '2569:O26',
      '2568:O28',
      '2567:O35',
      '2566:o43',
    ])
  })
})

describe('a period of the next year', () => {
  test.each([
    ['ม.ค. – มี.ค. 67', '2024-01-01', '2024-03-31', 'ม.ค. – มี.ค. 68', '2025-01-01', '2025-03-31'],
    ['ต.ค. 66 - ก.ย. 67', '2023-10-01', '2024-09-30', 'ต.ค. 67 - ก.ย. 68', '2024-10-01', '2025-09-30'],
    ['ต.ค. ๖๖ – ก.ย. ๖๗', '2023-10-01', '2024-09-30', 'ต.ค. 67 – ก.ย. 68', '2024-10-01', '2025-09-30'],
    ['ก.พ. 2567', '2024-02-01', '2024-02-29', 'ก.พ. 2568', '2025-02-01', '2025-02-28'],
    ['13 มี.ค. 67', '2024-03-13', '2024-03-13', '13 มี.ค. 68', '2025-03-13', '2025-03-13'],
  ])('%s moves in its own writing', (written, start, end, then, from, to) => {
    expect(movedPeriod({ written, start, end }, 1)).toEqual({ written: then, start: from, end: to })
  })

  it('what is written in another way is written as its days', () => {
    const period = { written: 'ตลอดปีงบประมาณ 2567', start: '2023-10-01', end: '2024-09-30' }
    expect(movedPeriod(period, 2)).toEqual({
      written: '1 ตุลาคม 2568 – 30 กันยายน 2569',
      start: '2025-10-01',
      end: '2026-09-30',
    })
  })

  it('a day that the other year does not have is the last of its month', () => {
    expect(movedDay('2024-02-29', 1)).toBe('2025-02-28')
    expect(movedDay('2024-02-29', 4)).toBe('2028-02-29')
    expect(movedDay('2024-12-31', 1)).toBe('2025-12-31')
  })
})

const aUnit = (id: string, unit: Partial<Unit> = {}): Unit => ({
  id,
  code: null,
  nameTh: id,
  nameEn: null,
  parentId: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...unit,
})

describe('the unit that a report means', () => {
  const units = [
    aUnit('old', { code: 'CSR', nameTh: 'ฝ่ายเดิม', validTo: '2023-09-30' }),
    aUnit('csr', { code: 'CSR', nameTh: 'ส่วนบริหารความเสี่ยง' }),
    aUnit('owner', { nameTh: 'เจ้าของบริการ' }),
  ]

  it('is the one of its code, whatever its name, and one that has not ended first', () => {
    expect(unitMeant({ name: 'ชื่ออื่น', code: 'csr' }, units)?.id).toBe('csr')
  })

  it('without a code that is known it is the one of its name, with or without spaces', () => {
    expect(unitMeant({ name: 'เจ้าของ บริการ', code: null }, units)?.id).toBe('owner')
    expect(unitMeant({ name: 'เจ้าของบริการ', code: 'XYZ' }, units)?.id).toBe('owner')
    expect(unitMeant({ name: 'ฝ่ายเดิม', code: null }, units)?.id).toBe('old')
  })

  it('is none where nothing fits, and an empty name fits nothing', () => {
    expect(unitMeant({ name: 'กองใหม่', code: 'NEW' }, units)).toBeNull()
    expect(unitMeant({ name: ' ', code: null }, [aUnit('x', { nameTh: '' })])).toBeNull()
  })
})

const facts: MeasureFacts = {
  text: aValue(plain('จัดอบรม')),
  kind: 'training',
  period: aValue({ written: 'ม.ค. – มี.ค. 67', start: '2024-01-01', end: '2024-03-31' }),
  unitIds: ['csr', 'gone'],
  personIds: ['a-person'],
  ownersWritten: 'CSR และฝ่ายที่ยุบแล้ว',
  expectedEvidence: 'รายงานการอบรม',
  budget: aValue('1000' as never),
  summary: aValue(plain('ทำแล้ว')),
  dueDay: '2024-04-15',
}
const source = (key: string, title: string): CopySource => ({
  key,
  issue: {
    facts: { title, listedTitle: null, analysis: plain('i1 ต่ำ'), limitations: [plain('คนน้อย')] },
    copiedFrom: key,
    measures: [{ facts, printedNumber: '1.', state: 'done', copiedFrom: `${key}-measure` }],
    outcomes: [],
  },
})
const units = [aUnit('csr'), aUnit('gone', { validTo: '2024-09-30', nameTh: 'ฝ่ายที่ยุบแล้ว' })]
const plan = (parts: readonly CopiedPart[], more: Partial<Parameters<typeof planCopy>[0]> = {}) =>
  planCopy({
    source: [source('one', 'ประเด็นหนึ่ง'), source('two', 'ประเด็นสอง')],
    target: null,
    copiedBefore: new Set(),
    choice: { issues: 'all', parts: new Set(parts) },
    years: 1,
    units,
    ...more,
  })

describe('what copying a year makes', () => {
  it('nothing of what was done, of people and of money comes along', () => {
    const [issue] = plan(COPIED_PARTS).issues
    expect(issue?.planned.outcomes).toEqual([])
    expect(issue?.planned.measures).toEqual([
      {
        printedNumber: '1.',
        state: 'not-started',
        copiedFrom: 'one-measure',
        facts: {
          text: facts.text,
          kind: 'training',
          period: aValue({ written: 'ม.ค. – มี.ค. 68', start: '2025-01-01', end: '2025-03-31' }),
          unitIds: ['csr'],
          personIds: [],
          ownersWritten: null,
          expectedEvidence: 'รายงานการอบรม',
          budget: missing,
          summary: missing,
          dueDay: '2025-04-15',
        },
      },
    ])
  })

  it('counts what it makes, and names the units that have ended', () => {
    expect(plan(COPIED_PARTS)).toMatchObject({
      counts: {
        issues: 2,
        measures: 2,
        withAnalysis: 2,
        limitations: 2,
        withOwners: 2,
        withEvidence: 2,
        withPeriod: 2,
      },
      endedUnits: ['ฝ่ายที่ยุบแล้ว'],
    })
  })

  test.each([
    ['analysis', { withAnalysis: 0, limitations: 2, measures: 2 }],
    ['limitations', { limitations: 0, withAnalysis: 2 }],
    ['measures', { measures: 0, withOwners: 0, withPeriod: 0, issues: 2 }],
    ['owners', { withOwners: 0, measures: 2 }],
    ['expectedEvidence', { withEvidence: 0, measures: 2 }],
    ['periods', { withPeriod: 0, measures: 2 }],
  ] as const)('without %s all else is copied', (left, counts) => {
    expect(plan(COPIED_PARTS.filter((part) => part !== left)).counts).toMatchObject(counts)
  })

  it('an issue that was not chosen, that was copied before, or whose title is there, is not copied', () => {
    expect(
      plan(COPIED_PARTS, { choice: { issues: ['two'], parts: new Set(COPIED_PARTS) } }).issues.map(
        ({ standing }) => standing,
      ),
    ).toEqual(['left-out', 'copied'])
    expect(plan(COPIED_PARTS, { copiedBefore: new Set(['one']) }).issues[0]?.standing).toBe('there')
    const target = {
      id: 'cycle',
      version: 1,
      fiscalYear: 2568,
      facts: {} as never,
      issues: [
        {
          id: 'other',
          version: 1,
          number: 1,
          measures: [],
          outcomes: [],
          facts: { title: ' ประเด็นสอง', listedTitle: null, analysis: [], limitations: [] },
        },
      ],
    }
    expect(plan(COPIED_PARTS, { target }).counts.issues).toBe(1)
  })

  it('that there is none is declared for one year alone', () => {
    const declared = { state: 'none', declaredBy: 'ก', declaredOn: '2024-01-01' } as const
    const issue = source('one', 'ก')
    const measures = issue.issue.measures.map((measure) => ({
      ...measure,
      facts: { ...facts, period: declared },
    }))
    const copied = plan(COPIED_PARTS, { source: [{ ...issue, issue: { ...issue.issue, measures } }] })
    expect(copied.issues[0]?.planned.measures[0]?.facts.period).toEqual(missing)
  })
})

describe('what is ticked', () => {
  it('is everything before anybody has chosen, and only what is ticked after', () => {
    expect(copyChoice([['from', '2567']])).toEqual({ issues: 'all', parts: new Set(COPIED_PARTS) })
    expect(
      copyChoice([
        ['chosen', '1'],
        ['issue', 'a'],
        ['issue', 'b'],
        ['part', 'measures'],
        ['part', 'summary'],
      ]),
    ).toEqual({ issues: ['a', 'b'], parts: new Set(['measures']) })
  })
})

describe('the cover of a new year', () => {
  it('is drafted from the name of the agency and the year', () => {
    const cover = draftCover({ nameTh: 'สำนักงานตัวอย่าง', shortName: 'สตย.' }, 2568)
    expect(cover.agencyLine).toBe('ของสำนักงานตัวอย่าง')
    expect(cover.yearLine).toBe('ประจำปีงบประมาณ พ.ศ. 2568')
    expect(cover.runningTitle).toContain('สตย. ประจำปีงบประมาณ พ.ศ. 2568')
    expect(cover.approvalLine).toBeNull()
  })

  it('after an earlier one keeps its words, but neither its year nor its approval', () => {
    const last = {
      ...draftCover({ nameTh: 'สำนักงานตัวอย่าง', shortName: null }, 2567),
      title: 'รายงานของเรา',
      preparedByLine: 'จัดทำโดย กองกลาง',
      approvalLine: 'เห็นชอบแล้ว',
    }
    const next = coverAfter(last, draftCover({ nameTh: 'สำนักงานตัวอย่าง', shortName: null }, 2568))
    expect(next).toMatchObject({
      title: 'รายงานของเรา',
      preparedByLine: 'จัดทำโดย กองกลาง',
      yearLine: 'ประจำปีงบประมาณ พ.ศ. 2568',
      approvalLine: null,
    })
  })
})
