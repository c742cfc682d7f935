import { describe, expect, it } from 'vitest'
import type { Actor, HeldRole } from '../../../kernel/actor.ts'
import { MEASURE_STATES, type NamedUnit, type WorkingCycle } from '../../improvement/index.ts'
import type { Gap } from '../../reports/index.ts'
import { monthStrip } from './month-strip.domain.ts'
import { whatToDo } from './what-to-do.domain.ts'
import { filterFrom, filterQuery } from './year-filter.domain.ts'
import { countLines, linesChosen, type MeasureLine, type YearFilter } from './year-work.domain.ts'

const TODAY = '2025-03-15'
const CSR: NamedUnit = { id: 'u-csr', code: 'CSR', nameTh: 'ส่วนกิจการสังคม', nameEn: null }
const DCM: NamedUnit = { id: 'u-dcm', code: 'DCM', nameTh: 'ส่วนการตลาด', nameEn: null }

let count = 0
const line = (given: Partial<MeasureLine> = {}): MeasureLine => {
  count += 1
  const state = given.state ?? 'working'
  const isOpen = state !== 'done' && state !== 'in-review'
  const dueOn = given.dueOn === undefined ? '2025-09-30' : given.dueOn
  return {
    id: `m${count}`,
    issueId: 'i1',
    issue: 1,
    number: count,
    title: `มาตรการ ${count}`,
    state,
    isOpen,
    isLate: isOpen && dueOn !== null && dueOn < TODAY,
    dueOn,
    period: { start: '2025-01-01', end: '2025-09-30' },
    units: [CSR],
    hasOwner: true,
    personIds: [],
    missing: 0,
    evidence: 0,
    ...given,
  }
}

const person = (...roles: HeldRole[]): Actor => ({ kind: 'person', id: 'me', name: 'ฉัน', roles })
const owner = person({ role: 'unit-owner', unitId: CSR.id })
const coordinator = person({ role: 'ita-coordinator', unitId: null })

const cycle = (issues = [{ id: 'i1', number: 1 }]) =>
  ({
    fiscalYear: 2568,
    issues: issues.map(({ id, number }) => ({
      id,
      number,
      facts: { title: `ประเด็น ${number}` },
      measures: [0],
    })),
  }) as unknown as WorkingCycle

const doNow = (
  lines: readonly MeasureLine[],
  actor: Actor,
  more: Partial<Parameters<typeof whatToDo>[0]> = {},
) =>
  whatToDo({ cycle: cycle(), lines, gaps: [], mayBePublished: false, actor, today: TODAY, ...more }).map(
    ({ kind, items }) => [kind, items.map(({ part }) => part.replace('measures/', ''))] as const,
  )

