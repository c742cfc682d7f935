import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { createLimits, type Limits } from './limits.server.ts'

const TABLE = { guess: { tries: 3, seconds: 900 }, other: { tries: 1, seconds: 60 } } as const
let database: TestDatabase
let here: Limits<keyof typeof TABLE>
let there: Limits<keyof typeof TABLE>

beforeAll(async () => {
  database = await freshDatabase()
  here = createLimits(database.pool, TABLE)
  there = createLimits(database.pool, TABLE)
})
afterEach(() => database.owner.query('delete from rate_limit'))
afterAll(async () => {
  here.close()
  there.close()
  await database.drop()
})

test('as many tries as there are may be made, then one waits for at most the whole time', async () => {
  expect([
    await here.take('guess', 'a'),
    await here.take('guess', 'a'),
    await here.take('guess', 'a'),
  ]).toEqual([0, 0, 0])
  const wait = await here.take('guess', 'a')
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(900)
})

test('two that count in the same database count together, at the same moment too', async () => {
  const waits = await Promise.all(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).take('guess', 'a')),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
})

test('what is counted under one name or key takes nothing from another', async () => {
  await here.take('other', 'a')
  expect(await here.take('other', 'a')).toBeGreaterThan(0)
  expect(await here.take('other', 'b')).toBe(0)
  expect(await here.take('guess', 'a')).toBe(0)
})

test('a try that is given back may be made again', async () => {
  await here.take('other', 'a')
  await there.giveBack('other', 'a')
  expect(await here.take('other', 'a')).toBe(0)
  expect(await here.take('other', 'a')).toBeGreaterThan(0)
})

test('after its time a count begins anew', async () => {
  await here.take('other', 'a')
  await database.owner.query('update rate_limit set expire = $1', [Date.now() - 1])
  expect(await here.take('other', 'a')).toBe(0)
})

test('the table names nobody: keys are hashed', async () => {
  await here.take('guess', 'somchai@agency.example')
  const { rows } = await database.owner.query<{ key: string }>('select key from rate_limit')
  expect(rows.map(({ key }) => key)).toEqual([expect.stringMatching(/^guess:[0-9a-f]{64}$/)])
  expect(JSON.stringify(rows)).not.toContain('somchai')
})

test('while the database is away nothing may be tried', async () => {
  const away = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1000 })
  const limits = createLimits(away, TABLE)
  await expect(limits.take('guess', 'a')).rejects.toThrow()
  limits.close()
  await away.end()
})
