import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPdf, openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { roomLeft } from './quota.domain.ts'
import { readStoredSize } from './stored-size.queries.server.ts'
import { storingErrorText } from './storing.errors.ts'

const MEGABYTE = 1024 * 1024

let database: TestDatabase
let desk: UploadDesk
beforeAll(async () => {
  database = await freshDatabase()
  desk = openUploadDesk({ quotaMb: 1 })
})
afterAll(async () => {
  desk.remove()
  await database.drop()
})

const aWorker = async (): Promise<Ctx> => {
  const agency = await anAgency(database)
  return as(agency, (await aPerson(agency)).id, ['ita-coordinator'])
}
const sized = (bytes: number, text: string) => Buffer.concat([aPdf(text), Buffer.alloc(bytes, text)])
const quotaOf = (ctx: Ctx, bytes: number | null) =>
  database.owner.query('update agency set file_quota = $2 where id = $1', [ctx.agency.id, bytes])

test('what goes beyond the room of an agency is refused before it is sent, with how much is left', async () => {
  const ctx = await aWorker()
  expect((await desk.upload(ctx, { bytes: sized(600_000, 'ก'), name: 'หนึ่ง.pdf' })).status).toBe(204)
  const begun = await desk.begin(ctx, { name: 'สอง.pdf', size: 500_000 })
  expect(begun.status).toBe(413)
  const { code, message } = await begun.json()
  expect(code).toBe('upload.quota-full')
  expect(message.th).toContain('438\u00a0KB')
  expect((await desk.begin(ctx, { name: 'สาม.pdf', size: 400_000 })).status).toBe(201)
  const words = storingErrorText({ code: 'upload.quota-full', left: 0 }, { mostMegabytes: 4 })
  expect(words.th).toContain('ผู้ดูแลระบบ')
})

test('of two uploads that both began while there was room for one, one is kept', async () => {
  const ctx = await aWorker()
  const files = ['ก', 'ข'].map((text) => sized(600_000, text))
  const begun = await Promise.all(
    files.map((bytes, index) => desk.begin(ctx, { name: `${index}.pdf`, size: bytes.length })),
  )
  const answers = await Promise.all(
    begun.map((one, index) =>
      desk.patch(ctx, one.headers.get('location') ?? '', 0, files[index] ?? new Uint8Array()),
    ),
  )
  expect(answers.map(({ status, code }) => code ?? status).sort()).toEqual([204, 'upload.quota-full'])
  expect(await readStoredSize(ctx)).toMatchObject({ files: 1 })
})

test('an agency with a room of its own is measured by that, and the same content takes none twice', async () => {
  const ctx = await aWorker()
  await quotaOf(ctx, 2 * MEGABYTE)
  const bytes = sized(MEGABYTE + 500_000, 'ค')
  expect((await desk.upload(ctx, { bytes, name: 'ใหญ่.pdf' })).status).toBe(204)
  const more = sized(600_000, 'ง')
  expect((await desk.upload(ctx, { bytes: more, name: 'เกิน.pdf' })).code).toBe('upload.quota-full')
  await quotaOf(ctx, bytes.length * 2)
  expect((await desk.upload(ctx, { bytes, name: 'อีกครั้ง.pdf' })).status).toBe(204)
  expect(await readStoredSize(ctx)).toMatchObject({ files: 1, bytes: bytes.length })
})

test('who uploads is told how much is left once little is', () => {
  expect(roomLeft({ bytes: 79, quota: 100 }, null)).toBeNull()
  expect(roomLeft({ bytes: 80, quota: 100 }, null)).toBe(20)
  expect(roomLeft({ bytes: 130, quota: null }, 100)).toBe(0)
  expect(roomLeft({ bytes: 130, quota: null }, null)).toBeNull()
})
