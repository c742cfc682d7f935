import { describe, expect, test } from 'vitest'
import { DEFAULT_DESK_SETTINGS } from '../settings/desk-settings.domain.ts'
import { dueDay, escalationStep, isDueSoon, isOverdue, soonUntil } from './due.domain.ts'

const settings = DEFAULT_DESK_SETTINGS
// Thursday and Friday, after which a weekend follows.
const holidays = new Set(['2026-12-10', '2026-12-11'])
const standing = { settings, holidays }

test('the day due is counted in working days of the kind, over weekends and holidays', () => {
  // Tuesday, 1 December: seven working days on, the two holidays and both weekends left out.
  expect(dueDay('question', '2026-12-01', standing)).toBe('2026-12-14')
  expect(dueDay('question', '2026-12-01', { settings, holidays: new Set() })).toBe('2026-12-10')
  expect(dueDay('praise', '2026-12-01', standing)).toBeNull()
})

test('it is overdue from the day after, and only while it waits', () => {
  const ticket = { state: 'new' as const, dueOn: '2026-12-14' }
  expect(isOverdue(ticket, '2026-12-14')).toBe(false)
  expect(isOverdue(ticket, '2026-12-15')).toBe(true)
  expect(isOverdue({ ...ticket, state: 'answered' }, '2026-12-15')).toBe(false)
  expect(isOverdue({ ...ticket, dueOn: null }, '2026-12-15')).toBe(false)
})

test('what is due within two working days is due soon: holidays between do not count', () => {
  expect(soonUntil('2026-12-09', standing)).toBe('2026-12-15')
  const isSoon = (dueOn: string) => isDueSoon({ state: 'new', dueOn }, '2026-12-09', '2026-12-15')
  expect(['2026-12-08', '2026-12-09', '2026-12-15', '2026-12-16'].map(isSoon)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

describe('escalation', () => {
  const ticket = { state: 'assigned' as const, dueOn: '2026-12-09' }
  const stepOn = (day: string) => escalationStep(ticket, day, standing)

  test('the first step is on the first working day after, the next every three working days, and there are three', () => {
    // The two days after are holidays, then a weekend: nobody is told on a day on which nobody works.
    expect(['2026-12-09', '2026-12-10', '2026-12-13'].map(stepOn)).toEqual([0, 0, 0])
    expect(['2026-12-14', '2026-12-16', '2026-12-17', '2026-12-22', '2027-12-22'].map(stepOn)).toEqual([
      1, 1, 2, 3, 3,
    ])
  })

  test('what was answered reaches no step', () => {
    expect(escalationStep({ ...ticket, state: 'closed' }, '2027-01-01', standing)).toBe(0)
  })
})
