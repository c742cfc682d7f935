import { expect, test } from 'vitest'
import { heldUntil } from './sweep-hold.ts'

const now = new Date('2026-11-26T18:30:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const swept = (days: number, detail: Record<string, string | number> = {}) =>
  heldUntil({ succeededAt: inDays(days), detail }, now)

test('a database without a sweep of the last two days, as one that was put back, removes nothing for seven days', () => {
  expect(heldUntil(undefined, now)).toEqual(inDays(7))
  expect(heldUntil({ succeededAt: null, detail: {} }, now)).toEqual(inDays(7))
  expect(swept(-3)).toEqual(inDays(7))
  // The clock was ahead.
  expect(swept(30)).toEqual(inDays(7))
})

test('what an earlier sweep said holds until its day, and no longer than seven days', () => {
  expect(swept(-1, { heldUntil: inDays(4).toISOString() })).toEqual(inDays(4))
  expect(swept(-1, { heldUntil: inDays(400).toISOString() })).toEqual(inDays(7))
  expect(swept(-1, { heldUntil: inDays(-0.1).toISOString() })).toBeNull()
  expect(swept(-1, { removed: 0 })).toBeNull()
})
