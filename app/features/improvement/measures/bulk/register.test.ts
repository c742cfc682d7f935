import { describe, expect, it } from 'vitest'
import { measureFacts } from '../../../../../tests/support/working-builders.ts'
import { aValue } from '../../../../kernel/field.ts'
import { readBulk, type SentBulk } from './bulk-form.domain.ts'
import { planAssignment, planExtension, planReminder } from './bulk-plan.domain.ts'
import { type RegisterRow, readView, rowsOfView, writeView } from './register.domain.ts'
import { noticesFor, peopleTold } from './told-measures.domain.ts'

const unit = (id: string, code: string) => ({ id, code, nameTh: code, nameEn: null })
const row = (id: string, facts: Partial<RegisterRow> = {}): RegisterRow => ({
  id,
  version: 1,
  issue: { id: 'i1', number: 1 },
  number: 1,
  title: id,
  units: [],
  personIds: [],
  people: [],
  dueOn: null,
  state: 'working',
  isLate: false,
  evidence: 0,
  ...facts,
})
const rows = [
  row('a', { dueOn: '2024-03-31', units: [unit('u2', 'DCM')], evidence: 2 }),
  row('b', { dueOn: '2024-01-31', units: [unit('u1', 'CSR')], isLate: true, state: 'returned' }),
  row('c', { issue: { id: 'i2', number: 2 }, personIds: ['p1'], state: 'done' }),
]
const self = { personId: 'p1', unitIds: ['u1'] }
const shown = (query: string) =>
  rowsOfView(rows, readView(new URLSearchParams(query)), self).map(({ id }) => id)

describe('the register', () => {
  it('is narrowed and sorted by what stands in its address', () => {
    expect(shown('')).toEqual(['a', 'b', 'c'])
    expect(shown('state=returned')).toEqual(['b'])
    expect(shown('unit=u2')).toEqual(['a'])
    expect(shown('issue=2')).toEqual(['c'])
    expect(shown('late=1')).toEqual(['b'])
    expect(shown('mine=1')).toEqual(['b', 'c'])
    expect(shown('sort=due')).toEqual(['b', 'a', 'c'])
    expect(shown('sort=-due')).toEqual(['a', 'b', 'c'])
    expect(shown('sort=owners')).toEqual(['b', 'a', 'c'])
    expect(shown('sort=-number')).toEqual(['c', 'b', 'a'])
    expect(shown('sort=evidence')).toEqual(['b', 'c', 'a'])
  })

  it('writes its address so that it is read back, and passes over what means nothing', () => {
    for (const query of ['', '?state=done&issue=2&unit=u1&late=1&mine=1&sort=-due', '?sort=-number'])
      expect(writeView(readView(new URLSearchParams(query)))).toBe(query)
    expect(writeView(readView(new URLSearchParams('state=x&issue=0&sort=title&late=2')))).toBe('')
  })
})

describe('an assignment', () => {
  const measure = (facts: Parameters<typeof measureFacts>[0], state: 'working' | 'done' = 'working') => ({
    facts: measureFacts(facts),
    state,
  })
  const assign = (how: 'add' | 'replace', unitIds: string[], personIds: string[] = []) => ({
    how,
    unitIds,
    personIds,
  })

  it('puts units beside the present ones, or in their place', () => {
    const was = measure({ unitIds: ['u1'], personIds: ['p1'] })
    expect(planAssignment(was, assign('add', ['u2']))).toEqual({
      kind: 'change',
      mine: { unitIds: ['u1', 'u2'] },
    })
    expect(planAssignment(was, assign('replace', ['u2']))).toEqual({
      kind: 'change',
      mine: { unitIds: ['u2'], personIds: [] },
    })
  })

  it('takes printed owners with those whose place is taken', () => {
    const was = measure({ unitIds: ['u1'], ownersWritten: 'ส่วนบริการ' })
    expect(planAssignment(was, assign('add', ['u2']))).toMatchObject({ mine: { ownersWritten: null } })
    expect(planAssignment(was, assign('add', [], ['p1']))).toEqual({
      kind: 'change',
      mine: { personIds: ['p1'] },
    })
  })

  it('leaves what is so already, and what is done', () => {
    expect(planAssignment(measure({ unitIds: ['u1'] }), assign('add', ['u1']))).toEqual({
      kind: 'pass',
      why: 'is-so',
    })
    expect(planAssignment(measure({}, 'done'), assign('add', ['u1']))).toEqual({
      kind: 'pass',
      why: 'handed-in',
    })
  })
})

