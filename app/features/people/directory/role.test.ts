import { describe, expect, test } from 'vitest'
import { isAlwaysHeld, isPrivileged, lastDayOf, overlap, standingOn } from './role.domain.ts'

const span = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo })

describe('a role and its days', () => {
  test('holds from its first day to its last, both included', () => {
    const october = span('2024-10-01', '2024-10-31')
    expect(
      ['2024-09-30', '2024-10-01', '2024-10-31', '2024-11-01'].map((day) => standingOn(october, day)),
    ).toEqual(['coming', 'held', 'held', 'ended'])
    expect(standingOn(span('2024-10-01'), '2099-01-01')).toBe('held')
  })
  test('two overlap when they share a day', () => {
    expect(overlap(span('2024-01-01', '2024-10-01'), span('2024-10-01'))).toBe(true)
    expect(overlap(span('2024-01-01', '2024-09-30'), span('2024-10-01'))).toBe(false)
    expect(overlap(span('2025-01-01'), span('2024-10-01', '2024-12-31'))).toBe(false)
  })
})

describe('a role that is taken back', () => {
  const today = '2024-10-01'
  test('gets the day before its first as its last, when it begins today or later', () => {
    expect(lastDayOf(span('2024-10-01'), '2024-09-30', today)).toBe('2024-09-30')
    expect(lastDayOf(span('2024-11-01'), '2024-09-30', today)).toBe('2024-10-31')
    expect(lastDayOf(span('2024-11-01'), '2024-11-01', today)).toBe('2024-11-01')
    expect(lastDayOf(span('2024-09-30'), '2024-09-29', today)).toBeNull()
  })
  test('never held, overlaps nothing, and keeps no office', () => {
    const takenBack = span('2024-11-01', '2024-10-31')
    expect(['2024-10-01', '2024-10-31', '2024-11-01'].map((day) => standingOn(takenBack, day))).toEqual([
      'ended',
      'ended',
      'ended',
    ])
    expect(overlap(takenBack, span('2024-01-01'))).toBe(false)
    expect(isAlwaysHeld([span('2024-01-01', '2024-10-31'), takenBack], today)).toBe(false)
  })
})

describe('an office that must always be held', () => {
  const held = (...spans: ReturnType<typeof span>[]) => isAlwaysHeld(spans, '2024-10-01')
  test('is, when somebody holds it without a last day, or one follows the other without a gap', () => {
    expect(held(span('2024-01-01'))).toBe(true)
    expect(held(span('2024-01-01', '2024-10-31'), span('2024-11-01'))).toBe(true)
    expect(held(span('2024-01-01', '2024-10-31'), span('2024-10-15', '2025-01-01'), span('2024-12-01'))).toBe(
      true,
    )
  })
  test('is not with nobody, with a gap, before it begins, or after all have ended', () => {
    expect(held()).toBe(false)
    expect(held(span('2024-01-01', '2024-10-31'), span('2024-11-02'))).toBe(false)
    expect(held(span('2024-10-02'))).toBe(false)
    expect(held(span('2024-01-01', '2024-10-31'))).toBe(false)
    expect(held(span('2024-01-01', '2024-09-30'))).toBe(false)
  })
})

test('who holds more than units today or later is privileged', () => {
  const grant = (role: 'unit-owner' | 'auditor', validTo: string | null) =>
    ({ id: '1', unitId: null, role, ...span('2024-01-01', validTo) }) as const
  expect(isPrivileged([grant('unit-owner', null)], '2024-10-01')).toBe(false)
  expect(isPrivileged([grant('auditor', '2024-09-30')], '2024-10-01')).toBe(false)
  expect(isPrivileged([grant('auditor', '2024-10-01')], '2024-10-01')).toBe(true)
})
