import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/support/database.ts'
import { isDatabaseAway } from './database-away.ts'

const faultOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((error) => error)

test('a connection that the server ends under a query is a database that is away', async () => {
  const database = await freshDatabase()
  const client = await database.pool.connect()
  const lost: Error[] = []
  client.on('error', (error) => lost.push(error))
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const asked = faultOf(client.query('select pg_sleep(30)'))
  await database.owner.query('select pg_terminate_backend($1)', [rows[0].pid])
  expect(isDatabaseAway(await asked)).toBe(true)
  expect(isDatabaseAway(await faultOf(client.query('select 1')))).toBe(true)
  client.release(true)
  expect(isDatabaseAway(await faultOf(database.pool.query('select no_such_column')))).toBe(false)
  await database.drop()
})

test('so is a server whose socket or port is not there, and a statement that it gave up', async () => {
  for (const place of [{ host: '/nowhere' }, { host: '127.0.0.1', port: 1 }]) {
    const client = new pg.Client({ ...place, connectionTimeoutMillis: 2_000 })
    expect(isDatabaseAway(await faultOf(client.connect()))).toBe(true)
  }
  const database = await freshDatabase()
  const slow = database.pool.query("begin; set local statement_timeout = '10ms'; select pg_sleep(5)")
  expect(isDatabaseAway(await faultOf(slow))).toBe(true)
  await database.pool.query('rollback')
  await database.drop()
})

test('a fault of the program, and of a file, is none', () => {
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
  const twice = Object.assign(new Error('duplicate key'), { code: '23505' })
  for (const error of [new TypeError('x is undefined'), missing, twice, 'ECONNREFUSED', null])
    expect(isDatabaseAway(error)).toBe(false)
})
