import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type DatabaseServer,
  loginsOf,
  startDatabaseServer,
  urlOf,
} from '../../../tests/support/database-server.ts'
import { startPgBouncer } from '../../../tests/support/pgbouncer.ts'
import { until } from '../../../tests/support/until.ts'
import { openDatabase } from './database.server.ts'
import { announce } from './listen.server.ts'
import { withAgency } from './tenant.server.ts'

/** A real PgBouncer in transaction mode before a real server. */

let server: DatabaseServer
let pooler: Awaited<ReturnType<typeof startPgBouncer>>
let direct: string
let pooled: string

beforeAll(async () => {
  server = await startDatabaseServer()
  pooler = await startPgBouncer(server.url)
  const { superuser, login } = loginsOf(server.url)
  const admin = new pg.Client(superuser)
  await admin.connect()
  await admin.query(`create database prongsai owner ${login.user}`)
  await admin.end()
  direct = urlOf({ ...login, database: 'prongsai' })
  pooled = pooler.urlFor(login.user, 'prongsai')
})
afterAll(async () => {
  await pooler?.stop()
  await server?.stop()
})

const open = (directUrl: string | null, log: (message: string) => void) =>
  openDatabase(
    {
      databaseUrl: pooled,
      databases: { directUrl, ownerUrl: null, replicaUrl: null, backupUrl: null },
      databasePool: 10,
      dataDir: '/nowhere',
    },
    { log },
  )

it('brings the schema up to date, keeps agencies apart, and says that announcements get lost', async () => {
  const said: string[] = []
  const database = await open(null, (message) => said.push(message))
  try {
    const agencies = Array.from({ length: 40 }, () => randomUUID())
    const seen = await Promise.all(
      agencies.map((id) =>
        withAgency(database.db, id, async (tx) => {
          await tx
            .insertInto('agency')
            .values({ id, code: `a-${id}` })
            .execute()
          const run = { agency_id: id, id: randomUUID(), notes: '[]', suspected_faults: '[]' }
          await tx
            .insertInto('import_run')
            .values({ ...run, imported_at: new Date(0), imported_by: 'tester' })
            .execute()
          return tx.selectFrom('import_run').select('agency_id').execute()
        }),
      ),
    )
    expect(seen).toEqual(agencies.map((agency_id) => [{ agency_id }]))
    // Neither role nor agency stays with a connection that goes to the next transaction.
    const { rows } = await database.pool.query(
      "select coalesce(current_setting('app.agency_id', true), '') as agency, current_user = session_user as plain",
    )
    expect(rows).toEqual([{ agency: '', plain: true }])
    const stop = await database.listen('published', () => {})
    expect(await until(() => said.length > 0)).toBe(true)
    expect(said).toEqual([expect.stringContaining('set DATABASE_DIRECT_URL')])
    await stop()
  } finally {
    await database.close()
  }
})

it('with the address of the server itself announcements are heard, and nothing is said', async () => {
  const said: string[] = []
  const database = await open(direct, (message) => said.push(message))
  let heard = 0
  const stop = await database.listen('published', () => {
    heard += 1
  })
  try {
    await withAgency(database.db, randomUUID(), (tx) => announce(tx, 'published'))
    expect(await until(() => heard === 1)).toBe(true)
    expect(await until(() => said.length > 0, 2_500)).toBe(false)
  } finally {
    await stop()
    await database.close()
  }
})

it('names the setting of an address that does not answer', async () => {
  const refused = open('postgres://somebody@127.0.0.1:1/x', () => {})
  await expect(refused).rejects.toMatchObject({
    code: 'database.unreachable-server',
    text: { en: expect.stringContaining('Check DATABASE_DIRECT_URL') },
  })
})
