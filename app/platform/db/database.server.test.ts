import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, emptyDirectory } from '../../../tests/support/database-processes.ts'
import { openDatabaseRoad } from '../../../tests/support/database-road.ts'
import { openDatabase } from './database.server.ts'
import { joinOwnPostgres, type OwnPostgres } from './embedded/own-postgres.server.ts'
import { announce, type Channel, listenTo } from './listen.server.ts'
import { withAgency, withoutAgency } from './tenant.server.ts'

// A server that nobody has prepared for the program.
let server: OwnPostgres
let admin: pg.Client
beforeAll(async () => {
  server = await joinOwnPostgres(emptyDirectory(), { durable: false })
  admin = new pg.Client({ ...server.address, database: 'postgres' })
  await admin.connect()
  await admin.query('create role ordinary login createrole')
  await admin.query('create database ordinary owner ordinary')
  await admin.query('create database super')
})
afterAll(async () => {
  await admin.end()
  await server.leave()
  await cleanUp()
})

const addressOf = (user: string, database: string) =>
  `postgres://${user}@localhost/${database}?host=${encodeURIComponent(server.address.host)}`
const open = (databaseUrl: string) =>
  openDatabase({ databaseUrl, databasePool: 3, dataDir: '/nowhere' }, { log: () => {} })

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await sleep(25)
}

describe('a database server', () => {
  it('serves a login that owns its database and is no superuser, and row security binds it', async () => {
    const opened = await open(addressOf('ordinary', 'ordinary'))
    try {
      expect(opened.kind).toBe('server')
      const [mine, other] = [randomUUID(), randomUUID()]
      for (const [id, code] of [
        [mine, 'mine'],
        [other, 'other'],
      ] as const)
        await withAgency(opened.db, id, (tx) => tx.insertInto('agency').values({ id, code }).execute())
      const insert = (agencyId: string) =>
        withAgency(opened.db, mine, (tx) =>
          tx
            .insertInto('import_run')
            .values({
              agency_id: agencyId,
              id: randomUUID(),
              notes: '[]',
              suspected_faults: '[]',
              imported_at: new Date(0),
              imported_by: 'tester',
            })
            .execute(),
        )
      await insert(mine)
      await expect(insert(other)).rejects.toThrow(/row-level security/)
      const seen = await withAgency(opened.db, other, (tx) =>
        tx.selectFrom('import_run').selectAll().execute(),
      )
      expect(seen).toEqual([])
      // The owner of the tables, outside the program's role.
      expect((await opened.pool.query('select from import_run')).rowCount).toBe(0)
    } finally {
      await opened.close()
    }
  })

  it('that does not answer is named, without the password', async () => {
    const refused = open('postgres://somebody:hunter2@127.0.0.1:1/x')
    await expect(refused).rejects.toMatchObject({
      code: 'database.unreachable-server',
      text: { th: expect.stringContaining('127.0.0.1:1'), en: expect.not.stringContaining('hunter2') },
    })
  })

  it('may stop and come back: the pool serves the next query', async () => {
    const opened = await open(addressOf('postgres', 'super'))
    try {
      const { rows } = await opened.pool.query('select pg_backend_pid() as pid')
      await admin.query('select pg_terminate_backend($1)', [rows[0].pid])
      await until(() => opened.pool.totalCount === 0)
      expect((await opened.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    } finally {
      await opened.close()
    }
  })
})

describe('announcements', () => {
  it('are heard when the transaction is kept, not when it is undone, and after a lost connection', async () => {
    const opened = await open(addressOf('postgres', 'super'))
    let heard = 0
    const stop = await opened.listen('published', () => {
      heard++
    })
    try {
      const undone = withoutAgency(opened.db, async (tx) => {
        await announce(tx, 'published')
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      await withoutAgency(opened.db, (tx) => announce(tx, 'published'))
      await until(() => heard > 0)
      expect(heard).toBe(1)

      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'prongsai listens to published'",
      )
      await until(() => heard > 1)
      expect(heard).toBe(2)
      await withoutAgency(opened.db, (tx) => announce(tx, 'published'))
      await until(() => heard > 2)
      expect(heard).toBe(3)
    } finally {
      await stop()
      await opened.close()
    }
  })

  it('that are no longer wanted leave no connection, also when it is just being made', async () => {
    const road = await openDatabaseRoad(server.address)
    try {
      const stop = await listenTo(road.address, 'published', () => {})
      expect(await listeners()).toBe(1)
      road.block()
      road.cut()
      await until(() => road.waiting() > 0)
      const stopped = stop()
      road.open()
      await stopped
      await sleep(300)
      expect(await listeners()).toBe(0)
    } finally {
      await road.close()
    }
  })

  it('that cannot be listened to leave no connection', async () => {
    const address = { ...server.address, database: 'postgres' }
    await expect(listenTo(address, 'no channel' as Channel, () => {})).rejects.toThrow(/syntax/)
    expect(await listeners()).toBe(0)
  })
})

/** A connection that was ended is gone from the server's list a moment later. */
async function listeners(): Promise<number> {
  let count = 0
  for (let tries = 0; tries < 20; tries++) {
    const found = await admin.query(
      "select count(*)::int as n from pg_stat_activity where application_name like 'prongsai listens%'",
    )
    count = found.rows[0].n
    if (count === 0) return 0
    await sleep(25)
  }
  return count
}
