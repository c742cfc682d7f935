import { describe, expect, it } from 'vitest'
import { mayDispute, submissionFault, windowOf, type YearDays } from './window.domain.ts'

const UNKNOWN: YearDays = {
  submissionFrom: null,
  submissionTo: null,
  scoringFrom: null,
  scoringTo: null,
  clarificationFrom: null,
  clarificationTo: null,
}
const OF_2568: YearDays = {
  submissionFrom: '2025-03-01',
  submissionTo: '2025-04-30',
  scoringFrom: '2025-05-05',
  scoringTo: '2025-05-31',
  clarificationFrom: '2025-06-03',
  clarificationTo: '2025-06-17',
}

describe('the window of a year', () => {
  it.each([
    ['2025-02-28', 'preparing'],
    ['2025-03-01', 'submission'],
    ['2025-04-30', 'submission'],
    ['2025-05-01', 'scoring'],
    ['2025-05-05', 'scoring'],
    ['2025-06-02', 'scoring'],
    ['2025-06-03', 'clarification'],
    ['2025-06-17', 'clarification'],
    ['2025-06-18', 'closed'],
  ] as const)('is on %s %s, its first and last day included', (today, state) => {
    expect(windowOf(OF_2568, today)).toBe(state)
  })

  it('stays in preparation where no day is known', () => {
    expect(windowOf(UNKNOWN, '2025-06-03')).toBe('preparing')
  })

  it('does not end a window whose last day nobody knows', () => {
    expect(windowOf({ ...UNKNOWN, submissionFrom: '2025-03-01' }, '2026-03-01')).toBe('submission')
    expect(windowOf({ ...UNKNOWN, clarificationFrom: '2025-06-03' }, '2026-03-01')).toBe('clarification')
  })

  it('does not open the clarification before its first day is known', () => {
    expect(windowOf({ ...OF_2568, clarificationFrom: null }, '2025-06-10')).toBe('scoring')
  })
})

describe('submitting the addresses', () => {
  const year = { ...OF_2568, isSubmitted: false }

  it('is taken from the first to the last day of its window', () => {
    expect(submissionFault(year, '2025-02-28')).toBe('submission.not-yet')
    expect(submissionFault(year, '2025-03-01')).toBeNull()
    expect(submissionFault(year, '2025-04-30')).toBeNull()
    expect(submissionFault(year, '2025-05-01')).toBe('submission.over')
  })

  it('is done once', () => {
    expect(submissionFault({ ...year, isSubmitted: true }, '2025-03-02')).toBe('submission.done')
  })

  it('is left to who submits where the calendar says nothing', () => {
    expect(submissionFault({ ...UNKNOWN, isSubmitted: false }, '2025-03-02')).toBeNull()
  })
})

describe('disputing a provisional score', () => {
  it('is possible in the window of clarification alone', () => {
    expect(mayDispute(OF_2568, '2025-06-02')).toBe(false)
    expect(mayDispute(OF_2568, '2025-06-03')).toBe(true)
    expect(mayDispute(OF_2568, '2025-06-18')).toBe(false)
  })
})
