import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertStoredFile } from '../app/features/evidence/storing/stored-file.repo.server.ts'
import { openThread } from '../app/features/protected/cases/open-case.server.ts'
import { openProtectedChannel } from '../app/features/protected/channel.server.ts'
import { withProtected } from '../app/features/protected/database/protected-db.server.ts'
import { writeAudit } from '../app/platform/audit/audit.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { createDiskStore } from '../app/platform/files/disk-store.server.ts'
import { emptyDirectory, removeDirectory } from '../tests/support/database-processes.ts'
import { aCase, aHolder, type MadeTestCase } from '../tests/support/sealed-room.ts'
import { inDatabase } from '../tests/support/two-agencies.ts'

const AGENCY_CODE = 'dga'
const folder = emptyDirectory()
const dataDir = path.join(folder, 'data')
const at = (name: string) => path.join(folder, name)
const settingsOf = (directory: string, more: Record<string, string> = {}) => ({
  AGENCY_CODE,
  DATA_DIR: directory,
  DATABASE_URL: '',
  BACKUP_DIR: '',
  BACKUP_RECIPIENT: '',
  ...more,
})
let recipient = ''
let protectedCase: MadeTestCase

function prongsai(words: readonly string[], settings: Record<string, string>) {
  const env = { ...process.env, ...settings }
  const run = spawnSync(process.execPath, ['cli/main.ts', ...words, '--lang', 'en'], {
    env,
    encoding: 'utf8',
  })
  return { status: run.status, said: run.stderr, printed: run.stdout }
}
const json = (words: readonly string[], settings: Record<string, string>) => {
  const run = prongsai([...words, '--json'], settings)
  expect(run.status, run.said).toBe(0)
  return JSON.parse(run.printed)
}

/** Evidence of that many bytes, in the store and in the database. */
async function keepFiles(sizes: readonly number[]) {
  const store = createDiskStore(path.join(dataDir, 'files'))
  await inDatabase(settingsOf(dataDir), async (db) => {
    const agency = await agencyIn(db)
    for (const size of sizes) {
      const bytes = Buffer.alloc(size, randomUUID())
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const sent = at(`sent-${sha256}`)
      writeFileSync(sent, bytes)
      const mediaType = 'text/plain'
      await store.put({ agencyId: agency.id, sha256, path: sent, size, mediaType })
      rmSync(sent)
      await withAgency(db, agency.id, (tx) =>
        insertStoredFile(tx, { agencyId: agency.id, sha256, size, mediaType, at: new Date() }),
      )
    }
  })
}

type Db = Parameters<Parameters<typeof inDatabase>[1]>[0]
const agencyIn = (db: Db) =>
  withoutAgency(db, (tx) =>
    tx.selectFrom('agency').select(['id', 'code']).where('code', '=', AGENCY_CODE).executeTakeFirstOrThrow(),
  )
const ctxIn = (db: Db, agency: { id: string; code: string }) =>
  ({ db, agency, actor: { kind: 'system', name: 'test' }, now: () => new Date() }) as const

/** Whether who reported gets into the case, in the installation of that directory. */
const opensIn = (directory: string): Promise<boolean> =>
  inDatabase(settingsOf(directory), async (db) => {
    const agency = await agencyIn(db)
    const channel = openProtectedChannel(
      {
        dataDir: directory,
        protectedChannel: { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] },
      },
      { db, now: () => new Date() },
    )
    const opened = await withProtected(db, agency.id, (tx) =>
      openThread(tx, channel, {
        agencyId: agency.id,
        opener: { as: 'reporter', keys: protectedCase.keys },
      }),
    ).catch(() => ({ ok: false }) as const)
    return opened.ok
  })

beforeAll(async () => {
  json(['import', 'examples/dga-2567/report-2567.txt'], settingsOf(dataDir))
  await keepFiles([10, 70_000, 3_000_000])
  await inDatabase(settingsOf(dataDir), async (db) => {
    const agency = await agencyIn(db)
    const channel = openProtectedChannel(
      { dataDir, protectedChannel: { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] } },
      { db, now: () => new Date() },
    )
    const ctx = { ...ctxIn(db, agency), channel }
    protectedCase = await aCase(ctx, { holders: [await aHolder(ctx, 'recipient')] })
  })
  recipient = json(['backup-key', '--out', at('key')], settingsOf(dataDir)).recipient
}, 400_000)
afterAll(() => removeDirectory(folder))

