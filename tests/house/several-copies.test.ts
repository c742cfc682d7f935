import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announce } from '../../app/platform/db/listen.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { queueMail } from '../../app/platform/mail/queue-mail.server.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { type Program, startProgram } from '../journeys/support/program.ts'
import { bareServer } from '../support/database.ts'
import { cleanUp, emptyDirectory } from '../support/database-processes.ts'
import { urlOf } from '../support/database-server.ts'
import { aMail } from '../support/mail-desk.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { inDatabase, type SeededAgency, seedTwoAgencies } from '../support/two-agencies.ts'
import { until } from '../support/until.ts'

/** Three copies of the program, as `npm start` runs it, on one database server: they start together from nothing. */

const PORTS = [4181, 4182, 4183] as const
const LAST = PORTS[2]
const KEYS = {
  SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  PROTECTED_PEPPER: Buffer.alloc(32, 2).toString('base64'),
}
const LETTERS = 12
/** Of those of a day, what ends well without any network; by then each copy has asked for it. */
const DAILY = ['file-sweep', 'sealed-sweep', 'walk-check']

let server: Awaited<ReturnType<typeof bareServer>>
let mail: MailServer
let env: Record<string, string>
let admin: pg.Pool
let links: readonly (string | null)[]
let [at, other]: readonly SeededAgency[] = []
const copies = new Map<number, Program>()

beforeAll(async () => {
  await ensureBuilt()
  server = await bareServer()
  mail = await openMailServer()
  const first = new pg.Client(server.superuser)
  await first.connect()
  await first.query("create role the_owner login createrole password 'owned'")
  await first.query('create database ministry owner the_owner')
  await first.end()
  admin = new pg.Pool({ ...server.superuser, database: 'ministry', max: 2 })
  admin.on('error', () => {})
  const owner = { ...server.superuser, user: 'the_owner', database: 'ministry' }
  env = {
    ...KEYS,
    DATABASE_URL: urlOf(owner).replace('the_owner@', 'the_owner:owned@'),
    DATA_DIR: emptyDirectory(),
    AGENCY_CODE: 'one',
    ORIGIN: 'https://example.go.th',
    SMTP_URL: mail.url,
    MAIL_FROM: 'ita@agency.example',
  }
  links = await Promise.all(PORTS.map(start))
  ;[at, other] = await seedTwoAgencies(env)
  // Their host names, which the copies do not know of yet.
  await announcePublished()
})
afterAll(async () => {
  for (const { child } of copies.values()) child.kill('SIGTERM')
  await Promise.all([...copies.values()].map(endOf))
  await admin?.end()
  await mail?.close()
  await server?.stop()
  await cleanUp()
})

/** Starts the copy of that port, and gives the link for the first administrator that it printed. */
async function start(port: number): Promise<string | null> {
  const program = startProgram({ ...env, PORT: String(port) })
  copies.set(port, program)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
  return started.firstLink
}

/** One that does not end by itself is killed. */
async function endOf({ child, ended }: Program): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(timer)
}

type Answer = Readonly<{ status: number; body: string }>
type Asked = Readonly<{ of?: SeededAgency | undefined; isSignedIn?: boolean; method?: string }>

function ask(port: number, path: string, { of = at, isSignedIn, method }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      Host: of?.host ?? '',
      'Sec-Fetch-Site': 'same-origin',
      ...(isSignedIn && { Cookie: of?.cookie ?? '' }),
    }
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        body += piece
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What each of those copies answers, in their order. */
const statuses = (path: string, asked: Asked = {}, ports: readonly number[] = PORTS) =>
  Promise.all(ports.map(async (port) => (await ask(port, path, asked)).status))

const idOf = (agency: SeededAgency | undefined) => agency?.id ?? ''
const announcePublished = () =>
  inDatabase(env, (db) => withAgency(db, idOf(at), (tx) => announce(tx, 'published')))

/** Past the program, so that nobody is told. */
const rename = (name: string) => admin.query('update agency set name_th = $1 where id = $2', [name, idOf(at)])

