import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink, evidenceFacts } from '../../../../tests/support/evidence-builders.ts'
import { readNavigation } from '../../../../tests/support/pdf-navigation.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import { popplerPages, withoutSpaces, withPdfFile } from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { log } from '../../../platform/log/log.server.ts'
import type { EvidenceFacts } from '../../evidence/evidence.domain.ts'
import { insertEvidence } from '../../evidence/evidence.repo.server.ts'
import { attachEvidence, type EvidenceFiles } from '../../evidence/index.server.ts'
import { createOpenings } from '../../evidence/storing/openings.ts'
import { placeMatter } from '../matter.repo.server.ts'
import type { MatterSource } from '../matter-source.server.ts'
import { makePapersPack } from './collect-papers.server.ts'
import { createMeetingDocuments } from './meeting-documents.server.ts'
import { findMeetingRecord } from './meeting-record.queries.server.ts'

let database: TestDatabase
let folder: string
let files: EvidenceFiles
let ctx: Ctx
const documents = createMeetingDocuments({ processes: 1 })

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'pack-test-'))
  files = {
    store: createDiskStore(path.join(folder, 'store')),
    folder,
    mostBytes: 10_000_000,
    defaultQuota: null,
    isScanning: true,
    stored: () => {},
    openings: createOpenings(),
    log,
  }
})
afterAll(async () => {
  documents.close()
  await rm(folder, { recursive: true })
  await database.drop()
})
beforeEach(async () => {
  ctx = await anAgency(database, '2024-11-08T03:00:00Z')
})

async function aPdf(pages: readonly string[], size: [number, number] = [595, 842]): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) document.addPage(size).drawText(text, { x: 60, y: 200, size: 24, font })
  return Buffer.from(await document.save())
}

type File = Readonly<{ fileName?: string; mediaType?: string; scan?: string; isStored?: boolean }>

