import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { kyselyOn } from './database.server.ts'
import { readDatabaseHealth } from './database-health.queries.server.ts'
import { type DatabaseHealth, judgeHealth } from './database-health.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const WELL: DatabaseHealth = {
  serverVersion: '17.5',
  databaseBytes: 20_000_000,
  connections: 12,
  mostConnections: 97,
  oldestTransactionSeconds: 3,
  frozenAge: 200_000_000,
  mostFrozenAge: 200_000_000,
  isVacuumOn: true,
  checkpointSeconds: 250,
  checksumFailures: 0,
  hasChecksums: true,
  isReplica: false,
  tables: [{ name: 'session', liveRows: 100, deadRows: 2_000, vacuumedSeconds: null }],
  walBytes: 1e9,
  standbys: [{ behindSeconds: 2 }, { behindSeconds: null }],
}
const codesOf = (change: Partial<DatabaseHealth>) =>
  judgeHealth({ ...WELL, ...change }).map(({ code, level }) => `${level} ${code}`)

describe('the health of a database', () => {
  it('is read by the login of the program, which may not see all', async () => {
    const health = await readDatabaseHealth(database.db)
    expect(health.serverVersion).toMatch(/^1[5-9]\./)
    expect(health.databaseBytes).toBeGreaterThan(1_000_000)
    expect(health.connections).toBeGreaterThan(0)
    expect(health.mostFrozenAge).toBe(200_000_000)
    expect(health.walBytes).toBeNull()
    expect(health.standbys).toEqual([])
    expect(judgeHealth({ ...health, isVacuumOn: true, hasChecksums: true })).toEqual([])
  })

  it('tells more to who may see it, and counts dead rows', async () => {
    await database.owner.query(`create table churn (n integer);
      insert into churn select generate_series(1, 20000); delete from churn where n > 100`)
    const owner = kyselyOn(database.owner)
    const read = async () => (await readDatabaseHealth(owner)).tables.find(({ name }) => name === 'churn')
    // Figures are told by each connection when it has a moment.
    await expect.poll(async () => (await read())?.deadRows, { timeout: 20_000 }).toBe(19_900)
    expect((await read())?.vacuumedSeconds).toBeNull()
    await database.owner.query('drop table churn')
  })

  it('is not remarked on when it is good', () => expect(codesOf({})).toEqual([]))

  it('names what endangers data or will stop the work', () => {
    expect(codesOf({ checksumFailures: 1 })).toEqual(['fault health.checksums'])
    expect(codesOf({ hasChecksums: false })).toEqual(['warning health.no-checksums'])
    expect(codesOf({ isVacuumOn: false })).toEqual(['warning health.vacuum-off'])
    expect(codesOf({ frozenAge: 400_000_000 })).toEqual(['warning health.frozen-age'])
    expect(codesOf({ frozenAge: 1_500_000_000 })).toEqual(['fault health.frozen-age'])
    expect(codesOf({ connections: 90 })).toEqual(['warning health.connections'])
    expect(codesOf({ oldestTransactionSeconds: 7_200 })).toEqual(['warning health.long-transaction'])
    expect(codesOf({ walBytes: 20e9 })).toEqual(['warning health.wal'])
    expect(codesOf({ standbys: [{ behindSeconds: 900 }] })).toEqual(['warning health.standby-behind'])
  })

  it('minds dead rows only where there are many and vacuum did not come for a day', () => {
    const table = { name: 'session', liveRows: 10_000, deadRows: 20_000, vacuumedSeconds: 90_000 }
    expect(codesOf({ tables: [table] })).toEqual(['warning health.dead-rows'])
    expect(codesOf({ tables: [{ ...table, vacuumedSeconds: 60 }] })).toEqual([])
    expect(codesOf({ tables: [{ ...table, liveRows: 1_000_000 }] })).toEqual([])
  })
})
