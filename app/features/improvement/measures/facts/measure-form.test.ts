import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureFacts } from '../../../../../tests/support/working-builders.ts'
import { aValue, missing } from '../../../../kernel/field.ts'
import { plain } from '../../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import type { MeasureFacts } from '../../working/working-cycle.domain.ts'
import {
  EMPTY_MEASURE,
  type MeasureGround,
  readMeasure,
  readNewMeasure,
  saysSomething,
  shownMeasure,
  type TypedMeasure,
  warningsOf,
} from './measure-form.domain.ts'

const unit = (id: string, code: string | null, nameTh: string, validTo: string | null = null) => ({
  id,
  code,
  nameTh,
  nameEn: null,
  validTo,
})
const units = [
  unit('u1', 'CSR', 'ส่วน บริการและสังคม'),
  unit('u2', 'DCM', 'ส่วน การตลาดและการสื่อสาร'),
  unit('u3', null, 'ฝ่ายกฎหมาย'),
  unit('u4', 'OLD', 'ส่วนเดิม', '2023-09-30'),
]
const ground: MeasureGround = {
  fiscalYear: 2567,
  catalogue: await loadCatalogue(),
  units,
  personIds: ['p1', 'p2'],
  by: 'สมหญิง',
  today: '2024-02-01',
}
const read = (typed: TypedMeasure, was: MeasureFacts = EMPTY_MEASURE) => readMeasure(typed, was, ground)
const faultsOf = (typed: TypedMeasure, was?: MeasureFacts) => {
  const result = read(typed, was)
  return result.ok ? [] : result.error.map(({ field, code }) => [field, code])
}
const factsOf = (typed: TypedMeasure, was?: MeasureFacts) => {
  const result = read(typed, was)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a period as it is typed', () => {
  const period = { written: 'ม.ค. – มี.ค. 67', start: '2024-01-01', end: '2024-03-31' }

  it('a month is its first and its last day, and the report prints the months', () => {
    expect(factsOf({ from: 'ม.ค. 67', to: 'มี.ค. 67' })).toEqual({ period: aValue(period) })
    expect(factsOf({ from: '๑/๒๕๖๗', to: 'มีนาคม 2567' })).toEqual({ period: aValue(period) })
  })

  it('a whole range may be typed into the first field, and one month alone is that month', () => {
    expect(factsOf({ from: 'ม.ค. – มี.ค. 67', to: '' })).toEqual({ period: aValue(period) })
    expect(factsOf({ from: 'มี.ค. 67', to: '' }).period).toMatchObject({
      value: { written: 'มี.ค. 67', start: '2024-03-01', end: '2024-03-31' },
    })
  })

  it('a month without a year is the one of the fiscal year', () => {
    expect(factsOf({ from: 'ต.ค.', to: '15 ก.ย.' }).period).toMatchObject({
      value: { written: '1 ต.ค. 66 – 15 ก.ย. 67', start: '2023-10-01', end: '2024-09-15' },
    })
  })

  it('days are days, however they are written', () => {
    expect(factsOf({ from: '1/10/2566', to: '2024-03-15' }).period).toMatchObject({
      value: { written: '1 ต.ค. 66 – 15 มี.ค. 67' },
    })
  })

  it('one that was not changed keeps its own words', () => {
    const was = measureFacts({ period: aValue({ ...period, written: 'ไตรมาส 2/2567' }) })
    expect(factsOf({ from: 'ม.ค. 67', to: 'มี.ค. 67' }, was).period).toEqual(was.period)
    expect(factsOf({ from: '1/1/2567', to: '31/3/2567' }, was).period).toEqual(was.period)
    expect(factsOf({ from: 'ม.ค. 67', to: 'เม.ย. 67' }, was).period).toMatchObject({
      value: { written: 'ม.ค. – เม.ย. 67' },
    })
  })

  it('what cannot be read is told at its field', () => {
    expect(faultsOf({ from: '31 ก.พ. 67', to: '' })).toEqual([['from', 'period.unreadable']])
    expect(faultsOf({ from: 'ม.ค. 67', to: 'เร็ว ๆ นี้' })).toEqual([['to', 'period.unreadable']])
    expect(faultsOf({ from: '', to: 'ม.ค. 67' })).toEqual([['from', 'period.no-start']])
    expect(faultsOf({ from: 'มี.ค. 67', to: 'ม.ค. 67' })).toEqual([['to', 'period.backwards']])
  })

  it('both fields emptied make it missing, and what was declared none stays so until something is typed', () => {
    const none = { state: 'none', declaredBy: 'ก', declaredOn: '2024-01-01' } as const
    expect(factsOf({ from: '', to: '' }, measureFacts({ period: aValue(period) })).period).toEqual(missing)
    expect(factsOf({ from: '', to: '' }, measureFacts({ period: none })).period).toEqual(none)
  })

  it('outside the fiscal year it is kept, with a warning', () => {
    const facts = { ...EMPTY_MEASURE, ...factsOf({ from: 'ก.ย. 66', to: 'ต.ค. 66' }) }
    expect(warningsOf(facts, 2567)).toEqual(['period.outside-year'])
    expect(warningsOf({ ...EMPTY_MEASURE, ...factsOf({ from: 'ต.ค. 66', to: 'ก.ย. 67' }) }, 2567)).toEqual([])
  })
})

