import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPdf, openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import { aUnit } from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import { cleanFileName } from './file-name.domain.ts'
import { storingErrorText } from './storing.errors.ts'
import { sweepUploads } from './sweeping.server.ts'
import { MOST_OPEN_UPLOADS } from './upload.domain.ts'

let database: TestDatabase
let desk: UploadDesk
beforeAll(async () => {
  database = await freshDatabase()
  desk = openUploadDesk()
})
afterAll(async () => {
  desk.remove()
  await database.drop()
})

/** A unit owner at work in an agency of their own. */
async function anOwner(): Promise<{ ctx: Ctx; agency: Ctx; unitId: string }> {
  const agency = await anAgency(database)
  const unitId = await aUnit(agency, 'u1')
  const { id } = await aPerson(agency)
  return { agency, unitId, ctx: as(agency, id, [{ role: 'unit-owner', unitId }]) }
}

const evidenceOf = async (ctx: Ctx) =>
  (
    await database.owner.query(
      `select e.id, e.title, e.note, e.evidence_date, e.is_confidential, e.unit_id, v.number, v.file_name, v.sha256, f.size, f.media_type, f.scan
       from evidence e join evidence_version v using (agency_id) left join stored_file f using (agency_id, sha256)
       where e.agency_id = $1 and v.evidence_id = e.id order by e.added_at, v.number`,
      [ctx.agency.id],
    )
  ).rows

const waiting = () => readdirSync(path.join(desk.dataDir, 'uploads'))
const fileOf = (ctx: Ctx, sha256: string) =>
  path.join(desk.dataDir, 'files', ctx.agency.id, sha256.slice(0, 2), sha256)

test('a file that comes whole becomes evidence of the unit of whoever sent it, kept under its hash', async () => {
  const { ctx, unitId } = await anOwner()
  const pdf = aPdf()
  const answer = await desk.upload(ctx, {
    bytes: pdf,
    name: 'รายงานผล.pdf',
    fields: { note: 'ฉบับลงนาม', evidenceDate: '1 ต.ค. 2567', confidential: 'on' },
  })
  expect(answer).toMatchObject({ status: 204, offset: pdf.length })
  expect(await evidenceOf(ctx)).toEqual([
    {
      id: answer.evidenceId,
      title: 'รายงานผล',
      note: 'ฉบับลงนาม',
      evidence_date: '2024-10-01',
      is_confidential: true,
      unit_id: unitId,
      number: 1,
      file_name: 'รายงานผล.pdf',
      sha256: sha256Hex(pdf),
      size: String(pdf.length),
      media_type: 'application/pdf',
      scan: 'not-scanned',
    },
  ])
  expect(readFileSync(fileOf(ctx, sha256Hex(pdf))).equals(pdf)).toBe(true)
  expect(waiting()).toEqual([])
  expect(await auditOf(database, ctx)).toMatchObject([
    { action: 'evidence.added', object_id: answer.evidenceId },
  ])
})

const refusedOf = async (ctx: Ctx) =>
  (await auditOf(database, ctx)).filter(({ action }) => action === 'evidence.refused')
const locationOf = (answer: Response) => answer.headers.get('location') ?? ''

