import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openThread } from '../app/features/protected/cases/open-case.server.ts'
import { eraseCases } from '../app/features/protected/custody/usecases/erase-cases.server.ts'
import { withProtected } from '../app/features/protected/database/protected-db.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { type Program, startProgram } from '../tests/journeys/support/program.ts'
import { answerOf, keepFiles } from '../tests/support/backup-desk.ts'
import { emptyDirectory, removeDirectory } from '../tests/support/database-processes.ts'
import { inChannelOf } from '../tests/support/sealed-program.ts'
import { aCase, aHolder } from '../tests/support/sealed-room.ts'
import { inDatabase, type SeededAgency, seedTwoAgencies } from '../tests/support/two-agencies.ts'

/** What the program backs up by itself every day, and what a backup keeps of a case that is erased after it. */

const PORT = 4193
const folder = emptyDirectory()
const at = (name: string) => path.join(folder, name)
const backups = at('backups')
const settingsOf = (name: string) => ({
  AGENCY_CODE: 'one',
  DATA_DIR: at(name),
  DATABASE_URL: '',
  BACKUP_RECIPIENT: '',
  BACKUP_DIR: '',
  ORIGIN: 'https://example.go.th',
})
const env = { ...settingsOf('data'), PORT: String(PORT), BACKUP_DIR: backups, BACKUP_TIME: '01:30' }
let agency: SeededAgency
let program: Program | null = null

beforeAll(async () => {
  ;[agency] = await seedTwoAgencies(env)
  await keepFiles(env, [1_000])
})
afterEach(stop)
afterAll(async () => {
  for (const name of readdirSync(folder)) await removeDirectory(at(name))
  rmSync(folder, { recursive: true, force: true })
})

async function start() {
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(started.said)
}

async function stop() {
  program?.child.kill('SIGTERM')
  await program?.ended
  program = null
}

/** The page of who administers, as a browser that is signed in gets it. */
const administratorsPage = () =>
  new Promise<string>((resolve, reject) => {
    const headers = { Host: agency.host, Cookie: agency.cookie }
    request({ host: '127.0.0.1', port: PORT, path: '/office/operation', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => resolve(text))
    })
      .on('error', reject)
      .end()
  })

/** The note of the job, once it has ended since it was last asked to begin. */
async function endedJob() {
  for (let looks = 0; looks < 600; looks++) {
    const run = await inDatabase(env, (db) =>
      withoutAgency(db, (tx) =>
        tx
          .selectFrom('job_run')
          .select(['started_at', 'ended_at', 'succeeded_at', 'fault', 'detail'])
          .where('job', '=', 'backup')
          .executeTakeFirst(),
      ),
    )
    if (run?.ended_at && run.started_at && run.ended_at >= run.started_at) return run
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the daily backup did not end')
}

test('the daily backup that fails is told, and old keys of cases go all the same', async () => {
  mkdirSync(backups)
  // In the way of the folder of files.
  writeFileSync(path.join(backups, 'files'), '')
  const old = path.join(backups, '20200101T000000Z.prongsai.shred')
  writeFileSync(old, 'keys of cases')
  await start()
  // As the command tells the program that started it.
  expect(await endedJob()).toMatchObject({ fault: 'enotdir', succeeded_at: null })
  expect(existsSync(old)).toBe(false)
  expect(await administratorsPage()).toContain('enotdir')
}, 200_000)

test('the daily backup is made by the program itself and stands on the page of who administers', async () => {
  rmSync(path.join(backups, 'files'))
  // As long ago as makes it due again.
  await inDatabase(env, (db) =>
    withoutAgency(db, (tx) =>
      tx
        .updateTable('job_run')
        .set({ started_at: new Date(0), ended_at: null })
        .where('job', '=', 'backup')
        .execute(),
    ),
  )
  await start()
  const run = await endedJob()
  const [made] = readdirSync(backups).filter((name) => name.endsWith('.prongsai'))
  // Of two files that were seeded there are the rows alone.
  expect(run).toMatchObject({ fault: null, detail: { file: made, encrypted: false, files: 1, absent: 2 } })
  expect(run.succeeded_at).toBeInstanceOf(Date)
  const page = await administratorsPage()
  expect(page).toContain(made)
  expect(page).toContain('การสำรองครั้งล่าสุดขาดไฟล์ 2 ไฟล์')
}, 200_000)

test('a case that was erased opens again with the keys of the backup alone, not with those of today', async () => {
  const owner = { id: agency.id, code: 'one' }
  const made = await inChannelOf(env, owner, async (ctx) =>
    aCase(ctx, { holders: [await aHolder(ctx, 'recipient')] }),
  )
  const opensIn = (name: string) =>
    inChannelOf(settingsOf(name), owner, (ctx) =>
      withProtected(ctx.channel.db, owner.id, (tx) =>
        openThread(tx, ctx.channel, { agencyId: owner.id, opener: { as: 'reporter', keys: made.keys } }),
      ).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
  const [before, after] = [at('before.prongsai'), at('after.prongsai')]
  await answerOf(['backup', '--out', before], settingsOf('data'), 1)
  await inChannelOf(env, owner, async (ctx) => {
    await withProtected(ctx.channel.db, owner.id, (tx) =>
      tx
        .updateTable('protected.report')
        .set({ status: 'closed', erase_due: '2026-01-01', has_unread_addition: false })
        .where('id', '=', made.reportId)
        .execute(),
    )
    expect(await eraseCases(ctx)).toBe(1)
  })
  await answerOf(['backup', '--out', after], settingsOf('data'), 1)
  expect(await opensIn('data')).toBe(false)
  await answerOf(['restore', before], settingsOf('with-keys-of-then'))
  expect(await opensIn('with-keys-of-then')).toBe(true)
  renameSync(`${after}.shred`, `${before}.shred`)
  await answerOf(['restore', before], settingsOf('with-keys-of-today'))
  expect(await opensIn('with-keys-of-today')).toBe(false)
}, 200_000)
