import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompanion } from '../app/features/operation/backup/companions/companion.server.ts'
import { createS3Store, type S3Settings } from '../app/platform/files/s3-store.server.ts'
import { startProgram } from '../tests/journeys/support/program.ts'
import {
  answerOf,
  areThere,
  type KeptFile,
  keepFiles,
  killedWhen,
  prongsai,
  type Settings,
} from '../tests/support/backup-desk.ts'
import { emptyDirectory, removeDirectory } from '../tests/support/database-processes.ts'
import {
  type DatabaseServer,
  loginsOf,
  startDatabaseServer,
  urlOf,
} from '../tests/support/database-server.ts'

/** Backups that come back on another kind of installation, or by a command that was killed, or not at all. */

const folder = emptyDirectory()
const at = (name: string) => path.join(folder, name)
const own = (name: string, more: Settings = {}): Settings => ({
  AGENCY_CODE: 'dga',
  DATA_DIR: at(name),
  DATABASE_URL: '',
  BACKUP_DIR: '',
  BACKUP_RECIPIENT: '',
  FILES_S3_ENDPOINT: '',
  ...more,
})
const s3 = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: at('s3'),
  configureBuckets: [{ name: 'evidence', configs: [] }],
})
let server: DatabaseServer
let url: string
let bucket: S3Settings
let onServer: Settings
let kept: readonly KeptFile[]
let before: { auditHead: string; publications: readonly unknown[] }

beforeAll(async () => {
  server = await startDatabaseServer()
  const { superuser, login } = loginsOf(server.url)
  await asking(superuser, (client) => client.query(`create database restored owner ${login.user}`))
  url = urlOf({ ...login, database: 'restored' })
  const { port } = await s3.run()
  bucket = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'evidence',
    region: 'us-east-1',
    keyId: 'S3RVER',
    secret: 'S3RVER',
  }
  onServer = own('beside-server', {
    DATABASE_URL: url,
    FILES_S3_ENDPOINT: bucket.endpoint,
    FILES_S3_BUCKET: bucket.bucket,
    FILES_S3_REGION: bucket.region,
    FILES_S3_KEY_ID: bucket.keyId,
    FILES_S3_SECRET: bucket.secret,
  })
  await answerOf(['import', 'examples/dga-2567/report-2567.txt'], own('first'))
  kept = await keepFiles(own('first'), [10, 70_000, 300_000])
  before = await answerOf(['verify'], own('first'))
  await answerOf(['backup', '--out', at('first.prongsai')], own('first'))
}, 400_000)
afterAll(async () => {
  await server?.stop()
  await s3.close()
  for (const name of readdirSync(folder)) await removeDirectory(at(name))
  rmSync(folder, { recursive: true, force: true })
})

const placeInBucket = ({ agencyId, sha256 }: KeptFile) =>
  path.join(at('s3'), bucket.bucket, agencyId, `${sha256}._S3rver_object`)

async function asking<T>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(address)
  await client.connect()
  return work(client).finally(() => client.end())
}

test('a backup goes to a server with files in a bucket, and back by the login of backups', async () => {
  expect(before).toMatchObject({ auditHead: expect.any(String), files: { checked: 3, bad: [] } })
  // A bucket of before: a file is there, and one that is not what it is called.
  const store = createS3Store(bucket)
  const [same, other] = kept as [KeptFile, KeptFile, KeptFile]
  for (const one of [same, other]) await store.put({ ...one, path: one.place, mediaType: 'text/plain' })
  writeFileSync(placeInBucket(other), Buffer.alloc(other.size, 'x'))
  expect(await answerOf(['restore', at('first.prongsai')], onServer)).toMatchObject({
    ok: true,
    differences: [],
    files: 3,
  })
  expect(await answerOf(['verify'], onServer)).toEqual(before)

  const { logins } = await answerOf(['migrate', '--logins'], { ...onServer, DATABASE_OWNER_URL: url })
  const addresses: Settings = Object.fromEntries(
    logins.map(({ setting, url }: { setting: string; url: string }) => [setting, url]),
  )
  const file = at('from-server.prongsai')
  expect(await answerOf(['backup', '--out', file], { ...onServer, ...addresses })).toMatchObject({
    files: 3,
    absent: [],
  })
  expect(await answerOf(['restore', file], own('back'))).toMatchObject({ ok: true, differences: [] })
  expect(await answerOf(['verify'], own('back'))).toEqual(before)
  // The server holds it all by now.
  expect(await prongsai(['restore', file], { ...onServer, DATA_DIR: at('another') })).toMatchObject({
    status: 2,
    said: expect.stringContaining('already holds something'),
  })
}, 400_000)