describe('what a person should do now', () => {
  it('to an owner: what was returned, what is late, what is due soon, what is not started, each once', () => {
    const lines = [
      line({ id: 'later', state: 'not-started' }),
      line({ id: 'soon', dueOn: '2025-03-29' }),
      line({ id: 'late', dueOn: '2025-03-14', state: 'not-started' }),
      line({ id: 'returned', dueOn: '2025-03-01', state: 'returned' }),
      line({ id: 'at work, with time' }),
      line({ id: 'handed in', state: 'in-review', dueOn: '2025-01-01' }),
      line({ id: 'done', state: 'done', dueOn: '2025-01-01' }),
    ]
    expect(doNow(lines, owner)).toEqual([
      ['returned', ['returned']],
      ['late', ['late']],
      ['dueSoon', ['soon']],
      ['notStarted', ['later']],
    ])
  })

  it('what is due today is due soon and not late; what is due in fifteen days can wait', () => {
    expect(doNow([line({ id: 'a', dueOn: TODAY }), line({ id: 'b', dueOn: '2025-03-30' })], owner)).toEqual([
      ['dueSoon', ['a']],
    ])
  })

  it('the earliest day comes first, and what has no day last', () => {
    const lines = [
      line({ id: 'c', state: 'returned', dueOn: null }),
      line({ id: 'b', state: 'returned', dueOn: '2025-05-01' }),
      line({ id: 'a', state: 'returned', dueOn: '2025-04-01' }),
    ]
    expect(doNow(lines, owner)).toEqual([['returned', ['a', 'b', 'c']]])
  })

  it('where people are named it is theirs alone; where nobody is, of everyone of the units', () => {
    const named = line({ id: 'n', state: 'returned', personIds: ['another'] })
    expect(doNow([named], owner)).toEqual([])
    expect(doNow([{ ...named, personIds: ['me'], units: [DCM] }], owner)).toEqual([['returned', ['n']]])
    expect(doNow([line({ id: 'x', state: 'returned', units: [DCM] })], owner)).toEqual([])
    expect(doNow([line({ id: 'x', state: 'returned', units: [DCM, CSR] })], owner)).toEqual([
      ['returned', ['x']],
    ])
  })

  it('to the coordinator: what is in review, late, without owner, period or outcome, and publishing', () => {
    const lines = [
      line({ id: 'review', state: 'in-review' }),
      line({ id: 'late', dueOn: '2025-01-01' }),
      line({ id: 'alone', units: [], hasOwner: false }),
      line({ id: 'when', period: null, dueOn: null }),
    ]
    const gaps = [{ issueId: 'i1', element: 'outcome' }] as unknown as readonly Gap[]
    expect(doNow(lines, coordinator, { gaps, mayBePublished: true })).toEqual([
      ['review', ['review']],
      ['overdue', ['late']],
      ['noOwner', ['alone']],
      ['noPeriod', ['when']],
      ['noOutcome', ['issues/i1']],
      ['publish', ['cycles/2568/report']],
    ])
  })

  it('who is coordinator and owner is asked for a late measure of their own once', () => {
    const both = person({ role: 'ita-coordinator', unitId: null }, { role: 'unit-owner', unitId: CSR.id })
    expect(doNow([line({ id: 'late', dueOn: '2025-01-01' })], both)).toEqual([['late', ['late']]])
  })

  it('a year without issues asks the coordinator for the first', () => {
    expect(doNow([], coordinator, { cycle: cycle([]) })).toEqual([['noIssue', ['cycles/2568/issues/add']]])
  })

  it('who only reads is asked for nothing', () => {
    const lines = MEASURE_STATES.map((state) => line({ state, dueOn: '2025-01-01', hasOwner: false }))
    for (const role of ['executive', 'auditor', 'approver', 'meeting-secretary'] as const)
      expect(doNow(lines, person({ role, unitId: null }), { mayBePublished: true })).toEqual([])
  })
})

describe('counts and choices', () => {
  const lines = [
    line({ id: 'a', state: 'done', evidence: 2 }),
    line({ id: 'b', dueOn: '2025-01-01', missing: 3, issueId: 'i2', units: [DCM] }),
    line({ id: 'c', dueOn: '2025-06-30', missing: 1, evidence: 1 }),
    line({ id: 'd', dueOn: '2025-04-30' }),
  ]
  const nothing: YearFilter = { state: null, isLate: false, unitId: null, issueId: null }

  it('a measure counts as done, late and missing for itself; the next day due is one that has not passed', () => {
    expect(countLines(lines)).toEqual({
      all: 4,
      done: 1,
      inReview: 0,
      late: 1,
      missing: 2,
      evidence: 3,
      nextDue: '2025-04-30',
    })
    expect(countLines([]).nextDue).toBeNull()
  })

  it('choices narrow together', () => {
    const ids = (filter: Partial<YearFilter>) =>
      linesChosen(lines, { ...nothing, ...filter }).map(({ id }) => id)
    expect(ids({})).toEqual(['a', 'b', 'c', 'd'])
    expect(ids({ state: 'done' })).toEqual(['a'])
    expect(ids({ isLate: true })).toEqual(['b'])
    expect(ids({ unitId: DCM.id })).toEqual(['b'])
    expect(ids({ issueId: 'i1', state: 'working' })).toEqual(['c', 'd'])
    expect(ids({ unitId: DCM.id, issueId: 'i1' })).toEqual([])
  })

  it('a choice stands in the address and is read from it; what the year does not have is none', () => {
    const filter: YearFilter = { state: 'returned', isLate: true, unitId: DCM.id, issueId: 'i1' }
    const read = (query: string) => filterFrom(new URLSearchParams(query), { cycle: cycle(), lines })
    expect(read(filterQuery(filter))).toEqual(filter)
    expect(filterQuery(nothing)).toBe('')
    expect(read('state=gone&late=yes&unit=nowhere&issue=i9')).toEqual(nothing)
  })
})

