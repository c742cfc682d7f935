import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPdf, openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import { enterCopy } from '../../../platform/jobs/program-copy.server.ts'
import { runJob } from '../../../platform/jobs/run-job.server.ts'
import { countOperationFindings } from '../findings/count-findings.server.ts'
import type { OperationTools } from '../operation-tools.server.ts'
import { readOperationFacts } from './operation-facts.server.ts'

let database: TestDatabase
let desk: UploadDesk
const log = { info: () => {}, warn: () => {}, error: () => {} }
beforeAll(async () => {
  database = await freshDatabase()
  desk = openUploadDesk()
})
afterAll(async () => {
  desk.remove()
  await database.drop()
})

const tools = (): OperationTools => ({
  db: database.db,
  copyId: randomUUID(),
  programVersion: '1.2.3',
  schemaNumber: 19,
  databaseKind: 'own',
  dataDir: desk.dataDir,
  isMailOn: true,
  isInS3: false,
  defaultQuota: 5_000,
  backup: { isScheduled: true, hasRecipient: true },
  settings: { hasScanner: false, trustedProxies: 0, origin: 'https://ita.example.go.th', mostUploadMb: 4 },
  checkCertificate: async () => ({ state: 'unreachable', code: 'enotfound', issuer: null, notAfter: null }),
  now: () => new Date(),
  log,
})

test('an agency sees its own files and mail alone, and what the program does', async () => {
  const [mine, other] = [await anAgency(database), await anAgency(database)]
  const uploader = as(other, (await aPerson(other)).id, ['ita-coordinator'])
  await desk.upload(uploader, { bytes: aPdf('ของหน่วยงานอื่น'), name: 'ไฟล์.pdf' })
  await database.owner.query('update agency set file_quota = 77 where id = $1', [other.agency.id])
  const given = tools()
  const copy = await enterCopy(given, { version: '1.2.3', schemaNumber: 19 })
  await runJob(given, { name: 'certificate', leaseMs: 60_000 }, given.checkCertificate)
  await runJob(given, { name: 'backup', leaseMs: 60_000 }, async () => ({
    file: 'a.prongsai',
    bytes: 12,
    encrypted: true,
  }))

  const ours = await readOperationFacts(as(mine, (await aPerson(mine)).id, ['administrator']), given)
  expect(ours.storage).toMatchObject({ files: 0, used: 0, quota: 5_000 })
  expect(ours.storage.disk?.free).toBeGreaterThan(0)
  expect(ours.copies).toMatchObject([{ version: '1.2.3', isThis: true }])
  expect(ours.jobs.map(({ name, fault }) => [name, fault])).toEqual([
    ['certificate', null],
    ['backup', null],
  ])
  expect(ours.backup.last).toMatchObject({ fileName: 'a.prongsai', size: 12, isEncrypted: true })
  expect(ours.certificate).toMatchObject({ state: 'unreachable', code: 'enotfound' })
  expect(ours.database.version).toMatch(/^\d+/)

  const theirs = await readOperationFacts(uploader, given)
  expect(theirs.storage).toMatchObject({ files: 1, quota: 77 })
  expect(theirs.storage.used).toBeGreaterThan(0)
  await copy.leave()
})

test('that something needs somebody is told to who administers, and to nobody else', async () => {
  const agency = await anAgency(database)
  const person = (await aPerson(agency)).id
  expect((await countOperationFindings(as(agency, person, ['administrator']), tools())).all).toBeGreaterThan(
    0,
  )
  expect(await countOperationFindings(as(agency, person, ['auditor']), tools())).toEqual({ all: 0, late: 0 })
})