test('a file that the database names and that is not there is told by every command', async () => {
  const [gone] = kept as [KeptFile]
  rmSync(placeInBucket(gone))
  const absent = [{ name: `files/${gone.agencyId}/${gone.sha256}`, why: 'missing' }]
  const file = at('lacking.prongsai')
  expect(await answerOf(['backup', '--out', file], onServer, 1)).toMatchObject({ files: 2, absent })
  expect(await answerOf(['verify'], onServer, 1)).toMatchObject({
    ok: false,
    files: { bad: [{ sha256: gone.sha256, problem: 'missing' }] },
  })
  expect(await answerOf(['verify', file], onServer, 1)).toMatchObject({ ok: false, absent })
  const noted = await asking({ connectionString: url }, (client) =>
    client.query("select detail from job_run where job = 'backup'"),
  )
  expect(noted.rows).toMatchObject([{ detail: { file: 'lacking.prongsai', absent: 1 } }])
}, 400_000)

test('a backup of a newer program or form, and keys of more than 7 days, are refused', async () => {
  const refused = async (file: string, sentence: string) => {
    const { status, said } = await prongsai(['restore', file], own('none'))
    expect(status, said).toBe(2)
    expect(said).toContain(sentence)
    expect(areThere(folder, 'none')).toBe(false)
  }
  await asking({ connectionString: url }, (client) =>
    client.query("insert into schema_migration (number, name, checksum) values (9999, '9999-later', 'x')"),
  )
  await prongsai(['backup', '--out', at('later.prongsai')], onServer)
  await refused(at('later.prongsai'), 'made by a newer program')

  const bytes = readFileSync(at('first.prongsai'))
  const form = bytes.indexOf('"formatVersion":1')
  bytes.write('"formatVersion":2', form)
  writeFileSync(at('form.prongsai'), bytes)
  await refused(at('form.prongsai'), 'made by a newer program')

  const copy = at('old-keys.prongsai')
  writeFileSync(copy, readFileSync(at('first.prongsai')))
  const takenAt = new Date(Date.now() - 7 * 86_400_000 - 60_000)
  await writeCompanion(`${copy}.shred`, new Map(), { recipient: null, takenAt })
  await refused(copy, 'more than 7 days')
}, 400_000)

test('a restore that was killed goes on by itself, and nothing else opens what is half there', async () => {
  const [directory, settings] = [at('killed'), own('killed')]
  const restore = ['restore', at('first.prongsai')]
  const isThere = (...names: readonly string[]) => areThere(directory, ...names)
  const refuses = async (words: readonly string[]) => {
    const { status, said } = await prongsai(words, settings)
    expect(said).toContain('a restore was begun and has not ended')
    expect(said).toContain('Run the same npx prongsai restore again')
    expect(status).toBe(3)
  }
  let killed = 0
  for (const isTime of [
    () => isThere('restore.unfinished'),
    () => isThere('files'),
    () => isThere('postgres'),
    ...[1, 200, 400].map((looks) => afterLooks(looks, () => isThere('postgres/cluster/postmaster.pid'))),
  ]) {
    if (!(await killedWhen(restore, settings, isTime)) || !isThere('restore.unfinished')) break
    killed += 1
  }
  expect(killed).toBeGreaterThan(3)
  expect(isThere('restore.unfinished')).toBe(true)
  await refuses(['verify'])
  await refuses(['backup', '--out', at('half.prongsai')])
  const program = startProgram({ ...settings, PORT: '4194' })
  const { status, said } = await program.ended
  expect(said).toContain('เริ่มแล้วแต่ยังไม่เสร็จ')
  expect(status).not.toBe(0)
  // Another backup does not go on with it.
  expect(await prongsai(['restore', at('from-server.prongsai')], settings)).toMatchObject({
    status: 2,
    said: expect.stringContaining('restore of another backup was begun'),
  })
  expect(await answerOf(restore, settings)).toMatchObject({ ok: true, differences: [] })
  expect(await answerOf(['verify'], settings)).toEqual(before)
  expect(isThere('restore.unfinished')).toBe(false)
  expect(isThere('restoring')).toBe(false)
}, 400_000)

test('a restore that was killed when the rows were there already ends what it had not ended', async () => {
  const { superuser, login } = loginsOf(server.url)
  await asking(superuser, (client) => client.query(`create database late owner ${login.user}`))
  const settings = own('late', { DATABASE_URL: urlOf({ ...login, database: 'late' }) })
  const restore = ['restore', at('first.prongsai')]
  const isKilled = await asking({ ...superuser, database: 'late' }, (client) =>
    killedWhen(restore, settings, async () => {
      const { rows } = await client.query("select to_regclass('public.agency') as made")
      // The load keeps others out of the table until its rows are there.
      return rows[0].made !== null && (await client.query('select from agency')).rows.length > 0
    }),
  )
  expect(isKilled).toBe(true)
  expect(areThere(at('late'), 'restore.unfinished')).toBe(true)
  expect(await answerOf(restore, settings)).toMatchObject({ ok: true, differences: [] })
  expect(await answerOf(['verify'], settings)).toEqual(before)
  expect(areThere(at('late'), 'restore.unfinished')).toBe(false)
}, 400_000)

/** So many looks later than that. */
function afterLooks(looks: number, isTime: () => boolean): () => boolean {
  let seen = 0
  return () => isTime() && ++seen > looks
}