describe('owners as they are typed', () => {
  it('by code, by name, or both, in the order in which they are named', () => {
    expect(factsOf({ owners: 'dcm, CSR' }).unitIds).toEqual(['u2', 'u1'])
    expect(factsOf({ owners: 'ส่วนบริการและสังคม (CSR) และ ฝ่ายกฎหมาย' }).unitIds).toEqual(['u1', 'u3'])
    expect(factsOf({ owners: 'CSR\nCSR; DCM' }).unitIds).toEqual(['u1', 'u2'])
  })

  it('an unknown unit is told by name; one that has ended is taken only where it was already', () => {
    const result = read({ owners: 'CSR, XYZ' })
    expect(result).toMatchObject({ error: [{ field: 'owners', code: 'owners.unknown', detail: 'XYZ' }] })
    expect(faultsOf({ owners: 'OLD' })).toEqual([['owners', 'owners.ended']])
    expect(factsOf({ owners: 'OLD, CSR' }, measureFacts({ unitIds: ['u4'] })).unitIds).toEqual(['u4', 'u1'])
    expect(faultsOf({ unitIds: ['u9'] })).toEqual([['unitIds', 'owners.unknown']])
  })

  it('boxes keep the order in which the units were named', () => {
    expect(factsOf({ unitIds: ['u1', 'u2', 'u3'] }, measureFacts({ unitIds: ['u2', 'u1'] })).unitIds).toEqual(
      ['u2', 'u1', 'u3'],
    )
  })

  it('words of the report for other owners do not outlive a change of them', () => {
    const was = measureFacts({ unitIds: ['u1'], ownersWritten: 'ส่วนบริการ' })
    expect(factsOf({ owners: 'CSR, DCM' }, was)).toEqual({ unitIds: ['u1', 'u2'], ownersWritten: null })
    expect(factsOf({ owners: 'CSR' }, was)).toEqual({ unitIds: ['u1'] })
    expect(factsOf({ unitIds: ['u2'], ownersWritten: 'ฝ่ายตลาด' }, was)).toEqual({
      unitIds: ['u2'],
      ownersWritten: 'ฝ่ายตลาด',
    })
  })
})

