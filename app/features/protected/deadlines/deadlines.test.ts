import { describe, expect, test } from 'vitest'
import { FIRST_SETTINGS } from '../settings/channel-settings.domain.ts'
import { type DueCase, dueDaysOf, escalationsOf, isUpTo, nextDue, overdueStages } from './deadlines.domain.ts'

const DUE = { acknowledge: '2027-01-07', answer: '2027-01-25', close: '2027-05-14' }
const NOT_DONE = { acknowledge: null, answer: null, close: null }
const aCase = (given: Partial<DueCase> = {}): DueCase => ({
  due: DUE,
  done: NOT_DONE,
  isOver: false,
  ...given,
})

describe('days by which a case is due', () => {
  test('are working days: neither week-ends nor holidays count, nor the day on which it came', () => {
    const holidays = new Set(['2026-12-31', '2027-01-01'])
    // A Wednesday; then two holidays and a week-end.
    expect(dueDaysOf('2026-12-30', FIRST_SETTINGS.times, holidays)).toMatchObject({
      acknowledge: '2027-01-06',
    })
  })

  test('are over on the day after, not on the day itself', () => {
    expect(overdueStages(aCase(), '2027-01-07')).toEqual([])
    expect(overdueStages(aCase(), '2027-01-08')).toEqual(['acknowledge'])
    expect(overdueStages(aCase(), '2027-01-26')).toEqual(['acknowledge', 'answer'])
  })

  test('of what is done, and of a case that is over, nothing is overdue', () => {
    const done = { ...NOT_DONE, acknowledge: '2027-01-06' }
    expect(overdueStages(aCase({ done }), '2027-01-08')).toEqual([])
    expect(nextDue(aCase({ done }))).toEqual({ stage: 'answer', day: DUE.answer })
    expect(overdueStages(aCase({ isOver: true }), '2030-01-01')).toEqual([])
    expect(nextDue(aCase({ isOver: true }))).toBeNull()
  })
})

describe('going up', () => {
  test('is one step with each overdue stage, up to the highest step there is', () => {
    const steps = [1, 3, 4]
    expect([0, 1, 2, 3].map((overdue) => escalationsOf({ escalated: 0, overdue }, steps))).toEqual([
      0, 1, 2, 2,
    ])
    expect(escalationsOf({ escalated: 0, overdue: 3 }, [1])).toBe(0)
    expect(escalationsOf({ escalated: 0, overdue: 3 }, [])).toBe(0)
  })

  test('never comes down again', () => {
    expect(escalationsOf({ escalated: 2, overdue: 0 }, [1, 2, 3])).toBe(2)
  })

  test('makes it the business of the next step; of those below it stays', () => {
    const steps = [1, 3, 4]
    expect([1, 3, 4].map((step) => isUpTo(step, 0, steps))).toEqual([true, false, false])
    expect([1, 3, 4].map((step) => isUpTo(step, 1, steps))).toEqual([true, true, false])
    expect(isUpTo(1, 2, [])).toBe(false)
  })
})
