import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import { KNOWN_YEARS, knownHolidays } from './holiday.domain.ts'
import { findHolidayYear, holidaysKnownTo, listHolidays } from './holidays.queries.server.ts'
import { confirmHolidays } from './usecases/confirm-holidays.server.ts'
import { removeHoliday } from './usecases/remove-holiday.server.ts'
import { saveHoliday } from './usecases/save-holiday.server.ts'
import { takeKnownHolidays } from './usecases/take-known-holidays.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const flood = { day: '2027-11-15', kind: 'special', nameTh: 'วันหยุดเพราะน้ำท่วม', nameEn: null } as const
const codeOf = (result: { ok: boolean; error?: { code: string } }) =>
  result.ok ? 'done' : result.error?.code

describe('what the program knows of the holidays', () => {
  test.each(KNOWN_YEARS)(
    'of %i: no day twice, and a substitution is a day on which offices would be open',
    (year) => {
      const known = knownHolidays(year)
      expect(new Set(known.map(({ day }) => day)).size).toBe(known.length)
      const others = new Set(known.filter(({ kind }) => kind !== 'substitution').map(({ day }) => day))
      for (const { day } of known.filter(({ kind }) => kind === 'substitution')) {
        expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay())
        expect(others.has(day)).toBe(false)
      }
    },
  )

  test.each(KNOWN_YEARS)('of %i: what falls on a weekend has a substitution within four days', (year) => {
    const known = knownHolidays(year)
    const instead = known.filter(({ kind }) => kind === 'substitution').map(({ day }) => Date.parse(day))
    for (const { day, kind } of known) {
      const weekday = new Date(day).getUTCDay()
      if (kind !== 'holiday' || (weekday !== 0 && weekday !== 6) || day.endsWith('12-31')) continue
      const after = instead.map((one) => (one - Date.parse(day)) / 86_400_000)
      expect(after.some((days) => days > 0 && days <= 4)).toBe(true)
    }
  })

  test('two holidays on one day are one, with both names', () => {
    expect(knownHolidays(2566).find(({ day }) => day === '2023-06-03')?.nameTh).toContain(' / ')
  })

  test('of other years nothing', () => {
    expect(knownHolidays(2580)).toEqual([])
  })
})

describe('the holidays of an agency', () => {
  test('are those of the program until somebody changes one; then the year is its own', async () => {
    const ctx = await anAgency(database)
    expect((await listHolidays(ctx)).has('2027-04-13')).toBe(true)
    expect(await findHolidayYear(ctx, 2570)).toMatchObject({ isOwn: false })
    expect(await saveHoliday(ctx, { was: null, holiday: flood })).toEqual({ ok: true, value: null })
    const year = await findHolidayYear(ctx, 2570)
    expect(year.isOwn).toBe(true)
    expect(year.holidays).toHaveLength(knownHolidays(2570).length + 1)
    expect(year.holidays.find(({ day }) => day === flood.day)).toEqual({ ...flood, certainty: 'confirmed' })
    expect(addWorkingDays('2027-11-12', 1, await listHolidays(ctx))).toBe('2027-11-16')
    expect((await listHolidays(ctx)).has('2026-04-13')).toBe(true)
    expect(await auditOf(database, ctx)).toMatchObject([
      { action: 'holiday.added', object_id: '2027-11-15', detail: { name: flood.nameTh } },
    ])
  })

  test('another agency has its own', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    await saveHoliday(ctx, { was: null, holiday: flood })
    expect((await listHolidays(other)).has(flood.day)).toBe(false)
  })

  test('one is moved to another day, and to another year', async () => {
    const ctx = await anAgency(database)
    const moved = { ...flood, day: '2027-04-14', nameTh: 'วันใหม่' }
    await saveHoliday(ctx, { was: null, holiday: flood })
    expect(codeOf(await saveHoliday(ctx, { was: flood.day, holiday: moved }))).toBe('holiday.day-taken')
    const later = { ...flood, day: '2031-04-16' }
    expect(codeOf(await saveHoliday(ctx, { was: flood.day, holiday: later }))).toBe('done')
    const days = await listHolidays(ctx)
    expect([days.has(flood.day), days.has(later.day), await holidaysKnownTo(ctx)]).toEqual([
      false,
      true,
      2574,
    ])
  })

  test('what was refused changes nothing', async () => {
    const ctx = await anAgency(database)
    const save = (given: Partial<typeof flood> | { nameTh: string }, was: string | null = null) =>
      saveHoliday(ctx, { was, holiday: { ...flood, ...given } }).then(codeOf)
    expect(await save({ nameTh: '' })).toBe('holiday.no-name')
    expect(await save({ nameTh: 'ก'.repeat(201) })).toBe('holiday.long-name')
    expect(await save({}, '2027-11-16')).toBe('holiday.unknown')
    expect(codeOf(await removeHoliday(ctx, { day: '2027-11-16' }))).toBe('holiday.unknown')
    expect(codeOf(await confirmHolidays(ctx, { year: 2580 }))).toBe('holiday.year-unknown')
    expect(codeOf(await takeKnownHolidays(ctx, { year: 2580 }))).toBe('holiday.year-unknown')
    expect(await findHolidayYear(ctx, 2570)).toMatchObject({ isOwn: false })
    expect(await auditOf(database, ctx)).toEqual([])
  })

  test('are confirmed as a year, and given back to the program', async () => {
    const ctx = await anAgency(database)
    expect(codeOf(await confirmHolidays(ctx, { year: 2570 }))).toBe('done')
    const confirmed = (await findHolidayYear(ctx, 2570)).holidays
    expect(new Set(confirmed.map(({ certainty }) => certainty))).toEqual(new Set(['confirmed']))
    await removeHoliday(ctx, { day: '2027-04-13' })
    expect((await listHolidays(ctx)).has('2027-04-13')).toBe(false)
    expect(codeOf(await takeKnownHolidays(ctx, { year: 2570 }))).toBe('done')
    expect((await findHolidayYear(ctx, 2570)).holidays).toEqual(knownHolidays(2570))
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'holidays.confirmed',
      'holiday.removed',
      'holidays.taken',
    ])
  })

  test('the last one of a year stays, else what was removed would come back', async () => {
    const ctx = await anAgency(database)
    await saveHoliday(ctx, { was: null, holiday: { ...flood, day: '2037-11-16' } })
    expect(codeOf(await removeHoliday(ctx, { day: '2037-11-16' }))).toBe('holiday.last')
  })

  test('are changed by administrators and desk officers alone', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx)
    const by = (role: 'desk-officer' | 'auditor') =>
      saveHoliday(as(ctx, id, [role]), { was: null, holiday: flood }).then(codeOf)
    expect(await by('auditor')).toBe('permission.refused')
    expect(await by('desk-officer')).toBe('done')
  })

  test('two who add the same day at once: one is told that it is taken', async () => {
    const ctx = await anAgency(database)
    const both = await Promise.all([1, 2].map(() => saveHoliday(ctx, { was: null, holiday: flood })))
    expect(both.map(codeOf).sort()).toEqual(['done', 'holiday.day-taken'])
  })
})