describe('a new day, and a reminder', () => {
  const period = aValue({ written: 'ม.ค. – มี.ค. 67', start: '2024-01-01', end: '2024-03-31' })

  it('a day is put off and never brought forward', () => {
    const extend = (day: string, state: 'working' | 'in-review' = 'working') =>
      planExtension({ facts: measureFacts({ period }), state }, day)
    expect(extend('2024-04-30')).toEqual({ kind: 'change', mine: { dueDay: '2024-04-30' } })
    expect(extend('2024-03-31')).toEqual({ kind: 'pass', why: 'is-so' })
    expect(extend('2024-02-29')).toEqual({ kind: 'pass', why: 'later-already' })
    expect(extend('2024-04-30', 'in-review')).toEqual({ kind: 'pass', why: 'handed-in' })
  })

  it('nobody is reminded of what was handed in, and nobody is nobody', () => {
    const remind = (state: 'returned' | 'done', people: number) =>
      planReminder({ facts: measureFacts(), state }, people).kind
    expect([remind('returned', 1), remind('returned', 0), remind('done', 1)]).toEqual([
      'change',
      'pass',
      'pass',
    ])
  })

  it('each person is told once of all that is theirs', () => {
    const person = (personId: string) => ({ personId, name: personId, email: null, lang: 'th' as const })
    const measures = ['m1', 'm2'].map((id) => ({ id, title: id, dueOn: null }))
    const told = peopleTold(measures, (id) => (id === 'm1' ? [person('p1'), person('p2')] : [person('p1')]))
    expect(told.map(({ personId, measures: of }) => [personId, of.map(({ id }) => id)])).toEqual([
      ['p1', ['m1', 'm2']],
      ['p2', ['m1']],
    ])
  })

  it('of many measures the bell says the first and how many more', () => {
    const measures = Array.from({ length: 8 }, (_, at) => ({ id: `m${at}`, title: `1.${at}`, dueOn: null }))
    expect(noticesFor(measures.slice(0, 2), 2568)).toEqual([
      { title: '1.0', part: 'measures/m0' },
      { title: '1.1', part: 'measures/m1' },
    ])
    expect(noticesFor(measures, 2568)).toEqual([{ title: '1.0 (+7)', part: 'cycles/2568/measures?mine=1' }])
  })
})

describe('what was asked for many', () => {
  const ground = { fiscalYear: 2568, today: '2024-10-01', unitIds: ['u1'], personIds: ['p1'] }
  const sent = (facts: Partial<SentBulk>): SentBulk => ({
    act: 'remind',
    chosen: [{ id: 'm1', seenVersion: 1, seenStep: '' }],
    how: '',
    unitIds: [],
    personIds: [],
    dueDay: '',
    note: '',
    ...facts,
  })
  const faultsOf = (facts: Partial<SentBulk>) => {
    const read = readBulk(sent(facts), ground)
    return read.ok ? [] : read.error.map(({ field, code }) => [field, code])
  }

  it('says what is missing or wrong, at its field', () => {
    expect(faultsOf({ chosen: [] })).toEqual([['', 'bulk.none-chosen']])
    expect(faultsOf({ act: 'assign' })).toEqual([['unitId', 'bulk.no-owners']])
    expect(faultsOf({ act: 'assign', unitIds: ['u9'] })).toEqual([['unitId', 'bulk.unknown-owner']])
    expect(faultsOf({ act: 'assign', how: 'replace', personIds: ['p1'] })).toEqual([
      ['unitId', 'bulk.no-unit'],
    ])
    expect(faultsOf({ act: 'extend', dueDay: 'สักวัน' })).toEqual([['dueDay', 'bulk.no-day']])
    expect(faultsOf({ act: 'extend', dueDay: '1/9/2567' })).toEqual([['dueDay', 'bulk.past-day']])
    expect(faultsOf({ note: 'ก'.repeat(1_001) })).toEqual([['note', 'bulk.note-too-long']])
  })

  it('is read with its message', () => {
    expect(readBulk(sent({ act: 'extend', dueDay: 'มี.ค. 68', note: ' ด่วน ' }), ground)).toEqual({
      ok: true,
      value: { act: 'extend', day: '2025-03-31', note: 'ด่วน' },
    })
  })
})
