import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { type ClamDaemon, EICAR, freePort, startClamDaemon } from '../../../../tests/support/clam-daemon.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPdf, openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { createClamav } from '../../../platform/scan/clamav.server.ts'
import { createScanning } from './scanning.server.ts'
import { openVersion } from './usecases/open-version.server.ts'

let database: TestDatabase
let daemon: ClamDaemon
let desk: UploadDesk
let agency: Ctx
let ctx: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  daemon = await startClamDaemon()
})
afterAll(async () => {
  await daemon.stop()
  await database.drop()
})
beforeEach(async () => {
  agency = { ...(await anAgency(database)), actor: { kind: 'system', name: 'file-keeper' } }
  ctx = as(agency, (await aPerson(agency)).id, ['ita-coordinator'])
  desk = openUploadDesk()
})
afterEach(() => desk.remove())

const scanningAt = (address: string) =>
  createScanning({ files: desk.files(), scan: createClamav(address), agencies: () => [agency] })
const scanAt = (address: string) => scanningAt(address)()
const here = () => `127.0.0.1:${daemon.port}`

async function send(text: string, name = 'บันทึก.txt'): Promise<string> {
  const { evidenceId } = await desk.upload(ctx, { bytes: Buffer.from(text), name })
  return evidenceId ?? ''
}

const openAs = async (who: Ctx, evidenceId: string, isScanning = true) => {
  const opened = await openVersion(who, { ...desk.files(), isScanning }, { evidenceId, number: 1 })
  return opened.ok ? 'opened' : opened.error.code
}

const noticesOf = async () =>
  (
    await database.owner.query('select kind, part, detail, person_id from notice where agency_id = $1', [
      agency.agency.id,
    ])
  ).rows

test('a file waits for its scan, and is handed out when it is clean', async () => {
  const id = await send('รายงานการประชุม')
  expect(await openAs(ctx, id)).toBe('file.waits-for-scan')
  await scanAt(here())
  expect(await openAs(ctx, id)).toBe('opened')
  expect(await noticesOf()).toEqual([])
})

test('without a scanner a file is handed out as it is', async () => {
  expect(await openAs(ctx, await send('ไม่มีโปรแกรมตรวจ'), false)).toBe('opened')
})

test('malware is never handed out, and everybody who brought it in is told', async () => {
  const [id, again] = [await send(EICAR), await send(EICAR, 'อีกครั้ง.txt')]
  const clean = await send('ไฟล์ที่ปลอดภัย')
  await scanAt(here())
  for (const one of [id, again]) {
    expect(await openAs(ctx, one)).toBe('file.infected')
    expect(await openAs(ctx, one, false)).toBe('file.infected')
  }
  expect(await openAs(ctx, clean)).toBe('opened')
  const told = await noticesOf()
  expect(told).toHaveLength(2)
  expect(told).toContainEqual({
    kind: 'evidence.infected',
    part: `evidence/${id}`,
    person_id: ctx.actor.kind === 'person' && ctx.actor.id,
    detail: { title: 'บันทึก', reason: 'Test.Eicar.UNOFFICIAL' },
  })
  const scanned = (await auditOf(database, agency)).filter(({ action }) => action === 'evidence.scanned')
  expect(scanned).toMatchObject([{ detail: { scan: 'infected', finding: 'Test.Eicar.UNOFFICIAL' } }])
})

test('while the scanner is away files wait, and are scanned when it is there', async () => {
  const port = await freePort()
  const id = await send('รอโปรแกรมตรวจ')
  const scan = scanningAt(`127.0.0.1:${port}`)
  expect(await scan()).toBe('scanner-away')
  expect(desk.said).toContain('not-scanned')
  expect(await openAs(ctx, id)).toBe('file.waits-for-scan')
  const back = await startClamDaemon(port)
  expect(await scan()).toBe('all-seen')
  expect(await openAs(ctx, id)).toBe('opened')
  await back.stop()
})

test('a file that the scanner does not take does not keep the others from it', async () => {
  const large = await send('ใหญ่เกินกว่าจะตรวจ '.repeat(60_000))
  const small = await send('เล็กพอจะตรวจ')
  await scanAt(here())
  expect(await openAs(ctx, large)).toBe('file.too-large-to-scan')
  expect(await openAs(ctx, small)).toBe('opened')
})

test('files are scanned by the program itself after they were stored', async () => {
  const scanned = openUploadDesk({ clamav: here(), agencies: [agency] })
  const { evidenceId } = await scanned.upload(ctx, { bytes: Buffer.from(EICAR), name: 'บันทึก.txt' })
  await expect.poll(() => openAs(ctx, evidenceId ?? '')).toBe('file.infected')
  await scanned.storing().stop()
  scanned.remove()
})

test('a confidential file is opened by whom it concerns, and each opening is noted once', async () => {
  const { evidenceId } = await desk.upload(ctx, {
    bytes: aPdf('ลับ'),
    name: 'ลับ.pdf',
    fields: { confidential: 'on' },
  })
  const owner = as(agency, (await aPerson(agency)).id, ['desk-officer'])
  const auditor = as(agency, (await aPerson(agency)).id, ['auditor'])
  const files = { ...desk.files(), isScanning: false }
  const which = { evidenceId: evidenceId ?? '', number: 1 }
  expect(await openVersion(owner, files, which)).toMatchObject({ error: { code: 'permission.refused' } })
  for (let piece = 0; piece < 5; piece += 1) expect((await openVersion(auditor, files, which)).ok).toBe(true)
  expect((await openVersion(ctx, files, which)).ok).toBe(true)
  const opened = (await auditOf(database, agency)).filter(({ action }) => action === 'evidence.opened')
  expect(opened).toMatchObject([{ object_id: evidenceId }, { object_id: evidenceId }])
  expect(await openVersion(ctx, files, { ...which, number: 2 })).toMatchObject({
    error: { code: 'evidence.unknown' },
  })
  const stranger = as(await anAgency(database), 'x', ['auditor'])
  expect(await openVersion(stranger, files, which)).toMatchObject({ error: { code: 'evidence.unknown' } })
})
