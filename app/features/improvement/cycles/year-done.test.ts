import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { findYearDone } from './year-done.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('what was just done to a year', () => {
  it('is read from the address of its overview, and nothing where it says nothing', async () => {
    const ctx = await anAgency(database)
    const done = (year: number, query: string) =>
      findYearDone(ctx, { year, params: new URLSearchParams(query) })
    expect(await done(2568, 'done=opened')).toEqual({ what: 'opened', year: 2568, isOfYear: true })
    expect(await done(2580, 'done=opened')).toMatchObject({ isOfYear: false })
    expect(await done(2568, 'done=copied&issues=7&measures=<b>')).toEqual({
      what: 'copied',
      year: 2568,
      issues: 7,
      measures: 0,
    })
    expect(await done(2568, 'done=taken-up')).toEqual({ what: 'taken-up', year: 2568, unmatched: [] })
    for (const query of ['', 'done=anything', 'unit=1']) expect(await done(2568, query)).toBeNull()
  })
})
