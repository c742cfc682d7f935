import { expect, test } from 'vitest'
import { roundDue } from './due.domain.ts'

/** An hour of 5 June 2025 in Thailand. */
const at = (hour: number) => new Date(Date.UTC(2025, 5, 5, hour - 7, 30))
const due = (hour: number, given: object = {}) =>
  roundDue({ now: at(hour), lastAt: null, isScoring: false, ...given })

test('a round is made once a night, whenever in the night the program runs', () => {
  expect(due(1)).toBeNull()
  expect(due(2)).toEqual({ day: '2025-06-05', hour: 2 })
  expect(due(5)).toEqual({ day: '2025-06-05', hour: 2 })
  expect(due(6)).toBeNull()
})

test('a night in which the program did not run is made good by day', () => {
  expect(due(10, { lastAt: new Date(at(2).getTime() - 48 * 3_600_000) })).toEqual({
    day: '2025-06-05',
    hour: 2,
  })
  expect(due(10, { lastAt: at(2) })).toBeNull()
})

test('while assessors look there is a round every hour', () => {
  expect(due(14, { isScoring: true, lastAt: at(13) })).toEqual({ day: '2025-06-05', hour: 14 })
})