describe('what is refused', () => {
  test.each([
    ['a file of 5 GB', 'รายงาน.pdf', 5_000_000_000, 413, 'upload.too-large'],
    ['one byte more than may be', 'รายงาน.pdf', 4 * 1024 * 1024 + 1, 413, 'upload.too-large'],
    ['an empty file', 'รายงาน.pdf', 0, 422, 'upload.empty'],
    ['a file of no known size', 'รายงาน.pdf', null, 422, 'upload.no-size'],
    ['a program', 'setup.exe', 10, 422, 'file.kind-not-allowed'],
    ['a document with macros', 'แบบฟอร์ม.docm', 10, 422, 'file.kind-not-allowed'],
    ['a page that could run scripts', 'page.svg', 10, 422, 'file.kind-not-allowed'],
    ['a name of nothing', '../..\u0000/', 10, 422, 'upload.no-name'],
  ])('%s is told before a byte of it comes', async (_what, name, size, status, code) => {
    const { ctx } = await anOwner()
    const answer = await desk.begin(ctx, { name, size })
    expect(answer.status).toBe(status)
    const told = (await answer.json()) as { code: string; message: { th: string; en: string } }
    expect(told.code).toBe(code)
    expect(told.message.th).toMatch(/[ก-๙]/)
    expect(told.message.en).toMatch(/^[\x20-\x7e]+$/)
    expect(waiting()).toEqual([])
  })

  test.each([
    [
      'a program that calls itself a report',
      'report.pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]),
      'exe',
    ],
    ['a picture of another kind', 'photo.png', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'jpg'],
    ['bytes that are no text', 'data.csv', Buffer.from([1, 2, 3, 0, 255]), ''],
  ])('%s is told when it has come, and nothing of it stays', async (_what, name, bytes, found) => {
    const { ctx } = await anOwner()
    const answer = await desk.upload(ctx, { bytes, name })
    expect(answer).toMatchObject({ status: 422, code: 'file.not-what-name-says', evidenceId: null })
    expect(await evidenceOf(ctx)).toEqual([])
    expect(waiting()).toEqual([])
    expect(existsSync(fileOf(ctx, sha256Hex(bytes)))).toBe(false)
    expect(await refusedOf(ctx)).toMatchObject([
      { detail: { code: 'file.not-what-name-says', size: bytes.length } },
    ])
    const { rows } = await database.owner.query('select refused from upload where agency_id = $1', [
      ctx.agency.id,
    ])
    expect(rows).toEqual([{ refused: 'file.not-what-name-says' }])
    expect(
      storingErrorText({ code: 'file.not-what-name-says', named: 'pdf', found }, { mostMegabytes: 1 }).th,
    ).toContain(found === '' ? '.pdf' : `.${found}`)
  })

  test('whoever may not add evidence, and what is said of a file that cannot be kept', async () => {
    const { agency, ctx } = await anOwner()
    const auditor = as(agency, (await aPerson(agency)).id, ['auditor'])
    expect((await desk.begin(auditor, { name: 'a.pdf', size: 10 })).status).toBe(403)
    const codeOf = async (fields: Record<string, string>) =>
      ((await (await desk.begin(ctx, { name: 'a.pdf', size: 10, fields })).json()) as { code: string }).code
    expect(await codeOf({ evidenceDate: 'เมื่อวาน' })).toBe('evidence.unreadable-day')
    expect(await codeOf({ evidenceDate: '2/10/2567', expiresOn: '1/10/2567' })).toBe(
      'evidence.expiry-before-date',
    )
    expect(await codeOf({ title: 'ก'.repeat(301) })).toBe('evidence.long-title')
    expect(await codeOf({ evidenceId: randomUUID() })).toBe('evidence.unknown')
  })

  test('the fifty-first upload of one person at once, until one of them is given up', async () => {
    const { ctx } = await anOwner()
    const begun = []
    for (let number = 0; number < MOST_OPEN_UPLOADS; number += 1)
      begun.push(await desk.begin(ctx, { name: `${number}.pdf`, size: 10 }))
    expect((await desk.begin(ctx, { name: 'more.pdf', size: 10 })).status).toBe(429)
    const given = await desk.request(ctx, locationOf(begun[0] as Response), { method: 'DELETE' })
    expect(given.status).toBe(204)
    expect((await desk.begin(ctx, { name: 'more.pdf', size: 10 })).status).toBe(201)
    for (const name of waiting()) rmSync(path.join(desk.dataDir, 'uploads', name))
  })
})

describe('names of files', () => {
  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf', 'a path'],
    ['C:\\fakepath\\รายงาน.PDF', 'รายงาน.PDF', 'a path of another system'],
    ['a\u0000b\u0007\n.pdf', 'ab .pdf', 'control characters'],
    ['invoice\u202efdp.pdf', 'invoicefdp.pdf', 'marks that turn the direction'],
    ['.htaccess.txt', 'htaccess.txt', 'a hidden name'],
    ['a<b>|c?.pdf', 'a-b--c-.pdf', 'what other systems forbid'],
    ['\u0e19\u0e4d\u0e32.pdf', '\u0e19\u0e4d\u0e32.pdf', 'Thai marks'],
    ['cafe\u0301.pdf', 'café.pdf', 'two spellings of one letter'],
  ])('%j is kept as %j: %s', (sent, kept) => expect(cleanFileName(sent)).toBe(kept))

  test('300 Thai letters become 150, with the ending, and are kept and handed out so', async () => {
    const { ctx } = await anOwner()
    const name = `${'กำ'.repeat(150)}.pdf`
    const { evidenceId } = await desk.upload(ctx, { bytes: aPdf('ชื่อยาว'), name })
    const [kept] = await evidenceOf(ctx)
    expect(kept).toMatchObject({ id: evidenceId, file_name: expect.stringMatching(/^(กำ)+\.pdf$/) })
    expect([...new Intl.Segmenter('th').segment(kept.file_name)].length).toBeLessThanOrEqual(150)
  })

  test('one letter with marks without end is cut as well', () => {
    expect(cleanFileName(`ก${'\u0e48'.repeat(5000)}.pdf`).length).toBeLessThanOrEqual(610)
  })
})