async function anAttached(
  item: string,
  bytes: Buffer,
  given: File & Partial<EvidenceFacts> = {},
): Promise<string> {
  const {
    fileName = 'เอกสาร.pdf',
    mediaType = 'application/pdf',
    scan = 'clean',
    isStored = true,
    ...facts
  } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = path.join(folder, randomUUID())
  await writeFile(source, bytes)
  if (isStored)
    await files.store.put({ agencyId: ctx.agency.id, sha256, path: source, size: bytes.length, mediaType })
  const id = await withAgency(ctx.db, ctx.agency.id, async (tx) => {
    await tx
      .insertInto('stored_file')
      .values({
        ...{
          agency_id: ctx.agency.id,
          sha256,
          size: bytes.length,
          media_type: mediaType,
          stored_at: ctx.now(),
        },
        ...{ scan, scanned_at: scan === 'not-scanned' ? null : ctx.now() },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return insertEvidence(tx, {
      agencyId: ctx.agency.id,
      facts: evidenceFacts(facts),
      source: { kind: 'file', fileName, sha256, location: null },
      by: ctx.actor,
      at: ctx.now(),
    })
  })
  await attach(item, id)
  return id
}

/** In the row alone: whoever attached it then could open it. */
const attach = (item: string, evidenceId: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    attachEvidence(tx, ctx, { kind: 'agenda-item', id: item, evidenceIds: [evidenceId] }),
  ).then((attached) => {
    if (!attached.ok) throw new Error(attached.error.code)
  })

const row = (table: string, values: Readonly<Record<string, unknown>>) => {
  const all = { agency_id: ctx.agency.id, ...values }
  const names = Object.keys(all)
  return database.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(all),
  )
}

type Item = Readonly<{ title: string; matterId?: string; isRemoved?: boolean }>

/** A meeting with its agenda; gives its identifier and those of the items. */
async function aMeeting(items: readonly Item[], facts: Readonly<Record<string, unknown>> = {}) {
  const [body, meeting] = [randomUUID(), randomUUID()]
  await row('meeting_body', { id: body, name: 'ที่ประชุมฝ่ายบริหาร' })
  await row('meeting', {
    ...{ id: meeting, body_id: body, form: 'meeting', number: '9/2567', held_on: '2024-11-07' },
    ...{
      calendar_year: 2567,
      state: 'held',
      entered_at: ctx.now(),
      entered_by_name: 'test',
      origin: 'entered',
    },
    ...facts,
  })
  const ids = items.map(() => randomUUID())
  for (const [at, { title, matterId = null, isRemoved = false }] of items.entries())
    await row('agenda_item', {
      ...{
        id: ids[at],
        meeting_id: meeting,
        position: items.length - at,
        number: `${items.length - at}`,
        title,
      },
      ...{ matter_id: matterId, added_at: ctx.now(), added_by_name: 'test' },
      removed_at: isRemoved ? ctx.now() : null,
    })
  return { meeting, ids: ids as [string, ...string[]] }
}

async function packOf(
  meeting: string,
  given: Readonly<{ by?: Ctx; source?: MatterSource; with?: typeof documents }> = {},
) {
  const found = await findMeetingRecord(ctx, meeting)
  if (!found) throw new Error('there is no such meeting')
  const tools = {
    documents: given.with ?? documents,
    evidence: files,
    sources: given.source ? { report: given.source } : {},
  }
  const made = await makePapersPack(given.by ?? ctx, { ...found, agencyName: 'สำนักงานทดสอบ' }, tools)
  if (!made.ok) throw new Error(made.error.detail)
  const bytes = await readFile(made.value.file)
  await rm(made.value.folder, { recursive: true })
  return { bytes, pages: popplerPages(bytes) }
}

const said = (pages: readonly (readonly string[])[], page: number) =>
  withoutSpaces(pages[page - 1]?.join('') ?? '')

const source = (paper: MatterSource['paper']): MatterSource => ({
  kind: 'report',
  list: async () => [],
  read: async () => null,
  cells: () => ({ before: [], after: [] }),
  paper,
  part: () => '',
})

describe('the papers of a meeting', () => {
  test('are cover, agenda, and in the order of the agenda each divider with its papers, every page numbered', async () => {
    // Added in the other order.
    const { meeting, ids } = await aMeeting([
      { title: 'เรื่องที่สาม' },
      { title: 'เรื่องที่ถอน', isRemoved: true },
      { title: 'เรื่องที่หนึ่ง' },
    ])
    await anAttached(ids[0], await aPdf(['alpha']), { title: 'เอกสารหนึ่งหน้า' })
    await anAttached(ids[2] ?? '', await aPdf(['beta one', 'beta two'], [842, 595]), {
      title: 'เอกสารแนวนอน',
    })
    await anAttached(ids[1] ?? '', await aPdf(['removed']))
    const { bytes, pages } = await packOf(meeting)
    expect(pages).toHaveLength(7)
    expect(said(pages, 1)).toContain('เอกสารประกอบการประชุมฝ่ายบริหารครั้งที่9/2567')
    expect(said(pages, 2)).toContain('ระเบียบวาระที่1เรื่องที่หนึ่ง3')
    expect(said(pages, 2)).toContain('ระเบียบวาระที่3เรื่องที่สาม6')
    expect(said(pages, 3)).toContain('เอกสารแนวนอนหน้า4–5')
    expect(pages[3]).toContain('beta one')
    expect(pages[4]).toContain('beta two')
    expect(said(pages, 6)).toContain('เอกสารหนึ่งหน้าหน้า7')
    expect(pages[6]).toContain('alpha')
    pages.slice(1).forEach((lines, index) => {
      expect(withoutSpaces(lines.join(''))).toContain(`เอกสารประกอบการประชุมหน้า${index + 2}/7`)
    })
    expect(JSON.stringify(pages)).not.toContain('removed')
    const { bookmarks, links } = await readNavigation(bytes)
    expect(bookmarks).toEqual([
      { title: 'ระเบียบวาระที่ 1 เรื่องที่หนึ่ง', page: 3 },
      { title: 'ระเบียบวาระที่ 3 เรื่องที่สาม', page: 6 },
    ])
    expect(links[1]).toEqual([3, 6])
    expect(links[2]).toEqual([4])
  })

  test('keep the papers above the number of the page, and lie as the papers lie', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    const paper = await PDFDocument.create()
    paper.addPage([842, 595]).drawText('lowest', { x: 20, y: 5, size: 12 })
    await anAttached(ids[0], Buffer.from(await paper.save()))
    const { bytes } = await packOf(meeting)
    const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', '-f', '4', '-l', '4', file, '-']))
    expect(boxes).toMatch(/width="841\.\d+" height="595\.\d+"/)
    const foot = (word: string) => Number(new RegExp(`yMax="([\\d.]+)">${word}<`).exec(boxes)?.[1])
    const top = (word: string) =>
      Number(new RegExp(`yMin="([\\d.]+)" xMax="[\\d.]+" yMax="[\\d.]+">${word}<`).exec(boxes)?.[1])
    expect(foot('lowest')).toBeLessThan(top('4/4'))
  })

  test('are one sound file that claims nothing for pages of others, with every one of them described', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    await anAttached(ids[0], await aPdf(['one', 'two']), { title: 'เอกสารสองหน้า' })
    const { bytes } = await packOf(meeting)
    const reading = await readStructure(bytes)
    expect(reading.metadata).not.toMatch(/pdfaid|pdfuaid/)
    expect(reading).toMatchObject({ unmarked: 0, unbalanced: 0, scripts: 0, figuresWithoutAlternative: 0 })
    expect(reading.alternatives).toEqual([
      'เอกสารสองหน้า หน้า 1 จาก 2 หน้าของเอกสารนี้',
      'เอกสารสองหน้า หน้า 2 จาก 2 หน้าของเอกสารนี้',
    ])
    expect(withPdfFile(bytes, (file) => run('qpdf', ['--check', file]))).toContain('No syntax or stream')
  })

  test('are the same bytes made again', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    await anAttached(ids[0], await aPdf(['one', 'two']))
    const first = await packOf(meeting)
    expect(first.bytes.equals((await packOf(meeting)).bytes)).toBe(true)
  })

  test('hold what a matter puts forward before what is attached, of the content that was frozen', async () => {
    const matter = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      placeMatter(tx, ctx, {
        ...{ agencyId: ctx.agency.id, kind: 'report', key: '2567', title: 'รายงานประจำปี' },
        content: { text: 'frozen' },
      }),
    )
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง', matterId: matter.id }])
    await anAttached(ids[0], await aPdf(['attached']), { title: 'เอกสารแนบ' })
    const { pages } = await packOf(meeting, {
      source: source(async (_, content) => ({
        bytes: await aPdf([`paper of ${(content as { text: string }).text}`]),
        title: 'เล่มรายงาน',
      })),
    })
    expect(said(pages, 3)).toContain(matter.contentHash)
    expect(said(pages, 3)).toMatch(/เล่มรายงานหน้า4.*เอกสารแนบหน้า5/)
    expect(pages[3]).toContain('paper of frozen')
    const failing = source(async () => {
      throw new Error('no paper')
    })
    expect(said((await packOf(meeting, { source: failing })).pages, 3)).toContain('จัดทำเป็นPDFไม่สำเร็จ')
    const without = await packOf(meeting, { source: source(async () => null) })
    expect(said(without.pages, 3)).not.toContain('รายงานประจำปีไม่ได้รวม')
  })
})

