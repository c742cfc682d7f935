import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { faultFacts } from './fault-facts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const refusalOf = (statement: string, values: readonly unknown[]) =>
  database.owner.query(statement, [...values]).then(
    () => {
      throw new Error('the database took it')
    },
    (error: Error) => error,
  )

test('a refusal of the database is told by code, constraint and table, and never by what was in the row', async () => {
  const code = 'somchai-jaidee'
  await database.owner.query('insert into agency (id, code) values (gen_random_uuid(), $1)', [code])
  const twice = await refusalOf('insert into agency (id, code) values (gen_random_uuid(), $1)', [code])
  expect((twice as pg.DatabaseError).detail).toContain(code)
  const facts = faultFacts(twice)
  expect(facts).toMatchObject({ code: '23505', table: 'agency' })
  expect(facts.constraint).toMatch(/^agency/)
  expect(JSON.stringify(facts)).not.toContain(code)
})

test('a value that cannot be read is not quoted, though PostgreSQL quotes it in its message', async () => {
  const refused = await refusalOf('select $1::uuid', ['secret words'])
  expect(refused.message).toContain('secret words')
  const facts = faultFacts(refused)
  expect(facts.code).toBe('22P02')
  expect(facts.stack).toMatch(/^at /)
  expect(JSON.stringify(facts)).not.toContain('secret')
})

test('lines of a message that look like places are none', () => {
  const error = new TypeError('one\n    at secret (/x/y.ts:1:2)\n    at secret (<anonymous>)')
  const facts = faultFacts(error)
  expect(facts.error).toBe('TypeError')
  expect(facts.stack).toContain('fault-facts.test.ts')
  expect(JSON.stringify(facts)).not.toContain('secret')
})

test('what led to an error is told by name and code', () => {
  const cause = Object.assign(new Error('connect to db.secret.example'), { code: 'ECONNREFUSED' })
  expect(faultFacts(new Error('x', { cause })).cause).toBe('Error ECONNREFUSED')
})

test.each([
  ['words', 'thrown string'],
  [null, 'thrown null'],
  [{ code: 'secret' }, 'thrown object'],
])('%o that was thrown is told by its kind', (thrown, told) => {
  expect(faultFacts(thrown)).toEqual({ error: told })
})

test('a name that somebody gave an error is not taken when it is no name', () => {
  const error = Object.assign(new Error('x'), { name: 'somchai jaidee', code: 'a b', table: 'ตาราง' })
  expect(faultFacts(error)).toMatchObject({ error: 'Error' })
  expect(JSON.stringify(faultFacts(error))).not.toMatch(/somchai|a b|ตาราง/)
})
