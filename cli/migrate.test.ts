import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newestMigration } from '../app/platform/db/migrate.server.ts'
import { programVersion } from '../app/platform/program-version.server.ts'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { type Program, startProgram } from '../tests/journeys/support/program.ts'
import { bareServer } from '../tests/support/database.ts'
import { cleanUp, emptyDirectory } from '../tests/support/database-processes.ts'
import { urlOf } from '../tests/support/database-server.ts'

/** A server on which passwords count, prepared with the commands that its administrator types: what they print is used. */

vi.setConfig({ testTimeout: 180_000 })

const PORT = 4186
const SETTINGS = ['DATABASE_URL', 'PROTECTED_DATABASE_URL', 'DATABASE_BACKUP_URL'] as const
type Login = Readonly<{ setting: string; name: string; url: string; isNew: boolean }>

const folder = emptyDirectory()
const dataDir = path.join(folder, 'data')
let server: Awaited<ReturnType<typeof bareServer>>
let program: Program | null = null
let ownerUrl: string

beforeAll(async () => {
  await ensureBuilt()
  server = await bareServer()
  const admin = new pg.Client(server.superuser)
  await admin.connect()
  await admin.query("create role the_owner login createrole password 'owned'")
  await admin.query("create database ministry owner the_owner encoding 'UTF8' template template0")
  const { rows } = await admin.query<{ hba_file: string }>('show hba_file')
  const rules = `('local all ${server.superuser.user} trust'), ('local all all scram-sha-256')`
  await admin.query(`copy (values ${rules}) to ${pg.escapeLiteral(rows[0]?.hba_file ?? '')}`)
  await admin.query('select pg_reload_conf()')
  await admin.end()
  const owner = urlOf({ ...server.superuser, user: 'the_owner', database: 'ministry' })
  ownerUrl = owner.replace('the_owner@', 'the_owner:owned@')
})
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await server?.stop()
  await cleanUp()
})

const asOwner = () => ({ DATABASE_OWNER_URL: ownerUrl })

function prongsai(words: readonly string[], settings: Record<string, string>) {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, AGENCY_CODE: 'office', ...settings }
  const run = spawnSync(process.execPath, ['cli/main.ts', ...words, '--lang', 'en'], {
    env,
    encoding: 'utf8',
  })
  return { status: run.status, said: run.stderr, printed: run.stdout }
}

/** The lines that are printed for a file of settings. */
const linesOf = (printed: string): Record<string, string> =>
  Object.fromEntries(
    printed
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [name = '', ...value] = line.split('=')
        return [name, value.join('=')]
      }),
  )

async function loginAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ login: string }>('select session_user as login')).rows[0]?.login ?? ''
  } finally {
    await client.end()
  }
}

test('migrate --json makes the tables and says what it did; run again there is nothing to do', () => {
  const first = prongsai(['migrate', '--json'], asOwner())
  expect(first).toMatchObject({ status: 0, said: expect.stringContaining('Brought up to date by') })
  const number = newestMigration()
  const made = JSON.parse(first.printed)
  expect(made).toEqual({ applied: expect.any(Array), number, version: programVersion, logins: [] })
  expect(made.applied).toHaveLength(number)
  const again = prongsai(['migrate', '--json'], asOwner())
  expect(again).toMatchObject({ status: 0, said: expect.stringContaining('is up to date') })
  expect(JSON.parse(again.printed)).toEqual({ applied: [], number, version: programVersion, logins: [] })
  expect(prongsai(['migrate'], asOwner()).printed).toMatch(/^The database is up to date \(step \d+/)
})

test('migrate --logins prints lines for a file of settings alone, and each of them lets in', async () => {
  const made = prongsai(['migrate', '--logins'], asOwner())
  expect(made).toMatchObject({ status: 0, said: expect.stringContaining('shown this once') })
  const lines = linesOf(made.printed)
  expect(Object.keys(lines)).toEqual(SETTINGS)
  const logins = await Promise.all(SETTINGS.map((setting) => loginAt(lines[setting] ?? '')))
  expect(logins).toEqual(['ministry_program', 'ministry_sealed', 'ministry_keeper'])
  // Secrets go to standard output alone.
  for (const url of Object.values(lines)) expect(made.said).not.toContain(new URL(url).password)

  const again = prongsai(['migrate', '--logins', '--json'], asOwner())
  const { applied, logins: changed } = JSON.parse(again.printed) as { applied: []; logins: Login[] }
  expect([again.status, applied]).toEqual([0, []])
  expect(changed.map(({ setting, name, isNew }) => [setting, name, isNew])).toEqual(
    SETTINGS.map((setting, index) => [setting, logins[index], false]),
  )
  for (const { setting, name, url } of changed) {
    expect(await loginAt(url)).toBe(name)
    await expect(loginAt(lines[setting] ?? '')).rejects.toThrow(/password authentication failed/)
  }
})

test('the program is ready with the logins that were printed, and a backup is made with the third', async () => {
  const lines = linesOf(prongsai(['migrate', '--logins'], asOwner()).printed)
  const { DATABASE_BACKUP_URL: _keeper, ...ofProgram } = lines
  program = startProgram({
    ...ofProgram,
    DATA_DIR: dataDir,
    AGENCY_CODE: 'office',
    PORT: String(PORT),
  })
  const started = await Promise.race([program.ready, program.ended])
  expect(started).toHaveProperty('address')
  const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ status: 'ready' })])

  const file = path.join(folder, 'ministry.prongsai')
  const refused = prongsai(['backup', '--out', file], ofProgram)
  expect(refused).toMatchObject({ status: 3, said: expect.stringContaining('DATABASE_BACKUP_URL') })
  expect(existsSync(file)).toBe(false)
  const made = prongsai(['backup', '--out', file, '--json'], lines)
  expect(made.status, made.said).toBe(0)
  expect(JSON.parse(made.printed)).toMatchObject({ file, absent: [] })
  expect(prongsai(['verify', file], lines).status).toBe(0)
})

test('migrate that cannot be done says so in one sentence, without the password', () => {
  const none = prongsai(['migrate', '--logins'], {})
  expect(none).toMatchObject({ status: 2, printed: '', said: expect.stringContaining('DATABASE_OWNER_URL') })
  const wrong = { DATABASE_OWNER_URL: ownerUrl.replace(':owned@', ':guessed@') }
  const refused = prongsai(['migrate', '--json'], wrong)
  expect([refused.status, JSON.parse(refused.printed)]).toEqual([
    3,
    { error: { message: expect.stringContaining('Check DATABASE_OWNER_URL'), exitCode: 3 } },
  ])
  expect(refused.printed + refused.said).not.toContain('guessed')
})