it('are all ready, have applied each migration once, and founded one agency', async () => {
  expect(await statuses('/readyz')).toEqual([200, 200, 200])
  const { rows } = await admin.query(
    `select (select count(*) = max(number) from schema_migration) as whole,
      (select count(*)::int from agency where code = 'one') as agencies,
      (select count(*)::int from program_copy) as copies`,
  )
  expect(rows).toEqual([{ whole: true, agencies: 1, copies: 3 }])
  expect(links.some((link) => link !== null)).toBe(true)
})

it('share sessions: who is signed in is so on each of them, and who signs out on one is out on all', async () => {
  const signedIn = { of: other, isSignedIn: true }
  expect(await until(async () => (await statuses('/office', signedIn)).every((one) => one === 200))).toBe(
    true,
  )
  expect(await statuses('/office', { of: other })).not.toContain(200)
  expect(await statuses('/sign-out', { ...signedIn, method: 'POST' }, [LAST])).toEqual([303])
  expect(await statuses('/office', signedIn)).not.toContain(200)
})

it('each forgets its pages when something is published by any', async () => {
  const areSeen = async (name: string) =>
    (await Promise.all(PORTS.map((port) => ask(port, '/')))).map(({ body }) => body.includes(name))
  let name = ''
  // Unless the program itself publishes something in between, each has the page in its memory at the first turn.
  const areKept = () =>
    until(async () => {
      await areSeen('')
      name = `หน่วยงาน ${randomUUID()}`
      await rename(name)
      return (await areSeen(name)).every((isSeen) => !isSeen)
    })
  expect(await areKept()).toBe(true)
  await announcePublished()
  // A page that is kept lives for a minute: it was forgotten, or it would be there still.
  expect(await until(async () => (await areSeen(name)).every(Boolean))).toBe(true)
})

it('send each letter once, whichever of them does', async () => {
  await inDatabase(env, async (db) => {
    for (let count = 0; count < LETTERS; count += 1)
      await withAgency(db, idOf(at), (tx) => queueMail(tx, aMail(idOf(at))))
  })
  const unsent = "select 1 from mail_outbox where state not in ('sent') and agency_id = $1"
  expect(await until(async () => (await admin.query(unsent, [idOf(at)])).rowCount === 0)).toBe(true)
  expect(mail.arrived).toHaveLength(LETTERS)
  expect(new Set(mail.arrived.map(({ messageId }) => messageId)).size).toBe(LETTERS)
})

it('go on answering when one of them is killed, and take it back', async () => {
  const killed = copies.get(LAST)
  killed?.child.kill('SIGKILL')
  await killed?.ended
  const left = PORTS.filter((port) => port !== LAST)
  expect(await statuses('/readyz', {}, left)).toEqual([200, 200])
  expect(await statuses('/', {}, left)).toEqual([200, 200])
  expect(await statuses('/office', { isSignedIn: true }, left)).toEqual([200, 200])
  await expect(ask(LAST, '/readyz')).rejects.toThrow(/ECONNREFUSED/)
  // As one would that works on it for the next minute.
  const stranger = randomUUID()
  const held = await admin.query(
    `update job_run set holder = $1, held_until = now() + interval '5 minutes' where job = 'desk' returning runs`,
    [stranger],
  )
  const reminded = async () =>
    Number((await admin.query("select runs from job_run where job = 'reminders'")).rows[0]?.runs)
  const before = await reminded()
  await start(LAST)
  expect(await statuses('/office', { isSignedIn: true }, [LAST])).toEqual([200])
  // It has begun to work, and leaves alone what another has.
  expect(await until(async () => (await reminded()) > before)).toBe(true)
  const { rows } = await admin.query("select holder, runs from job_run where job = 'desk'")
  expect(rows).toEqual([{ holder: stranger, runs: held.rows[0]?.runs }])
})

it('do together once what is done once a day, however many of them ask', async () => {
  const endings = async () =>
    (
      await admin.query(
        'select job, runs::int, faults::int from job_run where job = any ($1) and holder is null order by job',
        [DAILY],
      )
    ).rows
  const once = DAILY.map((job) => ({ job, runs: 1, faults: 0 }))
  await until(async () => (await endings()).length === DAILY.length)
  expect(await endings()).toEqual(once)
})
