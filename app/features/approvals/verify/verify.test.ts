import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { approveReport, resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { type Cycle, countCycle } from '../../improvement/index.ts'
import { bringInReport } from '../../reports/index.server.ts'
import { createPdfRenderer } from '../../reports/pdf/pdf-renderer.server.ts'
import { findReportVersion } from '../../reports/published-report.queries.server.ts'
import { type DocumentMaking, publicationFiles } from '../../reports/publishing/publication-files.server.ts'
import { renderReport } from '../../reports/render-report.server.ts'
import { withdrawPublication } from '../index.server.ts'
import { shortHash } from '../matter.domain.ts'
import { findPublications } from '../publications/publications.queries.server.ts'
import { answerJson } from './answer-json.ts'
import { checkSent, checkTyped } from './check.server.ts'

let database: TestDatabase
let folder: string
let ctx: Ctx
let files: ReadonlyMap<string, Buffer>
let contentHash: string
const pdf = createPdfRenderer({ processes: 1 })

beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-verify-'))
  ctx = await anAgency(database, '2024-11-29T03:00:00Z')
  contentHash = await aPublishedReport(ctx)
  files = await publishedBytes(ctx)
})
afterAll(async () => {
  pdf.close()
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** The files of the agency's published report as anybody downloads them, by format. */
async function publishedBytes(of: Ctx): Promise<ReadonlyMap<string, Buffer>> {
  const by: DocumentMaking = {
    store: createDiskStore(folder),
    folder,
    originOf: () => ORIGIN,
    madeWith: 'test',
    render: (input) => renderReport({ ...input, pdf }),
  }
  const found = await findReportVersion(of, { fiscalYear: 2567 })
  const made = found && (await publicationFiles(of, found.publication, by))
  if (!made?.ok) throw new Error('no files')
  const read = made.value.map(async ({ format, sha256 }) => {
    const stream = await by.store.open({ agencyId: of.agency.id, sha256 })
    return [format, stream ? await buffer(stream) : Buffer.alloc(0)] as const
  })
  return new Map(await Promise.all(read))
}

/** Puts another content of the year in the place of the one that is public, approved like it. */
async function publishAnother(of: Ctx, cycle: Cycle): Promise<void> {
  const outcome = {
    ...{ cycle, counts: countCycle(cycle), notes: [], suspectedFaults: [] },
    catalogue: { hash: 'c'.repeat(64), frameworks: {} },
  }
  await approveReport(of, cycle)
  const brought = await bringInReport(of, { agencyCode: of.agency.code, outcome, replace: true })
  if (!brought.ok || brought.value.publication?.version !== 2) throw new Error('no second version')
}

const bytesOf = (format: string): Buffer => {
  const bytes = files.get(format)
  if (!bytes) throw new Error(`no ${format}`)
  return bytes
}

type Parts = Readonly<{ file?: Uint8Array; name?: string; hash?: string }>
function sent({ file, name = 'report.bin', hash }: Parts): Request {
  const form = new FormData()
  if (hash !== undefined) form.append('hash', hash)
  if (file !== undefined) form.append('file', new Blob([Uint8Array.from(file)]), name)
  return new Request(`${ORIGIN}/verify`, { method: 'POST', body: form })
}

async function checked(parts: Parts, by = ctx) {
  const answer = await checkSent(by, sent(parts))
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const refused = async (request: Request) => {
  const answer = await checkSent(ctx, request)
  return answer.ok ? null : answer.error.code
}

describe('a copy of what was published', () => {
  it.each(['pdf', 'docx', 'html', 'xlsx'])(
    'is known by its bytes as %s, with its version',
    async (format) => {
      const { answer } = await checked({ file: bytesOf(format) })
      expect(answer).toMatchObject({
        status: 'published',
        match: 'file',
        kind: 'report',
        key: '2567',
        version: 1,
        contentHash,
        file: { format },
      })
    },
  )

  it('is known as JSON, whose bytes are the content itself', async () => {
    const { answer } = await checked({ file: bytesOf('json') })
    expect(answer).toMatchObject({ status: 'published', match: 'content', hash: contentHash })
  })

  it.each(['pdf', 'docx', 'html', 'xlsx'])(
    'is not known as %s where one byte was altered',
    async (format) => {
      const bytes = Buffer.from(bytesOf(format))
      const middle = bytes.length >> 1
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      expect((await checked({ file: bytes })).answer.status).toBe('unknown')
      expect((await checked({ file: bytesOf(format).subarray(1) })).answer.status).toBe('unknown')
    },
  )

  it('tells the resolutions by which it is public, the last of them as the one', async () => {
    const { answer } = await checked({ file: bytesOf('pdf') })
    const told = answerJson(answer, ORIGIN)
    expect(told).toMatchObject({
      status: 'published',
      version: 1,
      address: `${ORIGIN}/reports/2567/versions/1`,
      resolution: { body: 'ที่ประชุมฝ่ายบริหาร', number: '9/2567', day: '2024-11-07', decision: 'approved' },
      current: null,
      withdrawal: null,
    })
    expect(told.resolutions).toHaveLength(2)
    expect(told.resolution).toEqual(told.resolutions.at(-1))
  })

  it('is named by its hash, and by the short code of its last page', async () => {
    for (const typed of [contentHash, shortHash(contentHash), shortHash(contentHash).toUpperCase()])
      expect(await checkTyped(ctx, typed)).toMatchObject({
        ok: true,
        value: { status: 'published', version: 1 },
      })
  })
})

describe('a JSON file that was written anew', () => {
  const content = () => JSON.parse(bytesOf('json').toString('utf8')) as Record<string, unknown>
  const asked = async (text: string) => (await checked({ file: Buffer.from(text), name: 'a.json' })).answer

  it('has the published content, and is not the published file', async () => {
    const reversed = Object.fromEntries(Object.entries(content()).reverse())
    for (const text of [
      JSON.stringify(content(), null, 2),
      `\ufeff${JSON.stringify(reversed)}\n`,
      JSON.stringify({ source: { fileName: 'x' }, ...content() }),
    ])
      expect(await asked(text)).toMatchObject({ status: 'published', match: 'same-content', version: 1 })
  })

  it('is unknown where a letter differs, and where a key is there twice', async () => {
    const text = JSON.stringify(content(), null, 2)
    expect((await asked(text.replace('ประเด็น', 'ประเดน'))).status).toBe('unknown')
    expect((await asked(text.replace('{', '{ "fiscalYear": 2999,'))).status).toBe('unknown')
  })

  it.each([
    ['nested without end', '{"a":'.repeat(3_000_000)],
    ['of nothing but brackets', `{"a":[${'[],'.repeat(2_000_000)}[]]}`],
    ['that breaks off', '{"a":"'],
    ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['with half a letter', '{"a":"\\ud800"}'],
  ])('does no harm %s', async (_, text) => {
    expect((await checked({ file: Buffer.from(text as string) })).answer.status).toBe('unknown')
  })
})

describe('another version', () => {
  it('puts the earlier one behind it, and leads to itself', async () => {
    const own = await anAgency(database, '2024-11-29T03:00:00Z')
    const first = await aPublishedReport(own)
    const copies = await publishedBytes(own)
    const cycle = exampleCycle()
    await publishAnother(own, { ...cycle, cover: { ...cycle.cover, yearLine: 'ฉบับแก้ไข' } })
    const { answer } = await checked({ file: copies.get('pdf') ?? Buffer.alloc(0) }, own)
    expect(answer).toMatchObject({ status: 'superseded', version: 1, current: { version: 2 } })
    expect(answerJson(answer, ORIGIN)).toMatchObject({
      current: { address: `${ORIGIN}/reports/2567/versions/2` },
    })
    expect(await checkTyped(own, first)).toMatchObject({ value: { status: 'superseded' } })
  })

  it('that was withdrawn says when, by which resolution and why', async () => {
    const own = await anAgency(database, '2024-11-29T03:00:00Z')
    const hash = await aPublishedReport(own)
    const copies = await publishedBytes(own)
    const [publication] = await findPublications(own, { kind: 'report' })
    const publicationId = publication?.id ?? ''
    await resolveWithdrawal(own, publicationId)
    expect(await withdrawPublication(own, { publicationId, reason: 'คะแนนผิด' })).toMatchObject({ ok: true })
    for (const answer of [
      (await checked({ file: copies.get('docx') ?? Buffer.alloc(0) }, own)).answer,
      (await checked({ hash }, own)).answer,
    ])
      expect(answer).toMatchObject({
        status: 'withdrawn',
        current: null,
        withdrawal: { reason: 'คะแนนผิด', resolution: { decidedOn: '2024-11-29' } },
      })
  })
})

describe('what another agency published', () => {
  it('is unknown here, as a file, by its hash and by its code', async () => {
    const other = await anAgency(database)
    expect((await checked({ file: bytesOf('pdf') }, other)).answer.status).toBe('unknown')
    for (const typed of [contentHash, shortHash(contentHash)])
      expect(await checkTyped(other, typed)).toMatchObject({ value: { status: 'unknown' } })
  })
})

describe('a short code that two contents share', () => {
  it('asks for the whole hash', async () => {
    const own = await anAgency(database)
    const hash = await aPublishedReport(own)
    const client = await database.owner.connect()
    await client.query('begin')
    await client.query('alter table publication disable trigger user')
    await client.query(
      `insert into publication (agency_id, id, kind, key, version, content_hash, published_at, published_by_name)
       values ($1, gen_random_uuid(), 'report', '2566', 1, $2, now(), 'test')`,
      [own.agency.id, hash.slice(0, 16).padEnd(64, '0')],
    )
    await client.query('alter table publication enable trigger user')
    await client.query('commit')
    client.release()
    expect(await checkTyped(own, shortHash(hash))).toMatchObject({ error: { code: 'hash.ambiguous' } })
    expect(await checkTyped(own, hash)).toMatchObject({ value: { status: 'published' } })
  })
})

describe('what is sent', () => {
  it('may bring a file and a hash: the file is what somebody holds', async () => {
    const { answer, file } = await checked({ file: Buffer.from('x'), name: 'x.txt', hash: contentHash })
    expect([answer.status, file]).toEqual(['unknown', { fileName: 'x.txt', size: 1 }])
  })

  it('may bring a hash beside a field in which no file was chosen', async () => {
    expect(await checked({ file: Buffer.alloc(0), name: '', hash: contentHash })).toMatchObject({
      file: null,
      answer: { status: 'published' },
    })
  })

  it('may be an empty file with a name, which is no published one', async () => {
    expect(await checked({ file: Buffer.alloc(0), name: 'empty.pdf' })).toMatchObject({
      file: { fileName: 'empty.pdf', size: 0 },
      answer: { status: 'unknown' },
    })
  })

  it('has a name for people to read, and never more than that', async () => {
    const name = `../../etc/\u202e<script>${'ก'.repeat(5000)}.pdf`
    const { file } = await checked({ file: Buffer.from('x'), name })
    expect(file?.fileName).toMatch(/^-script-ก+\.pdf$/u)
    expect(file?.fileName.length).toBeLessThan(700)
  })

  it('is refused with its reason where nothing can be checked', async () => {
    const urlencoded = (body: string) =>
      new Request(`${ORIGIN}/verify`, { method: 'POST', body: new URLSearchParams(body) })
    expect(await refused(sent({}))).toBe('hash.nothing-typed')
    expect(await refused(sent({ hash: '' }))).toBe('hash.nothing-typed')
    expect(await refused(sent({ hash: `${contentHash}\0` }))).toBe('hash.not-hash')
    expect(await refused(urlencoded('file=x'))).toBe('hash.nothing-typed')
    expect(await refused(new Request(`${ORIGIN}/verify`, { method: 'POST', body: 'x' }))).toBe(
      'copy.unreadable',
    )
    const broken = '--cut\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhello'
    expect(
      await refused(
        new Request(`${ORIGIN}/verify`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=cut' },
          body: broken,
        }),
      ),
    ).toBe('copy.unreadable')
  })

  it('is refused where it is larger than any published file', async () => {
    expect(await refused(sent({ file: Buffer.alloc(60 * 1024 * 1024, '{') }))).toBe('copy.too-large')
  })

  it('may be as large as fifty megabytes', async () => {
    expect((await checked({ file: Buffer.alloc(50 * 1024 * 1024) })).file?.size).toBe(50 * 1024 * 1024)
  })
})
