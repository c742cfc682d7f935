import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const NONE: ReadonlySet<string> = new Set()
const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)
const days = fc.integer({ min: 0, max: 800 }).map(dayOf)
const holidays = fc
  .array(fc.integer({ min: 0, max: 900 }).map(dayOf), { maxLength: 60 })
  .map((list) => new Set(list))
const counts = fc.integer({ min: 0, max: 60 })

describe('working days', () => {
  test.each([
    ['what comes on a Friday is due on Monday', '2026-11-27', 1, [], '2026-11-30'],
    ['Saturday and Sunday are passed over', '2026-11-28', 1, [], '2026-11-30'],
    ['a holiday is passed over', '2026-11-27', 1, ['2026-11-30'], '2026-12-01'],
    ['a holiday on a Saturday takes no day away', '2026-12-04', 1, ['2026-12-05'], '2026-12-07'],
    ['its substitution does', '2026-12-04', 1, ['2026-12-05', '2026-12-07'], '2026-12-08'],
    ['fifteen working days are three weeks', '2026-11-02', 15, [], '2026-11-23'],
    ['a year ends between', '2026-12-30', 2, ['2026-12-31', '2027-01-01'], '2027-01-05'],
    ['none is the day itself', '2026-11-26', 0, [], '2026-11-26'],
    ['none on a Sunday is the Monday', '2026-11-29', 0, [], '2026-11-30'],
  ] as const)('%s', (_, day, count, free, due) => {
    expect(addWorkingDays(day, count, new Set(free))).toBe(due)
  })

  test('a due day is always one on which offices are open', () => {
    fc.assert(
      fc.property(days, counts, holidays, (day, count, free) => {
        expect(isWorkingDay(addWorkingDays(day, count, free), free)).toBe(true)
      }),
    )
  })

  test('counting back gives what was added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), holidays, (day, count, free) => {
        expect(workingDaysBetween(day, addWorkingDays(day, count, free), free)).toBe(count)
      }),
    )
  })

  test('days are added one after the other or at once', () => {
    fc.assert(
      fc.property(days, counts, counts, holidays, (day, first, second, free) => {
        const inSteps = addWorkingDays(addWorkingDays(day, first, free), second, free)
        if (first > 0) expect(inSteps).toBe(addWorkingDays(day, first + second, free))
      }),
    )
  })

  test('one more holiday never brings a due day nearer', () => {
    fc.assert(
      fc.property(days, counts, holidays, days, (day, count, free, one) => {
        const more = new Set([...free, one])
        expect(addWorkingDays(day, count, more) >= addWorkingDays(day, count, free)).toBe(true)
      }),
    )
  })

  test('nothing lies between a day and an earlier one', () => {
    expect(workingDaysBetween('2026-11-26', '2026-11-26', NONE)).toBe(0)
    expect(workingDaysBetween('2026-11-26', '2026-11-02', NONE)).toBe(0)
  })

  test('holidays without end are a fault, and no endless waiting', () => {
    const always = new Set(Array.from({ length: 900 }, (_, number) => dayOf(number)))
    expect(() => addWorkingDays('2026-01-02', 1, always)).toThrow('holidays without end')
  })
})
