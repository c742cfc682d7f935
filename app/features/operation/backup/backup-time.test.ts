import { expect, test } from 'vitest'
import { isBackupDue, lastTimeOfDay } from './backup-time.domain.ts'

const at = (text: string) => new Date(text)

test.each([
  ['01:30', '2026-11-26T18:29:59Z', '2026-11-25T18:30:00.000Z'],
  ['01:30', '2026-11-26T18:30:00Z', '2026-11-26T18:30:00.000Z'],
  ['07:00', '2026-11-26T00:00:00Z', '2026-11-26T00:00:00.000Z'],
  ['23:59', '2026-11-26T16:58:00Z', '2026-11-25T16:59:00.000Z'],
])('%s in Thailand was last, at %s, at %s', (time, now, expected) =>
  expect(lastTimeOfDay(time, at(now)).toISOString()).toBe(expected),
)

test('one backup a day is due, and one that failed is due again after an hour', () => {
  const now = at('2026-11-26T18:40:00Z')
  const due = (startedAt: string | null, succeededAt: string | null) =>
    isBackupDue(
      { startedAt: startedAt ? at(startedAt) : null, succeededAt: succeededAt ? at(succeededAt) : null },
      { time: '01:30', now },
    )
  expect(due(null, null)).toBe(true)
  expect(due('2026-11-25T18:30:10Z', '2026-11-25T18:31:00Z')).toBe(true)
  expect(due('2026-11-26T18:30:10Z', '2026-11-26T18:31:00Z')).toBe(false)
  expect(due('2026-11-26T18:30:10Z', '2026-11-25T18:31:00Z')).toBe(false)
  expect(due('2026-11-26T17:30:10Z', '2026-11-25T18:31:00Z')).toBe(true)
})

test.each([
  ['years', '2036-01-01T00:00:00Z'],
  ['two hours', '2026-11-26T20:40:00Z'],
])('a time that was written by a clock that was %s ahead keeps no backup from being made', (_, written) => {
  const ahead = at(written)
  const now = at('2026-11-26T18:40:00Z')
  expect(isBackupDue({ startedAt: ahead, succeededAt: ahead }, { time: '01:30', now })).toBe(true)
  expect(isBackupDue({ startedAt: ahead, succeededAt: null }, { time: '01:30', now })).toBe(true)
})
