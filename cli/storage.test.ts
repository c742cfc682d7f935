import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency } from '../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

let database: TestDatabase
let agency: Readonly<{ id: string; code: string }>
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-storage-'))
beforeAll(async () => {
  database = await freshDatabase()
  agency = (await anAgency(database)).agency
})
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await database.drop()
})

function prongsai(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, FILES_QUOTA_MB: '500' }
  const run = spawnSync(process.execPath, ['cli/main.ts', ...words], { env, encoding: 'utf8' })
  return { status: run.status, said: run.stderr.trim(), printed: run.stdout.trim() }
}
const MEGABYTE = 1024 * 1024

it('quota shows what every agency keeps and may keep, and changes that of one', () => {
  const none = { agency: agency.code, files: 0, bytes: 0 }
  expect(JSON.parse(prongsai('quota', '--json').printed).agencies).toEqual([
    { ...none, quota: 500 * MEGABYTE, isOwn: false },
  ])
  const set = prongsai('quota', agency.code, '20480', '--json')
  expect([set.status, JSON.parse(set.printed).agencies]).toEqual([
    0,
    [{ ...none, quota: 20_480 * MEGABYTE, isOwn: true }],
  ])
  expect(prongsai('quota', agency.code, 'none').printed).toContain('500\u00a0MB (ค่าของ FILES_QUOTA_MB)')
})

it('quota says what it does not understand', () => {
  expect(prongsai('quota', agency.code, '0')).toMatchObject({ status: 2, printed: '' })
  expect(prongsai('quota', 'nobody', '5', '--lang', 'en').said).toContain('no agency with the code “nobody”')
})

it('sweep removes what nothing refers to and is old, and with --dry-run only says so', async () => {
  const put = (text: string, hoursOld: number) => {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const file = path.join(dataDir, 'files', agency.id, sha256.slice(0, 2), sha256)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    const at = new Date(Date.now() - hoursOld * 3_600_000)
    utimesSync(file, at, at)
    return { sha256, file }
  }
  const [orphan, young, kept] = [put('ไม่มีใครใช้', 169), put('เพิ่งมา', 167), put('มีรายการ', 169)]
  await database.owner.query(
    `insert into stored_file (agency_id, sha256, size, media_type, stored_at, scan) values ($1, $2, 9, 'text/plain', now(), 'not-scanned')`,
    [agency.id, kept.sha256],
  )
  const there = () => [orphan, young, kept].map(({ file }) => existsSync(file))
  const dry = JSON.parse(prongsai('sweep', '--dry-run', '--json').printed)
  expect(dry).toMatchObject({ dryRun: true, agencies: [{ agency: agency.code, looked: 3, removed: 1 }] })
  expect(there()).toEqual([true, true, true])
  // No sweep stands in the database: it may be one that was put back.
  expect(prongsai('sweep')).toMatchObject({ status: 0, printed: expect.stringContaining('ยังไม่ลบไฟล์ใด') })
  expect(there()).toEqual([true, true, true])
  await database.owner.query(
    `insert into job_run (job, started_at, ended_at, succeeded_at) values ('file-sweep', now(), now(), now())`,
  )
  expect(prongsai('sweep')).toMatchObject({ status: 0, printed: expect.stringContaining('ลบแล้ว 1 ไฟล์') })
  expect(there()).toEqual([false, true, true])
  expect(JSON.parse(prongsai('sweep', '--json').printed).agencies[0]).toMatchObject({ looked: 2, removed: 0 })
})
