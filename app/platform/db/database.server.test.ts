import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareServer } from '../../../tests/support/database.ts'
import { openPoolerWithoutOptions } from '../../../tests/support/database-pooler.ts'
import { openDatabaseRoad } from '../../../tests/support/database-road.ts'
import { urlOf } from '../../../tests/support/database-server.ts'
import { openDatabase } from './database.server.ts'
import { announce, type Channel, listenTo } from './listen.server.ts'
import { withAgency, withoutAgency } from './tenant.server.ts'

let server: Awaited<ReturnType<typeof bareServer>>
let admin: pg.Client
beforeAll(async () => {
  server = await bareServer()
  admin = new pg.Client(server.superuser)
  await admin.connect()
  await admin.query('create role ordinary login createrole')
  await admin.query('create database ordinary owner ordinary')
  await admin.query('create database super')
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const addressOf = (user: string, database: string) => urlOf({ ...server.superuser, user, database })
const open = (databaseUrl: string, log: (message: string) => void = () => {}) =>
  openDatabase({ databaseUrl, databasePool: 3, dataDir: '/nowhere' }, { log })

const anImportRun = (agencyId: string) => ({
  agency_id: agencyId,
  id: randomUUID(),
  notes: '[]',
  suspected_faults: '[]',
  imported_at: new Date(0),
  imported_by: 'tester',
})

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
          tx.insertInto('import_run').values(anImportRun(agencyId)).execute(),
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

describe('a login that row security does not bind', () => {
  beforeAll(() => admin.query('alter role ordinary bypassrls'))
  afterAll(() => admin.query('alter role ordinary nobypassrls'))
  const who = `select current_user::text as name, rolsuper or rolbypassrls as above from pg_roles
    where rolname = current_user`

  it.each([
    ['postgres', 'super'],
    ['ordinary', 'ordinary'],
  ])('gives that up for every query of the program, and is told what to do: %s', async (user, database) => {
    const said: string[] = []
    const opened = await open(`${addressOf(user, database)}&options=-c%20work_mem%3D5MB`, (text) =>
      said.push(text),
    )
    try {
      expect(said).toEqual([expect.stringMatching(/set DATABASE_URL to a login that owns/)])
      const bound = { name: 'prongsai_app', above: false }
      const [mine, other] = [randomUUID(), randomUUID()]
      for (const id of [mine, other])
        await withAgency(opened.db, id, async (tx) => {
          await tx
            .insertInto('agency')
            .values({ id, code: `a-${id}` })
            .execute()
          await tx.insertInto('import_run').values(anImportRun(id)).execute()
        })
      expect((await opened.pool.query(who)).rows).toEqual([bound])
      await opened.pool.query('reset role')
      expect((await opened.pool.query(who)).rows).toEqual([bound])
      expect((await opened.pool.query('select from import_run')).rowCount).toBe(0)
      const seen = await withAgency(opened.db, mine, (tx) =>
        tx.selectFrom('import_run').select('agency_id').execute(),
      )
      expect(seen).toEqual([{ agency_id: mine }])
      const memory = await opened.pool.query("select current_setting('work_mem') as memory")
      expect(memory.rows).toEqual([{ memory: '5MB' }])
    } finally {
      await opened.close()
    }
  })

  it('may still take on another role of the program', async () => {
    await admin.query('create role prongsai_other')
    const opened = await open(addressOf('postgres', 'super'))
    try {
      const taken = await withoutAgency(opened.db, async (tx) => {
        await sql`select set_config('role', 'prongsai_other', true)`.execute(tx)
        return (await sql<{ name: string }>`select current_user::text as name`.execute(tx)).rows
      })
      expect(taken).toEqual([{ name: 'prongsai_other' }])
    } finally {
      await opened.close()
    }
  })

  it('is refused where a pooler keeps the program from giving that up', async () => {
    const pooler = await openPoolerWithoutOptions(server.superuser)
    try {
      const refused = open(pooler.urlFor('postgres', 'super'))
      await expect(refused).rejects.toMatchObject({
        code: 'database.above-walls',
        text: { th: expect.stringContaining('BYPASSRLS'), en: expect.stringContaining('BYPASSRLS') },
      })
    } finally {
      await pooler.close()
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
    const road = await openDatabaseRoad(server.superuser)
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
    await expect(listenTo(server.superuser, 'no channel' as Channel, () => {})).rejects.toThrow(/syntax/)
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