describe('the rest of a form', () => {
  it('a budget is baht, or none by whom and when, or missing', () => {
    expect(factsOf({ budget: '๑๒,๕๐๐' }).budget).toEqual(aValue('12500'))
    expect(factsOf({ budget: '12500.50 บาท' }).budget).toEqual(aValue('12500.50'))
    const none = { state: 'none', declaredBy: 'สมหญิง', declaredOn: '2024-02-01' }
    expect(factsOf({ budget: '', budgetNone: true }).budget).toEqual(none)
    expect(factsOf({ budget: 'ไม่มี' }).budget).toEqual(none)
    expect(factsOf({ budget: '', budgetNone: false }).budget).toEqual(missing)
    expect(faultsOf({ budget: '-5' })).toEqual([['budget', 'budget.negative']])
    expect(faultsOf({ budget: '1,25' })).toEqual([['budget', 'budget.unreadable']])
    expect(faultsOf({ budget: '5', budgetNone: true })).toEqual([['budget', 'budget.both']])
  })

  it('every amount with two places or none is read back as it is shown', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
        fc.integer({ min: -1, max: 99 }),
        (baht, satang) => {
          const amount = satang < 0 ? String(baht) : `${baht}.${String(satang).padStart(2, '0')}`
          const { budget } = shownMeasure(measureFacts({ budget: aValue(amount) }), ground)
          expect(factsOf({ budget })).toEqual({ budget: aValue(amount) })
        },
      ),
    )
  })

  it('several faults are told together, each at its field', () => {
    const typed = { text: '', kind: 'party', from: 'x', owners: 'XYZ', budget: 'แพง', dueDay: 'พรุ่งนี้' }
    expect(faultsOf(typed, measureFacts()).map(([field]) => field)).toEqual([
      'text',
      'kind',
      'from',
      'owners',
      'budget',
      'dueDay',
    ])
    expect(faultsOf({ summary: 'ก'.repeat(20_001) })).toEqual([['summary', 'text.too-long']])
    expect(faultsOf({ personIds: ['p9'] })).toEqual([['personIds', 'person.unknown']])
  })

  it('a new measure has to say what is to be done', () => {
    expect(readNewMeasure({ from: 'ม.ค. 67' }, ground)).toMatchObject({
      error: [{ field: 'text', code: 'text.missing' }],
    })
    expect(readNewMeasure({ text: 'อบรม', owners: 'CSR' }, ground)).toEqual({
      ok: true,
      value: { ...EMPTY_MEASURE, text: aValue(plain('อบรม')), unitIds: ['u1'] },
    })
  })

  it('an item that the year does not have is told', () => {
    expect(read({ summary: 'ตามข้อ [[o28]] และ [[o99]]' })).toMatchObject({
      error: [{ field: 'summary', code: 'citation.unknown-item', detail: '2567:o99' }],
    })
  })

  it('characters that cannot be kept are left out', () => {
    expect(factsOf({ expectedEvidence: ' ภาพ\u0000ถ่าย\r\nรายงาน ' })).toEqual({
      expectedEvidence: 'ภาพถ่าย\nรายงาน',
    })
  })

  it('a day by which it is to be handed in may be a month, which is its last day', () => {
    expect(factsOf({ dueDay: 'มี.ค. 67' })).toEqual({ dueDay: '2024-03-31' })
    expect(factsOf({ dueDay: '' }, measureFacts({ dueDay: '2024-03-31' }))).toEqual({ dueDay: null })
  })

  it('an empty row says nothing', () => {
    expect(saysSomething({ text: ' ', from: '', unitIds: [], budgetNone: false })).toBe(false)
    expect(saysSomething({ text: '', owners: 'CSR' })).toBe(true)
  })
})

describe('a form that comes back as it was shown', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const facts = fc.record({
    text: fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => aValue(plain(text))),
    period: fc.oneof(
      fc.constant(missing),
      fc
        .tuple(day, day)
        .map(([a, b]) => aValue({ written: 'ตามแผน', start: a < b ? a : b, end: a < b ? b : a })),
    ),
    unitIds: fc.uniqueArray(fc.constantFrom('u1', 'u2', 'u3', 'u4')),
    ownersWritten: fc.constantFrom(null, 'เจ้าของบริการ'),
    expectedEvidence: fc.option(fc.string({ minLength: 1 })),
    dueDay: fc.option(day),
  })

  it('changes nothing, whatever stands in it', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const was = measureFacts(some)
        const { unitIds: _unitIds, ...shown } = shownMeasure(was, ground)
        expect({ ...was, ...factsOf(shown, was) }).toEqual(was)
      }),
    )
  })

  it('every period is read back from its two fields as the same days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [start, end] = [a, b].toSorted() as [string, string]
        const was = measureFacts({ period: aValue({ written: 'ตามแผน', start, end }) })
        const { from, to } = shownMeasure(was, ground)
        expect(factsOf({ from, to }).period).toMatchObject({ value: { start, end } })
      }),
    )
  })
})