describe('an upload that breaks off', () => {
  test('goes on where it stopped, also after the program died', async () => {
    const { ctx } = await anOwner()
    const pdf = aPdf('แบ่งส่ง'.repeat(100))
    const location = locationOf(await desk.begin(ctx, { name: 'แบ่งส่ง.pdf', size: pdf.length }))
    expect(await desk.patch(ctx, location, 0, pdf.subarray(0, 500))).toMatchObject({
      status: 204,
      evidenceId: null,
    })
    desk.restart()
    expect(await desk.head(ctx, location)).toMatchObject({ status: 200, offset: 500 })
    expect((await desk.patch(ctx, location, 400, pdf.subarray(400))).status).toBe(409)
    const done = await desk.patch(ctx, location, 500, pdf.subarray(500))
    expect(await evidenceOf(ctx)).toMatchObject([{ id: done.evidenceId, sha256: sha256Hex(pdf) }])
  })

  test('that came whole, but died before it was kept, is kept when it is asked for again', async () => {
    const { ctx } = await anOwner()
    const pdf = aPdf('ดับก่อนเก็บ')
    const location = locationOf(await desk.begin(ctx, { name: 'ดับ.pdf', size: pdf.length }))
    // As a program leaves it that dies between the last byte and the rows.
    writeFileSync(path.join(desk.dataDir, location.replace('/office', '')), pdf)
    desk.restart()
    const asked = await desk.head(ctx, location)
    expect(asked).toMatchObject({ status: 204, offset: pdf.length, evidenceId: expect.any(String) })
    expect(await desk.head(ctx, location)).toEqual(asked)
    expect(await evidenceOf(ctx)).toMatchObject([{ id: asked.evidenceId, sha256: sha256Hex(pdf) }])
    expect(waiting()).toEqual([])
  })

  test('that many ask for at once is kept once', async () => {
    const { ctx } = await anOwner()
    const pdf = aPdf('หลายคำขอ')
    const location = locationOf(await desk.begin(ctx, { name: 'หลาย.pdf', size: pdf.length }))
    writeFileSync(path.join(desk.dataDir, location.replace('/office', '')), pdf)
    const asked = await Promise.all(Array.from({ length: 8 }, () => desk.head(ctx, location)))
    expect(new Set(asked.map(({ evidenceId }) => evidenceId)).size).toBe(1)
    expect(await evidenceOf(ctx)).toHaveLength(1)
  })

  test('while the store is away is told to be tried again, and loses nothing', async () => {
    const { ctx } = await anOwner()
    const pdf = aPdf('ที่เก็บไม่ว่าง')
    const place = path.join(desk.dataDir, 'files', ctx.agency.id)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, 'no folder')
    const location = locationOf(await desk.begin(ctx, { name: 'a.pdf', size: pdf.length }))
    expect(await desk.patch(ctx, location, 0, pdf)).toMatchObject({ status: 503, code: 'upload.not-kept' })
    rmSync(place)
    expect(await desk.head(ctx, location)).toMatchObject({ status: 204, evidenceId: expect.any(String) })
  })

  test('for a week is thrown away, and nothing else is', async () => {
    const { ctx, agency } = await anOwner()
    const kept = await desk.upload(ctx, { bytes: aPdf('เก็บไว้'), name: 'a.pdf' })
    const [file] = await evidenceOf(ctx)
    const location = locationOf(await desk.begin(ctx, { name: 'ค้าง.pdf', size: 100 }))
    const fresh = new Date(agency.now().getTime() + 6 * 86_400_000)
    await sweepUploads(desk.files(), { agencies: [agency], now: fresh })
    expect((await desk.head(ctx, location)).status).toBe(200)
    const late = new Date(Date.now() + 8 * 86_400_000)
    await sweepUploads(desk.files(), { agencies: [agency], now: late })
    expect((await desk.head(ctx, location)).status).toBe(404)
    expect(waiting()).toEqual([])
    expect(await evidenceOf(ctx)).toMatchObject([{ id: kept.evidenceId }])
    expect(existsSync(fileOf(ctx, file.sha256))).toBe(true)
  })
})

