import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { anEvidenceFile, anEvidenceLink } from '../../../tests/support/evidence-builders.ts'
import { aUnit } from '../../../tests/support/working-builders.ts'
import { type Ctx, inTransaction } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { attachEvidence } from './attaching.server.ts'
import type { EvidenceObject } from './evidence.domain.ts'
import {
  countEvidenceUses,
  findEvidenceItems,
  findEvidenceOfFile,
  listEvidenceFor,
  listExpiring,
  searchEvidence,
} from './evidence.queries.server.ts'
import { type EvidenceFilter, readFilter } from './evidence-filter.domain.ts'
import { countUsesThere, findEvidence, listEvidence } from './library.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const filter = (narrowed: Partial<EvidenceFilter> = {}): EvidenceFilter => ({
  ...readFilter(new URLSearchParams()),
  ...narrowed,
})
const MEASURE = '22222222-2222-4222-8222-222222222222'
const searched = async (ctx: Awaited<ReturnType<typeof anAgency>>, text: string) =>
  (await searchEvidence(ctx, { text, limit: 20 })).map(({ id }) => id)

describe('search', () => {
  it('finds Thai as it is spoken: without spaces, with tone marks missing or wrong', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { title: 'รายงานการประชุมคณะทำงาน ครั้งที่ 1' })
    await anEvidenceLink(ctx, { title: 'ภาพกิจกรรม' })
    expect(await searched(ctx, 'คณะทำงานครั้งที่1')).toEqual([id])
    expect(await searched(ctx, 'ครังที 1')).toEqual([id])
    expect(await searched(ctx, 'ประชุ่ม')).toEqual([id])
  })

  it('finds words in any order, and asks for every one of them', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { title: 'Meeting minutes 2567', note: 'ลงนามแล้ว' })
    expect(await searched(ctx, '2567 ลงนาม MEETING')).toEqual([id])
    expect(await searched(ctx, 'meeting 2568')).toEqual([])
  })

  it('looks into names of files and links', async () => {
    const ctx = await anAgency(database)
    const file = await anEvidenceFile(ctx, { fileName: 'คู่มือประชาชน.pdf' })
    const link = await anEvidenceLink(ctx, { link: 'https://data.example.go.th/open' })
    expect(await searched(ctx, 'คูมือประชาชน')).toEqual([file.id])
    expect(await searched(ctx, 'data.example')).toEqual([link])
  })

  it('takes what has a meaning in patterns as it is written', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { title: 'ครบ 100% a_b \\' })
    await anEvidenceLink(ctx, { title: 'ครบ 1000 axb' })
    expect(await searched(ctx, '100%')).toEqual([id])
    expect(await searched(ctx, 'a_b')).toEqual([id])
    expect(await searched(ctx, '\\')).toEqual([id])
    expect(await searched(ctx, ' ')).toEqual([])
  })

  it("shows one's own first", async () => {
    const ctx = await anAgency(database)
    const person = await aPerson(ctx)
    const me = as(ctx, person.id, ['desk-officer'])
    const mine = await anEvidenceLink(me, { title: 'แผนงาน ก' })
    const other = await anEvidenceLink(at(ctx, '2024-10-02T03:00:00Z'), { title: 'แผนงาน ข' })
    expect(await searched(me, 'แผนงาน')).toEqual([mine, other])
  })
})

describe('what is confidential', () => {
  it('is seen by who brought it in, its unit, the coordinator and the auditor, and by nobody else', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx, 'CSR')
    const author = await aPerson(ctx)
    const stranger = await aPerson(ctx)
    const id = await anEvidenceLink(as(ctx, author.id, ['desk-officer']), {
      title: 'ลับมาก',
      isConfidential: true,
      unitId,
    })
    const seenBy = async (person: { id: string }, ...roles: Parameters<typeof as>[2]): Promise<boolean> => {
      const who = as(ctx, person.id, roles)
      const lists = [
        await searchEvidence(who, { text: 'ลับ', limit: 9 }),
        (await listEvidence(who, filter())).rows,
        await findEvidenceItems(who, [id]),
      ].map((items) => items.some((item) => item.id === id))
      expect(new Set(lists).size).toBe(1)
      return lists[0] ?? false
    }
    expect(await seenBy(author, 'desk-officer')).toBe(true)
    expect(await seenBy(stranger, 'ita-coordinator')).toBe(true)
    expect(await seenBy(stranger, 'auditor')).toBe(true)
    expect(await seenBy(stranger, { role: 'unit-owner', unitId })).toBe(true)
    expect(await seenBy(stranger, { role: 'unit-owner', unitId: await aUnit(ctx, 'HR') })).toBe(false)
    expect(await seenBy(stranger, 'administrator', 'executive')).toBe(false)
  })

  it('is told of where it is attached, and no more', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { isConfidential: true })
    const object = { kind: 'measure', id: MEASURE } as const
    await inTransaction(ctx, (tx) => attachEvidence(tx, ctx, { ...object, evidenceIds: [id] }))
    const executive = as(ctx, (await aPerson(ctx)).id, ['executive'])
    expect(await listEvidenceFor(executive, object)).toEqual([{ id, item: null, isWithheld: true }])
    expect(await countEvidenceUses(executive, { kind: 'measure' })).toEqual(new Map([[MEASURE, 1]]))
  })
})

