import { expect, test } from 'vitest'
import { startOfThaiDay, thaiDay, thaiTime } from './thai-day.ts'

test('a day begins in Thailand seven hours before it does in Greenwich', () => {
  expect(thaiDay(new Date('2024-03-12T16:59:59Z'))).toBe('2024-03-12')
  expect(thaiDay(new Date('2024-03-12T17:00:00Z'))).toBe('2024-03-13')
  expect(thaiTime(new Date('2024-03-12T17:05:00Z'))).toBe('00:05')
  expect(startOfThaiDay('2024-03-13').toISOString()).toBe('2024-03-12T17:00:00.000Z')
})
