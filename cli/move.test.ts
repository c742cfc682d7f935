import { execFile } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { joinOwnPostgres } from '../app/platform/db/embedded/own-postgres.server.ts'
import { emptyDirectory, removeDirectory } from '../tests/support/database-processes.ts'
import {
  type DatabaseServer,
  loginsOf,
  startDatabaseServer,
  urlOf,
} from '../tests/support/database-server.ts'
import { seedTwoAgencies } from '../tests/support/two-agencies.ts'

// Each call is a process of its own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const [here, there] = [emptyDirectory(), emptyDirectory()]
let server: DatabaseServer
let url: string
beforeAll(async () => {
  server = await startDatabaseServer()
  const { superuser, login } = loginsOf(server.url)
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create database moved owner ${login.user}`)
  await client.query(`create database disturbed owner ${login.user}`)
  await client.end()
  url = urlOf({ ...login, database: 'moved' })
  await seedTwoAgencies({ DATA_DIR: here, DATABASE_URL: '' })
  await prongsai(['import', 'examples/dga-2567/report-2567.txt'], { DATA_DIR: here })
})
afterAll(async () => {
  for (const directory of [here, there]) await removeDirectory(directory)
  await server.stop()
})

type Settings = Readonly<{ DATA_DIR: string; DATABASE_URL?: string }>
type Done = Readonly<{ code: number; out: string; err: string }>
const prongsai = (args: readonly string[], settings: Settings): Promise<Done> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: '', ...settings }
    execFile(process.execPath, ['cli/main.ts', ...args], { encoding: 'utf8', env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

async function inOwn(dataDir: string, statement: string): Promise<void> {
  const own = await joinOwnPostgres(dataDir)
  const client = new pg.Client(own.address)
  await client.connect()
  await client.query(statement)
  await client.end()
  await own.leave()
}

test('move says what it needs', async () => {
  const own = { DATA_DIR: here }
  const calls = [[], ['--to', 'somewhere'], ['--to', 'own'], ['extra', '--to', url]]
  const done = await Promise.all(calls.map((args) => prongsai(['move', ...args, '--lang', 'en'], own)))
  expect(done.map(({ code }) => code)).toEqual([2, 2, 2, 2])
  expect(done.map(({ err }) => err.trim())).toEqual([
    'Say where to, as in prongsai move --to postgres://user@host/database or prongsai move --to own.',
    '--to takes an address such as postgres://user@host/database, or the word own.',
    'That is the database in use. Name another one.',
    expect.stringContaining('extra'),
  ])
  const nothing = await prongsai(['move', '--to', url, '--lang', 'en'], { DATA_DIR: there })
  expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('no database to move') })
})

test('move is not done where somebody worked on the source meanwhile', async () => {
  const own = { DATA_DIR: here }
  const holder = new pg.Client({ ...loginsOf(server.url).login, database: 'disturbed' })
  await holder.connect()
  // The lock of a load: it waits until the source was written to.
  await holder.query('select pg_advisory_lock(7342005)')
  const target = urlOf({ ...loginsOf(server.url).login, database: 'disturbed' })
  const moving = prongsai(['move', '--to', target, '--json', '--lang', 'en'], own)
  const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`
  await expect.poll(async () => (await holder.query(waiting)).rows[0].n, { timeout: 60_000 }).toBe(1)
  await inOwn(here, `insert into program_copy values (gen_random_uuid(), '0.1.0', 19, now(), now())`)
  await holder.end()
  const moved = await moving
  expect([moved.code, JSON.parse(moved.out)]).toEqual([1, { moved: false, writtenSince: true }])
  expect(moved.err).toContain('do not use it yet')
  await inOwn(here, 'delete from program_copy')
})

test('move carries a database to a server and back, the same at every place', async () => {
  const own = { DATA_DIR: here }
  const before = await prongsai(['verify', '--json'], own)
  const { agencies } = JSON.parse(before.out)
  expect(agencies.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  expect(Math.max(...agencies.map(({ rows }: { rows: number }) => rows))).toBeGreaterThan(5)

  await inOwn(here, `insert into program_copy values (gen_random_uuid(), '0.1.0', 19, now(), now())`)
  const running = await prongsai(['move', '--to', url, '--json'], own)
  expect([running.code, JSON.parse(running.out)]).toEqual([1, { moved: false, running: 1 }])
  await inOwn(here, `update program_copy set seen_at = now() - interval '2 minutes'`)

  const moved = await prongsai(['move', '--to', url, '--json', '--lang', 'en'], own)
  const said = JSON.parse(moved.out)
  expect([moved.code, said.moved, said.from, said.to]).toEqual([0, true, 'own', 'server'])
  expect(said.tables.find(({ name }: { name: string }) => name === 'public.agency').rows).toBe(3)
  expect(moved.err).toContain('set DATABASE_URL to the address')

  const onServer = { DATA_DIR: here, DATABASE_URL: url }
  expect((await prongsai(['verify', '--json'], onServer)).out).toBe(before.out)
  const again = await prongsai(['move', '--to', url, '--json'], own)
  expect([again.code, JSON.parse(again.out).refused.code]).toEqual([1, 'transfer.target-holds'])

  const back = await prongsai(['move', '--to', 'own', '--json'], { DATA_DIR: there, DATABASE_URL: url })
  expect([back.code, JSON.parse(back.out).tables]).toEqual([0, said.tables])
  expect((await prongsai(['verify', '--json'], { DATA_DIR: there })).out).toBe(before.out)
  expect((await prongsai(['verify', '--json'], own)).out).toBe(before.out)
})