describe('the library', () => {
  it('counts what evidence is used for, but for what was removed', async () => {
    const ctx = await anAgency(database)
    const [used, unused] = [await anEvidenceLink(ctx), await anEvidenceLink(ctx)]
    const removed = randomUUID()
    for (const id of [MEASURE, removed])
      await inTransaction(ctx, (tx) =>
        attachEvidence(tx, ctx, {
          kind: 'measure',
          id,
          evidenceIds: id === removed ? [used, unused] : [used],
        }),
      )
    const names = async (_ctx: Ctx, uses: readonly EvidenceObject[]) =>
      new Map(
        uses
          .filter(({ id }) => id !== removed)
          .map(({ kind, id }) => [`${kind} ${id}`, { title: 'มาตรการ', part: 'x' }]),
      )
    expect(await countUsesThere(ctx, { ids: [used, unused], lang: 'th', names })).toEqual(
      new Map([[used, 1]]),
    )
  })

  it('is narrowed by kind, year, unit, use, expiry and scan', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx, 'CSR')
    const pdf = await anEvidenceFile(ctx, { evidenceDate: '2024-09-30', expiresOn: '2024-09-30', unitId })
    const picture = await anEvidenceFile(ctx, {
      fileName: 'ภาพ.jpg',
      mediaType: 'image/jpeg',
      size: 9000,
      scan: 'not-scanned',
      evidenceDate: '2024-10-01',
      expiresOn: '2024-10-15',
    })
    const archive = await anEvidenceFile(ctx, { mediaType: 'application/zip', scan: 'infected' })
    const link = await anEvidenceLink(ctx)
    await inTransaction(ctx, (tx) =>
      attachEvidence(tx, ctx, { kind: 'outcome', id: MEASURE, evidenceIds: [link] }),
    )
    const shown = async (narrowed: Partial<EvidenceFilter>) =>
      (await listEvidence(ctx, filter(narrowed))).rows.map(({ id }) => id)
    expect(await shown({ kind: 'pdf' })).toEqual([pdf.id])
    expect(await shown({ kind: 'other' })).toEqual([archive.id])
    expect(await shown({ kind: 'link' })).toEqual([link])
    expect(await shown({ year: 2567 })).toEqual([pdf.id])
    expect(await shown({ year: 2568 })).toEqual([picture.id])
    expect(await shown({ unitId })).toEqual([pdf.id])
    expect(await shown({ show: 'expired' })).toEqual([pdf.id])
    expect(await shown({ show: 'expiring' })).toEqual([picture.id])
    expect(await shown({ show: 'not-scanned' })).toEqual([picture.id])
    expect(await shown({ show: 'infected' })).toEqual([archive.id])
    expect((await shown({ show: 'unused' })).toSorted()).toEqual([pdf.id, picture.id, archive.id].toSorted())
    expect((await shown({ order: 'size' }))[0]).toBe(picture.id)
    expect((await shown({ order: 'uses' }))[0]).toBe(link)
    expect(await listEvidence(ctx, filter())).toMatchObject({ found: 4, inAll: 4, years: [2568, 2567] })
  })

  it('has pages, and shows the last where one behind it is asked for', async () => {
    const ctx = await anAgency(database)
    for (let count = 0; count < 51; count += 1) await anEvidenceLink(ctx)
    const library = await listEvidence(ctx, filter({ page: 9 }))
    expect(library).toMatchObject({ found: 51, pages: 2, page: 2 })
    expect(library.rows).toHaveLength(1)
  })

  it('knows a file by its content', async () => {
    const ctx = await anAgency(database)
    const { id, sha256 } = await anEvidenceFile(ctx)
    expect((await findEvidenceOfFile(ctx, sha256)).map((item) => item.id)).toEqual([id])
    expect(await findEvidenceOfFile(ctx, "x' or true")).toEqual([])
  })

  it('of another agency is not seen', async () => {
    const ctx = await anAgency(database)
    const other = await anAgency(database)
    const id = await anEvidenceLink(other, { title: 'ของหน่วยงานอื่น' })
    expect(await searched(ctx, 'หน่วยงานอื่น')).toEqual([])
    expect(await findEvidence(ctx, id)).toBeNull()
    const attached = await inTransaction(ctx, (tx) =>
      attachEvidence(tx, ctx, { kind: 'measure', id: MEASURE, evidenceIds: [id] }),
    )
    expect(attached).toMatchObject({ ok: false, error: { code: 'evidence.unknown' } })
  })

  it('says what expires from a day on', async () => {
    const ctx = await anAgency(database)
    await anEvidenceLink(ctx, { expiresOn: '2024-09-30' })
    const today = await anEvidenceLink(ctx, { expiresOn: '2024-10-01' })
    const later = await anEvidenceLink(ctx, { expiresOn: '2024-10-08' })
    await anEvidenceLink(ctx, { expiresOn: '2024-10-09' })
    const expiring = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      listExpiring(tx, { agencyId: ctx.agency.id, day: '2024-10-01', within: 7 }),
    )
    expect(expiring.map(({ id }) => id)).toEqual([today, later])
  })
})
