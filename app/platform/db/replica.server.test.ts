import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type DatabaseServer,
  loginsOf,
  startDatabaseServer,
  startReplica,
  urlOf,
} from '../../../tests/support/database-server.ts'
import { until } from '../../../tests/support/until.ts'
import { type Database, openDatabase } from './database.server.ts'
import { openReplica, type Replica } from './replica.server.ts'
import { withAgency } from './tenant.server.ts'

/** A real server and a real replica that streams from it. */

const said: string[] = []
const log = {
  info: (_facts: object, code: string) => void said.push(code),
  warn: (facts: object, code: string) => void said.push(`${code} ${(facts as { reason: string }).reason}`),
}
let server: DatabaseServer
let standby: DatabaseServer
let database: Database
let replica: Replica
let onStandby: pg.Client

const inDatabase = (url: string) => urlOf({ ...loginsOf(url).login, database: 'prongsai' })
const isUsed = () => replica.db() !== null
const codes = async (db: Replica['db']) => {
  const found = db()
  return found && withAgency(found, randomUUID(), (tx) => tx.selectFrom('agency').select('code').execute())
}
const found = (code: string) => {
  const id = randomUUID()
  return withAgency(database.db, id, (tx) => tx.insertInto('agency').values({ id, code }).execute())
}

beforeAll(async () => {
  server = await startDatabaseServer()
  const admin = new pg.Client(loginsOf(server.url).superuser)
  await admin.connect()
  await admin.query(`create database prongsai owner ${loginsOf(server.url).login.user}`)
  await admin.end()
  database = await openDatabase(
    { databaseUrl: inDatabase(server.url), databasePool: 3, dataDir: '/nowhere' },
    { log: () => {} },
  )
  standby = await startReplica(server.url)
  onStandby = new pg.Client(loginsOf(standby.url).superuser)
  onStandby.on('error', () => {})
  await onStandby.connect()
  replica = openReplica({
    url: inDatabase(standby.url),
    primary: database.pool,
    max: 2,
    log,
    longestLagMs: 1_000,
  })
})
afterAll(async () => {
  await replica?.close()
  await onStandby?.end().catch(() => {})
  await standby?.stop()
  await database?.close()
  await server?.stop()
})

it('is used once it has what the primary wrote, and shows it', async () => {
  expect(await until(isUsed)).toBe(true)
  await found('first')
  replica.catchUp()
  expect(isUsed()).toBe(false)
  expect(await until(isUsed)).toBe(true)
  expect(await codes(replica.db)).toEqual([{ code: 'first' }])
})

it('is not used after a publication before it has replayed it', async () => {
  await onStandby.query('select pg_wal_replay_pause()')
  await found('second')
  replica.catchUp()
  expect(await until(isUsed, 700)).toBe(false)
  await onStandby.query('select pg_wal_replay_resume()')
  expect(await until(isUsed)).toBe(true)
  expect(await codes(replica.db)).toEqual([{ code: 'first' }, { code: 'second' }])
})

it('is left, with one line in the log, while it lags behind, though nobody announced anything', async () => {
  said.length = 0
  await onStandby.query('select pg_wal_replay_pause()')
  await found('third')
  expect(await until(() => !isUsed())).toBe(true)
  expect(await until(isUsed, 2_500)).toBe(false)
  await onStandby.query('select pg_wal_replay_resume()')
  expect(await until(isUsed)).toBe(true)
  expect(said).toEqual(['replica-not-used lagging', 'replica-used'])
})

it('refuses what would change it', async () => {
  const db = replica.db()
  if (!db) throw new Error('not used')
  const change = withAgency(db, randomUUID(), (tx) =>
    tx.insertInto('agency').values({ id: randomUUID(), code: 'never' }).execute(),
  )
  await expect(change).rejects.toMatchObject({ code: '25006' })
})

it('that answered with an error is looked at again before it is used', async () => {
  said.length = 0
  replica.distrust()
  expect(isUsed()).toBe(false)
  expect(await until(isUsed)).toBe(true)
  expect(said).toEqual(['replica-not-used away', 'replica-used'])
})

it('that became a server of its own is a replica no more', async () => {
  said.length = 0
  await onStandby.query('select pg_promote()')
  expect(await until(() => !isUsed())).toBe(true)
  expect(said).toEqual(['replica-not-used away'])
})

it('that is stopped is left quietly', async () => {
  said.length = 0
  await standby.stop()
  expect(await until(isUsed, 2_500)).toBe(false)
  expect(said).toEqual([])
})