test('many files at once of many people are kept apart, and one content once for an agency', async () => {
  const [one, other] = [await anOwner(), await anOwner()]
  const same = aPdf('เนื้อหาเดียวกัน')
  const sent = await Promise.all(
    [one, other].flatMap(({ ctx }) =>
      Array.from({ length: 6 }, (_, number) =>
        desk.upload(ctx, { bytes: number < 3 ? same : aPdf(`ไฟล์ ${number}`), name: `ไฟล์ ${number}.pdf` }),
      ),
    ),
  )
  expect(new Set(sent.map(({ evidenceId }) => evidenceId)).size).toBe(12)
  for (const { ctx } of [one, other]) {
    expect(await evidenceOf(ctx)).toHaveLength(6)
    const { rows } = await database.owner.query('select sha256 from stored_file where agency_id = $1', [
      ctx.agency.id,
    ])
    expect(rows).toHaveLength(4)
    expect(existsSync(fileOf(ctx, sha256Hex(same)))).toBe(true)
  }
})

test("an upload is nobody's but whose it is: not a colleague's, not another agency's", async () => {
  const { ctx, agency } = await anOwner()
  const colleague = as(agency, (await aPerson(agency)).id, ['administrator'])
  const { ctx: stranger } = await anOwner()
  const location = locationOf(await desk.begin(ctx, { name: 'ของฉัน.pdf', size: 10 }))
  for (const other of [colleague, stranger]) {
    expect((await desk.head(other, location)).status).toBe(404)
    expect((await desk.patch(other, location, 0, Buffer.from('x'))).status).toBe(404)
    expect((await desk.request(other, location, { method: 'DELETE' })).status).toBe(404)
  }
  expect(await desk.head(ctx, location)).toMatchObject({ status: 200, offset: 0 })
})

test('a new version belongs to those who may change the evidence, and stays beside the one before', async () => {
  const { ctx, agency } = await anOwner()
  const { evidenceId } = await desk.upload(ctx, { bytes: aPdf('ฉบับที่ 1'), name: 'ร่าง.pdf' })
  const fields = { evidenceId: evidenceId ?? '' }
  const stranger = as(agency, (await aPerson(agency)).id, ['desk-officer'])
  expect(await desk.upload(stranger, { bytes: aPdf('ปลอม'), name: 'ปลอม.pdf', fields })).toMatchObject({
    status: 403,
  })
  const second = await desk.upload(ctx, { bytes: aPdf('ฉบับที่ 2'), name: 'ลงนาม.pdf', fields })
  expect(second.evidenceId).toBe(evidenceId)
  expect(await evidenceOf(ctx)).toMatchObject([
    { number: 1, title: 'ร่าง', file_name: 'ร่าง.pdf' },
    { number: 2, title: 'ร่าง', file_name: 'ลงนาม.pdf' },
  ])
  expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
    'evidence.added',
    'permission.refused',
    'evidence.versioned',
  ])
})

test('documents as office programs write them are known, whatever their ending says in capitals', async () => {
  const { ctx } = await anOwner()
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('ทดสอบ')] }] }))
  const zip = zipSync({ 'หลักฐาน.txt': Buffer.from('x') })
  for (const [name, bytes] of [
    ['หนังสือ.DOCX', docx],
    ['รวม.zip', zip],
    ['รายชื่อ.csv', Buffer.from([0xca, 0xb9, 0xbe, 0x2c, 0x0d, 0x0a])],
    ['ไม่มีนามสกุล', aPdf('ไม่มีนามสกุล')],
  ] as const)
    expect(await desk.upload(ctx, { bytes, name })).toMatchObject({ status: 204 })
  expect(await desk.upload(ctx, { bytes: docx, name: 'หนังสือ.zip' })).toMatchObject({ status: 422 })
  const kinds = (await evidenceOf(ctx)).map((row) => [row.file_name, row.media_type.split('.').at(-1)])
  expect(Object.fromEntries(kinds)).toEqual({
    'หนังสือ.DOCX': 'document',
    'รวม.zip': 'application/zip',
    'รายชื่อ.csv': 'text/csv',
    'ไม่มีนามสกุล.pdf': 'application/pdf',
  })
})

test('a disk that takes nothing is told as such: what was sent may be sent again', async () => {
  const { ctx } = await anOwner()
  const full = openUploadDesk()
  expect(await full.upload(ctx, { bytes: aPdf(), name: 'a.pdf' })).toMatchObject({ status: 204 })
  rmSync(path.join(full.dataDir, 'uploads'), { recursive: true })
  writeFileSync(path.join(full.dataDir, 'uploads'), '')
  const answer = await full.upload(ctx, { bytes: aPdf(), name: 'a.pdf' })
  expect(answer).toMatchObject({ status: 503, code: 'upload.not-kept' })
  full.remove()
})
