import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

vi.setConfig({ testTimeout: 60_000 })

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-agency-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

type Done = Readonly<{ code: number; out: string; err: string }>
const prongsai = (...args: string[]): Promise<Done> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, AGENCY_CODE: 'office' }
    execFile(process.execPath, ['cli/main.ts', ...args], { encoding: 'utf8', env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

test('a report of another agency is refused in one sentence with the ways out, and taken when the name is stated', async () => {
  const cycle = path.join(folder, 'cycle.json')
  await prongsai('import', 'examples/dga-2567/report-2567.txt', '--out', cycle)
  const own = JSON.parse(readFileSync(cycle, 'utf8')) as { agency: { name: string } }
  const other = path.join(folder, 'other.json')
  writeFileSync(other, JSON.stringify({ ...own, agency: { name: 'กรมตัวอย่าง', shortName: null } }))

  const first = await prongsai('import', cycle, '--lang', 'en')
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringContaining('✓ Published at /reports/2567/versions/1'),
  ])
  expect(first.out).toContain(`calls the agency "${own.agency.name}"`)

  for (const lang of ['th', 'en']) {
    const refused = await prongsai('import', other, '--replace', '--lang', lang)
    expect([refused.code, refused.out, refused.err.trim().split('\n').length]).toEqual([2, '', 1])
    for (const word of ['กรมตัวอย่าง', own.agency.name, '--agency-name', 'AGENCY_CODE'])
      expect(refused.err).toContain(word)
  }
  const renamed = await prongsai('import', other, '--replace', '--agency-name', 'กรมตัวอย่าง', '--json')
  expect(JSON.parse(renamed.out).saved).toMatchObject({ status: 'replaced', agencyNamed: 'กรมตัวอย่าง' })
})

test('a report that no meeting approved is kept and not published, and what it lacks is told', async () => {
  const cycle = path.join(folder, 'unapproved.json')
  const example = 'examples/dga-2567/report-2567.txt'
  await prongsai('import', example, '--replace', '--agency-name', 'กรมตัวอย่าง')
  await prongsai('import', example, '--out', cycle)
  const own = JSON.parse(readFileSync(cycle, 'utf8')) as { issues: { title: string }[] }
  const [first, ...others] = own.issues
  const changed = { ...own, issues: [{ ...first, title: 'แก้หลังประชุม' }, ...others] }
  writeFileSync(cycle, JSON.stringify({ ...changed, resolutions: [] }))
  const kept = await prongsai('import', cycle, '--replace', '--agency-name', 'กรมตัวอย่าง', '--json')
  expect(JSON.parse(kept.out).saved).toMatchObject({
    publication: null,
    lacking: { chain: true, steps: [expect.any(String), expect.any(String)] },
  })
  const told = await prongsai('import', cycle, '--agency-name', 'กรมตัวอย่าง', '--lang', 'en')
  expect([told.code, told.out]).toEqual([
    0,
    expect.stringMatching(/Not published: this content was not passed by .+\n +→ Put the report before/),
  ])
})
