import { readFileSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'
import { SCHEMA_TYPES, schemaTypes } from './db-types.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('the types of the tables are those of the migrations (otherwise: npm run db:types)', async () => {
  const generated = await schemaTypes(database.db as unknown as Kysely<never>)
  expect(readFileSync(SCHEMA_TYPES, 'utf8')).toBe(generated)
})
