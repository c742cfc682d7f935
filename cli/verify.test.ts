import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

// Each call is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-verify-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

type Done = Readonly<{ code: number; out: string; err: string }>
const prongsai = (args: readonly string[], change: Readonly<Record<string, string>> = {}): Promise<Done> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, AGENCY_CODE: 'office', ...change }
    execFile(process.execPath, ['cli/main.ts', ...args], { encoding: 'utf8', env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
/** What nobody does in honesty: the guards are off meanwhile. */
async function tamper(table: string, statement: string): Promise<void> {
  const client = await database.owner.connect()
  await client.query('begin')
  await client.query(`alter table ${table} disable trigger user`)
  expect((await client.query(statement)).rowCount).toBe(1)
  await client.query(`alter table ${table} enable trigger user`)
  await client.query('commit')
  client.release()
}

test('verify answers for every agency and every published report, and names what is not as it was', async () => {
  const report = 'examples/dga-2567/report-2567.txt'
  const imported = await prongsai(['import', report, '--json'])
  const { contentHash } = JSON.parse(imported.out).saved
  await prongsai(['import', report], { AGENCY_CODE: 'branch' })

  const whole = await prongsai(['verify', '--json'])
  const said = JSON.parse(whole.out)
  const agency = { rows: 9, auditHead: expect.stringMatching(/^[0-9a-f]{64}$/), ok: true, broken: null }
  expect([whole.code, whole.err]).toEqual([0, ''])
  const address = '/reports/2567/versions/1'
  const published = { address, version: 1, hash: contentHash, ok: true }
  expect(said).toEqual({
    ok: true,
    auditHead: said.agencies[1].auditHead,
    publications: [
      { ...published, agency: 'branch' },
      { ...published, agency: 'office' },
    ],
    files: { checked: 0, bad: [] },
    wrongSums: [],
    agencies: [
      { code: 'branch', ...agency },
      { code: 'office', ...agency },
    ],
  })
  const inThai = await prongsai(['verify'])
  expect([inThai.code, inThai.out.trim().split('\n')]).toEqual([
    0,
    [
      expect.stringMatching(/^✓ branch: .*ทั้ง 9 รายการ/),
      expect.stringContaining(`ค่าแฮชของรายการล่าสุด ${said.auditHead}`),
      expect.stringMatching(/^✓ branch: \/reports\/2567\/versions\/1 /),
      expect.stringMatching(/^✓ office: \/reports\/2567\/versions\/1 /),
    ],
  ])

  await tamper(
    'audit_log',
    `update audit_log set actor_name = 'nobody' where seq = 2
       and agency_id = (select id from agency where code = 'office')`,
  )
  const broken = await prongsai(['verify', '--lang', 'en'])
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(/✗ office: entry 2 of the audit log was changed/)
  expect(broken.out).toMatch(/→ Keep a copy of the database/)
  expect(broken.out).toMatch(/✓ branch: the audit log is whole and unaltered, 9 entries/)

  await tamper(
    'issue',
    `update issue set title = 'x' where position = 1
       and agency_id = (select id from agency where code = 'branch')`,
  )
  const altered = await prongsai(['verify', '--json'])
  expect(altered.code).toBe(1)
  expect(JSON.parse(altered.out)).toMatchObject({
    ok: false,
    publications: [
      { agency: 'branch', ok: false },
      { agency: 'office', ok: true },
    ],
    agencies: [
      { code: 'branch', ok: true },
      { code: 'office', ok: false, broken: { seq: 2, what: 'changed' } },
    ],
  })
  expect((await prongsai(['verify'])).out).toMatch(
    /✗ branch: \/reports\/2567\/versions\/1 ไม่ตรงกับเนื้อหาที่เผยแพร่/,
  )

  await tamper(
    'answer_sum',
    `insert into answer_sum (agency_id, year, code, counts)
       select id, 2567, 'i1', '{0,3}' from agency where code = 'branch'`,
  )
  const summed = await prongsai(['verify', '--lang', 'en'])
  expect(summed.code).toBe(1)
  expect(summed.out).toMatch(
    /✗ branch: stored sums of answers are not what the kept answers come to: 2567:i1/,
  )
})

test('verify makes no database where there is none, and takes no file', async () => {
  for (const lang of ['th', 'en']) {
    const none = await prongsai(['verify', '--lang', lang], { DATABASE_URL: '', DATA_DIR: folder })
    expect([none.code, none.out, none.err.trim().split('\n').length]).toEqual([2, '', 1])
    expect(none.err).toContain('DATA_DIR')
  }
  expect((await prongsai(['verify', 'report.txt'])).code).toBe(2)
})