describe('the strip of months', () => {
  const strip = (given: Partial<MeasureLine>[], byMeasure = true) =>
    monthStrip(given.map(line), {
      fiscalYear: 2568,
      today: TODAY,
      issues: [{ issue: 1, id: 'i1', title: 'ประเด็น' }],
      byMeasure,
    })

  it('the year begins with October at the left edge and ends with September at the right', () => {
    const { rows, todayAt } = strip([{ period: { start: '2024-10-01', end: '2025-09-30' } }])
    expect(rows[0]?.bar).toEqual({ from: 0, to: 100 })
    // Fourteen of 31 days of the sixth month have passed.
    expect(todayAt).toBeCloseTo(((5 + 14 / 31) / 12) * 100, 2)
  })

  it('each month is equally wide', () => {
    expect(strip([{ period: { start: '2025-01-01', end: '2025-03-31' } }]).rows[0]?.bar).toEqual({
      from: 25,
      to: 50,
    })
    // The leap day of 2567.
    const leap = monthStrip([line({ period: { start: '2024-02-29', end: '2024-02-29' } })], {
      fiscalYear: 2567,
      today: TODAY,
      issues: [],
      byMeasure: true,
    })
    expect(leap.rows[0]?.bar?.to).toBeCloseTo(500 / 12, 2)
    expect(leap.todayAt).toBeNull()
  })

  it('what reaches into other years is cut at the edges; what lies in them alone has no bar, but its days', () => {
    const bars = strip([
      { period: { start: '2024-05-01', end: '2024-12-31' } },
      { period: { start: '2025-07-01', end: '2026-03-31' } },
      { period: { start: '2026-01-01', end: '2026-03-31' }, dueOn: '2026-03-31' },
      { period: null, dueOn: null },
    ]).rows
    expect(bars.map(({ bar }) => bar)).toEqual([{ from: 0, to: 25 }, { from: 75, to: 100 }, null, null])
    expect(bars.map(({ period }) => period !== null)).toEqual([true, true, true, false])
    expect(bars[2]?.marks).toEqual([])
  })

  it('days on which something is due are marks: late, due, done; those of one day and look are one', () => {
    const { rows } = strip(
      [
        { dueOn: '2024-12-31' },
        { dueOn: '2024-12-31' },
        { dueOn: '2024-12-31', state: 'done' },
        { dueOn: '2025-06-30' },
        { dueOn: null },
      ],
      false,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.marks.map(({ day, look, count, at }) => [day, look, count, at])).toEqual([
      ['2024-12-31', 'late', 2, 25],
      ['2024-12-31', 'done', 1, 25],
      ['2025-06-30', 'due', 1, 75],
    ])
  })

  it('an issue reaches from the first day of its measures to the last', () => {
    const { rows } = strip(
      [
        { period: { start: '2025-01-01', end: '2025-01-31' } },
        { period: { start: '2024-10-01', end: '2024-10-31' } },
        { period: null },
      ],
      false,
    )
    expect(rows[0]).toMatchObject({ measure: null, bar: { from: 0 }, period: { end: '2025-01-31' } })
  })
})