test('a backup without any setting comes back in an empty directory as it was', async () => {
  const made = prongsai(['backup', '--out', at('plain.prongsai')], settingsOf(dataDir))
  expect(made).toMatchObject({ status: 0, said: expect.stringContaining('not encrypted') })
  for (const ending of ['', '.keys', '.shred'])
    expect(statSync(at(`plain.prongsai${ending}`)).mode & 0o777).toBe(0o600)
  const restored = json(['restore', at('plain.prongsai')], settingsOf(at('plain')))
  expect(restored).toMatchObject({ ok: true, differences: [], keys: 'restored', shred: 'restored' })
  const before = json(['verify'], settingsOf(dataDir))
  expect(json(['verify'], settingsOf(at('plain')))).toEqual(before)
  expect(before).toMatchObject({ ok: true, files: { checked: 3, bad: [] } })
  expect(before.publications).toHaveLength(1)
  expect(await opensIn(at('plain'))).toBe(true)
  // Never over what is there already.
  expect(prongsai(['restore', at('plain.prongsai')], settingsOf(at('plain')))).toMatchObject({
    status: 2,
    said: expect.stringContaining('not empty'),
  })
  expect(readdirSync(at('plain')).sort()).toEqual(
    ['files', 'postgres', 'protected', 'secret.key'].filter((name) =>
      existsSync(path.join(at('plain'), name)),
    ),
  )
}, 400_000)

test('an encrypted backup opens with its key alone, and years later with tar, age and zstd', () => {
  const settings = settingsOf(dataDir, { BACKUP_RECIPIENT: recipient })
  const file = at('sealed.prongsai')
  expect(json(['backup', '--out', file], settings)).toMatchObject({ isEncrypted: true, files: 3, absent: [] })
  expect(json(['verify', file], settings)).toMatchObject({ ok: true, isOpened: false })
  expect(json(['verify', file, '--identity', at('key')], settings)).toMatchObject({
    isOpened: true,
    files: 3,
  })
  expect(prongsai(['restore', file], settingsOf(at('none')))).toMatchObject({
    status: 2,
    said: expect.stringContaining('--identity'),
  })
  prongsai(['backup-key', '--out', at('other-key')], settings)
  expect(prongsai(['restore', file, '--identity', at('other-key')], settingsOf(at('none')))).toMatchObject({
    status: 2,
    said: expect.stringContaining('does not open'),
  })
  expect(existsSync(at('none'))).toBe(false)
  const apart = at('apart')
  mkdirSync(apart)
  const shell = (command: string) => execFileSync('sh', ['-ec', command], { cwd: apart, encoding: 'utf8' })
  shell(`tar -xf ${file}`)
  shell(`find . -name '*.age' -exec sh -ec 'age -d -i ${at('key')} -o "\${1%.age}" "$1"' - {} ';'`)
  shell(`find . -name '*.zst' -exec zstd -q -d --rm {} +`)
  expect(shell('sha256sum --quiet -c files.list')).toBe('')
  expect(shell('sha256sum --quiet -c index.sha256')).toBe('')
  expect(shell('cat tables/public.agency.copy')).toContain(AGENCY_CODE)
  expect(shell(`age -d -i ${at('key')} ${file}.keys | tar -xO protected/pepper.key`)).toBe(
    readFileSync(path.join(dataDir, 'protected/pepper.key'), 'utf8'),
  )
}, 400_000)

test('a backup that was cut off, changed or is none is refused, with the place, and nothing is written', () => {
  const whole = at('plain.prongsai')
  const { size } = statSync(whole)
  const refuse = (name: string, change: (file: string) => void) => {
    cpSync(whole, at(name))
    change(at(name))
    const run = prongsai(['restore', at(name)], settingsOf(at('none')))
    expect(run.status, name).toBe(2)
    expect(existsSync(at('none')), name).toBe(false)
    return run.said
  }
  for (const length of [100, 5_000, Math.floor(size / 2), size - 1_024, size - 600])
    expect(refuse('cut', (file) => truncateSync(file, length))).toMatch(/cut off|no backup|damaged/)
  for (const place of [600, Math.floor(size / 3), size - 3_000])
    expect(
      refuse('changed', (file) => {
        const bytes = readFileSync(file)
        bytes[place] = (bytes[place] as number) ^ 1
        writeFileSync(file, bytes)
      }),
    ).toMatch(/damaged|no backup/)
  expect(refuse('none-at-all', (file) => writeFileSync(file, 'hello'))).toContain('no backup')
}, 400_000)

test('killed at any moment a backup leaves none, and the next one goes on with it', async () => {
  await keepFiles(Array.from({ length: 60 }, (_, number) => 100_000 + number))
  const settings = settingsOf(dataDir, { BACKUP_RECIPIENT: recipient })
  const file = at('killed.prongsai')
  for (const bytes of [1, 20_000, 120_000, 200_000, 240_000]) {
    const child = spawn(process.execPath, ['cli/main.ts', 'backup', '--out', file], {
      env: { ...process.env, ...settings },
      stdio: 'ignore',
    })
    await killedAt(child, `${file}.partial`, bytes)
    if (existsSync(file)) break
    expect(prongsai(['verify', `${file}.partial`], settings).status).toBe(2)
  }
  expect(existsSync(file)).toBe(false)
  const done = json(['backup', '--out', file], settings)
  expect(done).toMatchObject({ files: 63, absent: [], isResumed: true })
  expect(json(['verify', file, '--identity', at('key')], settings)).toMatchObject({ ok: true, files: 63 })
  expect(existsSync(`${file}.partial`)).toBe(false)
}, 400_000)