describe('what cannot be in the pack is named on its divider, and the pack is made', () => {
  const SECRET = { userPassword: 'secret', ownerPassword: 'owner' }

  test('other kinds of files, links, files with a password, broken ones, unscanned, infected and lost ones', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    const locked = await PDFDocument.load(await aPdf(['locked']))
    locked.encrypt(SECRET)
    const picture = Buffer.from('picture')
    await anAttached(ids[0], picture, { title: 'ภาพ', fileName: 'ภาพถ่าย.jpg', mediaType: 'image/jpeg' })
    await anAttached(ids[0], Buffer.from(await locked.save()), { title: 'ล็อก' })
    await anAttached(ids[0], Buffer.from('%PDF-1.7 broken'), { title: 'เสีย' })
    await anAttached(ids[0], await aPdf(['waiting']), { title: 'รอ', scan: 'not-scanned' })
    await anAttached(ids[0], await aPdf(['lost']), { title: 'หาย', isStored: false })
    await attach(ids[0], await anEvidenceLink(ctx, { title: 'ลิงก์', link: 'https://example.go.th/a' }))
    await anAttached(ids[0], await aPdf(['whole']), { title: 'ดี' })
    const { pages } = await packOf(meeting)
    const divider = said(pages, 3)
    const left = 'ไม่ได้รวมในชุดเอกสารนี้:'
    expect(divider).toContain(`ภาพ${left}ไม่ใช่ไฟล์PDFไฟล์ภาพถ่าย.jpg·7B·SHA-256`)
    expect(divider).toContain(createHash('sha256').update(picture).digest('hex'))
    expect(divider).toContain(`ล็อก${left}ไฟล์PDFมีรหัสผ่าน`)
    expect(divider).toContain(`เสีย${left}เปิดไฟล์PDFไม่ได้`)
    expect(divider).toContain(`รอ${left}ยังไม่ผ่านการตรวจไวรัส`)
    expect(divider).toContain(`หาย${left}ไม่พบไฟล์ในที่เก็บ`)
    expect(divider).toContain(`ลิงก์${left}เป็นลิงก์https://example.go.th/a`)
    expect(divider).toContain('ดีหน้า4')
    expect(pages).toHaveLength(4)
    expect(pages[3]).toContain('whole')
  })

  test('confidential evidence, for whom may not open it: neither its words nor its name', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    const secret = { title: 'เรื่องลับมาก', fileName: 'secret-name.pdf', isConfidential: true }
    await anAttached(ids[0], await aPdf(['hidden words']), secret)
    const person = await aPerson(ctx, { role: 'executive' })
    const { pages } = await packOf(meeting, { by: as(ctx, person.id, ['executive']) })
    expect(said(pages, 3)).toContain('เอกสารลับไม่ได้รวมในชุดเอกสารนี้')
    expect(JSON.stringify(pages)).not.toMatch(/hidden|secret-name|เรื่องลับมาก/)
    const allowed = await aPerson(ctx, { role: 'ita-coordinator' })
    const whole = await packOf(meeting, { by: as(ctx, allowed.id, ['ita-coordinator']) })
    expect(whole.pages[3]).toContain('hidden words')
    const { rows } = await database.owner.query(
      "select actor_id from audit_log where action = 'evidence.opened' and agency_id = $1",
      [ctx.agency.id],
    )
    expect(rows).toEqual([{ actor_id: allowed.id }])
  })

  test('everything, where together they need more than a process may take', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    await anAttached(ids[0], await aPdf(['one']), { title: 'เอกสาร' })
    const failing: typeof documents = {
      ...documents,
      render: async (job) =>
        job.kind === 'pack' &&
        job.pack.items.some(({ papers }) => papers.some(({ content }) => typeof content !== 'string'))
          ? { ok: false, error: { code: 'pdf.memory', detail: '' } }
          : documents.render(job),
    }
    const { pages } = await packOf(meeting, { with: failing })
    expect(pages).toHaveLength(3)
    expect(said(pages, 3)).toContain('ไฟล์ใหญ่เกินกว่าจะรวมเป็นชุดเดียว')
  })

  test('and nothing of it stays on the disk, also where no pack could be made', async () => {
    const { meeting, ids } = await aMeeting([{ title: 'เรื่อง' }])
    await anAttached(ids[0], await aPdf(['one']))
    const left = () => readdirSync(os.tmpdir()).filter((entry) => entry.startsWith('papers-'))
    const before = left()
    await packOf(meeting)
    const none: typeof documents = {
      ...documents,
      render: async () => ({ ok: false, error: { code: 'pdf.timeout', detail: 'too slow' } }),
    }
    await expect(packOf(meeting, { with: none })).rejects.toThrow('too slow')
    expect(left().filter((entry) => !before.includes(entry))).toEqual([])
    expect(existsSync(folder)).toBe(true)
  })
})
