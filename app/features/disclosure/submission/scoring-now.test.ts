import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { isScoringNow } from './scoring-now.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('assessors look from the first day of scoring to the last, where both are known', async () => {
  const ctx = await anAgency(database)
  const isScoringAt = (instant: string) => isScoringNow({ ...ctx, now: () => new Date(instant) })
  const set = (from: string, to: string | null) =>
    database.owner.query(
      `insert into disclosure_year (agency_id, framework_year, scoring_from, scoring_to) values ($1, 2568, $2, $3)
       on conflict (agency_id, framework_year) do update set scoring_from = $2, scoring_to = $3`,
      [ctx.agency.id, from, to],
    )
  expect(await isScoringAt('2025-05-10T05:00:00Z')).toBe(false)
  await set('2025-05-01', '2025-05-31')
  expect(await isScoringAt('2025-04-30T16:59:00Z')).toBe(false)
  expect(await isScoringAt('2025-04-30T17:00:00Z')).toBe(true)
  expect(await isScoringAt('2025-05-31T16:59:00Z')).toBe(true)
  expect(await isScoringAt('2025-05-31T17:00:00Z')).toBe(false)
  await set('2025-05-01', null)
  expect(await isScoringAt('2025-05-10T05:00:00Z')).toBe(false)
})