/** Kills a process once that file has so many bytes. */
async function killedAt(child: ChildProcess, file: string, bytes: number): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (child.exitCode === null) {
    const size = existsSync(file) ? statSync(file).size : 0
    if (size >= bytes) break
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  child.kill('SIGKILL')
  await ended
}

test('a case that was destroyed after a backup opens again with keys of that week alone', async () => {
  const file = at('before.prongsai')
  json(['backup', '--out', file], settingsOf(dataDir))
  const shredOf = (directory: string, id: string) =>
    path.join(directory, 'protected', 'shred', id.slice(0, 2), `${id}.key`)
  rmSync(shredOf(dataDir, protectedCase.reportId))
  expect(await opensIn(dataDir)).toBe(false)
  json(['restore', file], settingsOf(at('with-shred')))
  expect(await opensIn(at('with-shred'))).toBe(true)
  // As the folder of backups does it by itself after 7 days.
  rmSync(`${file}.shred`)
  expect(json(['restore', file], settingsOf(at('without-shred')))).toMatchObject({ ok: true, shred: 'none' })
  expect(await opensIn(at('without-shred'))).toBe(false)
}, 400_000)

test('backups of a folder share their files, and old ones go with what nobody names any more', async () => {
  const backups = at('backups')
  const settings = settingsOf(dataDir, { BACKUP_DIR: backups, BACKUP_KEEP_DAYS: '2' })
  const first = json(['backup', '--scheduled'], settings)
  const shared = readdirSync(path.join(backups, 'files'), { recursive: true }).length
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const second = json(['backup', '--scheduled'], settings)
  expect(readdirSync(path.join(backups, 'files'), { recursive: true })).toHaveLength(shared)
  expect(second.file).not.toBe(first.file)
  const old = path.join(backups, '20200101T000000Z.prongsai')
  for (const ending of ['', '.keys', '.shred']) cpSync(`${first.file}${ending}`, `${old}${ending}`)
  const unnamed = path.join(backups, 'files', 'plain', 'ab', `${'ab'.repeat(32)}.zst`)
  mkdirSync(path.dirname(unnamed), { recursive: true })
  writeFileSync(unnamed, 'x')
  utimesSync(unnamed, 0, 0)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(json(['backup', '--scheduled'], settings).tidied).toEqual({ backups: 1, sharedFiles: 1, shreds: 0 })
  // It went first, before the backup was tried.
  expect(existsSync(`${old}.shred`)).toBe(false)
  expect(existsSync(old)).toBe(false)
  expect(existsSync(unnamed)).toBe(false)
  const drilled = json(['drill', second.file], settings)
  expect(drilled).toMatchObject({ ok: true, removed: true, files: 63, differences: [] })
  const noted = () =>
    inDatabase(settings, (db) =>
      withoutAgency(db, (tx) =>
        tx.selectFrom('job_run').select(['job', 'detail', 'fault']).orderBy('job').execute(),
      ),
    )
  expect(await noted()).toMatchObject([
    { job: 'backup', fault: null, detail: { encrypted: false, files: 63 } },
    { job: 'restore-drill', fault: null, detail: { ok: true } },
  ])
  writeFileSync(at('cut.prongsai'), readFileSync(second.file).subarray(0, -2_000))
  expect(prongsai(['drill', at('cut.prongsai')], settings).status).toBe(2)
  expect(await noted()).toMatchObject([{}, { job: 'restore-drill', fault: 'backup.cut' }])
}, 400_000)

test('what is written while a backup runs is in it whole or not at all', async () => {
  const settings = settingsOf(dataDir)
  let isDone = false
  let written = 0
  const writing = inDatabase(settings, async (db) => {
    const agency = await agencyIn(db)
    while (!isDone) {
      await withAgency(db, agency.id, (tx) =>
        writeAudit(tx, {
          agencyId: agency.id,
          actor: { kind: 'system', name: 'test' },
          action: 'person.added',
          object: { kind: 'person', id: randomUUID() },
          detail: {},
        }),
      )
      written += 1
    }
  })
  const file = at('online.prongsai')
  const child = spawn(process.execPath, ['cli/main.ts', 'backup', '--out', file], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  isDone = true
  await writing
  expect(status).toBe(0)
  expect(written).toBeGreaterThan(10)
  const restored = json(['restore', file], settingsOf(at('online')))
  expect(restored).toMatchObject({ ok: true, differences: [] })
  expect(restored.verified.agencies[0]).toMatchObject({ ok: true, broken: null })
}, 400_000)
