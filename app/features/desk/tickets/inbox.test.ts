import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aTicket, aUnit, type DeskAtWork, deskTools } from '../../../../tests/support/desk-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { deskDatasets } from '../desk-datasets.server.ts'
import { exportTickets } from '../export/usecases/export-tickets.server.ts'
import { findStatistics, type StatisticsWay } from '../statistics/statistics.queries.server.ts'
import { listInbox } from './inbox.queries.server.ts'
import { INBOX_START, type InboxFilter, inboxParams, readInboxFilter } from './inbox-filter.domain.ts'
import { findTicket } from './ticket-page.queries.server.ts'
import { addToTicket } from './usecases/add-to-ticket.server.ts'
import { answerTicket } from './usecases/answer-ticket.server.ts'
import { assignTicket } from './usecases/assign-ticket.server.ts'
import { markJunk } from './usecases/mark-junk.server.ts'
import { mergeTicket } from './usecases/merge-ticket.server.ts'

let database: TestDatabase
let tools: DeskAtWork
let agency: Ctx
let visitor: Ctx
let desk: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  agency = await anAgency(database)
  visitor = { ...agency, actor: { kind: 'system', name: 'visitor' } }
  desk = as(agency, (await aPerson(agency, { role: 'desk-officer' })).id, ['desk-officer'])
})

const list = async (filter: Partial<InboxFilter> = {}, who = desk) => {
  const inbox = await listInbox(who, { ...INBOX_START, ...filter })
  if (!inbox.ok) throw new Error(inbox.error.code)
  return inbox.value
}
const found = async (filter: Partial<InboxFilter>, who = desk) =>
  (await list(filter, who)).rows.map(({ reference }) => reference)
const saying = (body: string, typed: Record<string, string> = {}) =>
  aTicket(visitor, tools, { typed: { body, ...typed } })
const answer = (id: string, seenVersion: number, day = '2024-10-02') =>
  answerTicket(at(desk, `${day}T03:00:00Z`), tools, {
    id,
    seenVersion,
    text: 'ตอบแล้ว',
    final: 'answer',
    files: [],
  })

describe('searching', () => {
  test('finds words in Thai wherever they stand, without regard to tone marks and double vowels, in what was added and answered, too', async () => {
    const one = await saying('น้ำท่วมขังหน้าโรงเรียนทุกครั้งที่ฝนตก')
    await saying('เจ้าหน้าที่พูดจาไม่สุภาพ')
    expect(await found({ text: 'ทวมขัง' })).toEqual([one.reference])
    expect(await found({ text: 'โรงเรียน ฝนตก' })).toEqual([one.reference])
    expect(await found({ text: 'โรงเรียน เจ้าหน้าที่' })).toEqual([])
    expect(await found({ text: one.reference.slice(-7) })).toEqual([one.reference])
    expect(await found({ text: 'ฮ' })).toEqual([])
    const { reference, followUp: secret } = one
    await addToTicket(visitor, tools, {
      reference,
      secret,
      text: 'เพิ่งวัดได้ ๓๐ เซนติเมตร',
      files: [],
      reopens: false,
    })
    expect(await found({ text: 'เซนติเมตร' })).toEqual([reference])
    expect(await found({ text: "%_' or true --" })).toEqual([])
  })
})

describe('the inbox', () => {
  test('shows what waits, the first due first, with counts of all; junk is apart', async () => {
    const complaint = await saying('ร้องเรียน')
    const question = await saying('สอบถาม', { kind: 'question' })
    const praise = await saying('ชมเชย', { kind: 'praise' })
    const junk = await saying('โฆษณา')
    await markJunk(desk, { id: junk.id, seenVersion: 1, reason: '' })
    expect(await found({})).toEqual([question.reference, complaint.reference, praise.reference])
    await answer(question.id, 1)
    expect(await found({ states: 'done' })).toEqual([question.reference])
    expect(await found({ states: 'junk' })).toEqual([junk.reference])
    expect((await list()).counts).toEqual({ open: 2, overdue: 0, soon: 0, unassigned: 2, junk: 1, all: 3 })
    const late = at(desk, '2025-01-15T03:00:00Z')
    expect((await list({}, late)).counts.overdue).toBe(1)
    expect(await found({ due: 'overdue' }, late)).toEqual([complaint.reference])
    expect(await found({ kind: 'praise' })).toEqual([praise.reference])
    expect(await found({ from: '2024-10-02' })).toEqual([])
  })

  test('an owner of a unit sees the tickets of the unit alone, others see none', async () => {
    const unitId = await aUnit(agency, 'กองช่าง')
    const owner = as(agency, (await aPerson(agency, { role: 'unit-owner', unitId })).id, [
      { role: 'unit-owner', unitId },
    ])
    const given = await saying('ของกองช่าง')
    await saying('ของใครไม่รู้')
    expect(await found({}, owner)).toEqual([])
    await assignTicket(desk, { id: given.id, seenVersion: 1, unitId, officerId: null, note: '' })
    expect(await found({}, owner)).toEqual([given.reference])
    expect((await list({}, owner)).counts.all).toBe(1)
    expect(await found({ unitId: 'none' })).toHaveLength(1)
    for (const role of ['administrator', 'executive', 'auditor', 'ita-coordinator'] as const)
      expect(await listInbox(as(agency, owner.actor.name, [role]), INBOX_START), role).toMatchObject({
        ok: false,
      })
  })

  test('says where the person wrote after staff did anything', async () => {
    const { id, reference, followUp: secret } = await saying('ถาม')
    const hasNews = async () => (await list({ states: 'all' })).rows[0]?.hasNews
    expect(await hasNews()).toBe(false)
    await addToTicket(visitor, tools, { reference, secret, text: 'เพิ่ม', files: [], reopens: false })
    expect(await hasNews()).toBe(true)
    await answer(id, 2)
    expect(await hasNews()).toBe(false)
  })

  test('what stands behind the question mark is read back as it was', () => {
    const filter: InboxFilter = {
      ...INBOX_START,
      text: 'น้ำท่วม',
      states: 'done',
      kind: 'complaint',
      officerId: 'me',
      due: 'overdue',
      from: '2024-10-01',
      page: 3,
      sort: 'newest',
    }
    expect(readInboxFilter(inboxParams(filter))).toEqual(filter)
    expect(inboxParams(INBOX_START).toString()).toBe('')
    expect(readInboxFilter(new URLSearchParams('page=-1&state=x&unit=1&from=tomorrow&sort=up'))).toEqual(
      INBOX_START,
    )
  })
})

test('others about the same are offered at a ticket', async () => {
  const one = await saying('ไฟส่องสว่างบริเวณลานจอดรถด้านหลังดับทั้งหมด')
  const two = await saying('ไฟส่องสว่างลานจอดรถด้านหลังดับมาหลายวัน', { email: 'other@example.org' })
  await saying('ขอชมเชยเจ้าหน้าที่ฝ่ายทะเบียน', { kind: 'praise', email: '' })
  const page = await findTicket(desk, one.id)
  expect(page.ok && page.value.similar.map(({ reference }) => reference)).toEqual([two.reference])
})

test('who answers for a unit sees nothing of tickets of others beside theirs, however alike, or merged into it', async () => {
  const unitId = await aUnit(agency, 'สำนักอาคาร')
  const body = 'ไฟส่องสว่างบริเวณลานจอดรถด้านหลังดับทั้งหมด'
  const [own, ofOthers, mergedIn] = [await saying(body), await saying(body), await saying(body)]
  await mergeTicket(desk, { id: mergedIn.id, seenVersion: 1, into: own.reference })
  await assignTicket(desk, { id: own.id, seenVersion: 2, unitId, officerId: null, note: '' })
  const role = { role: 'unit-owner', unitId } as const
  const theirs = as(agency, (await aPerson(agency, role)).id, [role])
  const page = await findTicket(theirs, own.id)
  expect(page.ok && [page.value.similar, page.value.mergedFrom]).toEqual([[], []])
  const whole = await findTicket(desk, own.id)
  expect(whole.ok && whole.value.similar.map(({ id }) => id)).toEqual([ofOthers.id])
  expect(whole.ok && whole.value.mergedFrom).toHaveLength(1)
})

describe('figures', () => {
  const rowsOf = async (by: StatisticsWay, day = '2025-02-10') =>
    (await findStatistics(at(visitor, `${day}T03:00:00Z`), { year: 2568, by })).rows

  test('a year without anything is a table of zeros from October to this month', async () => {
    const rows = await rowsOf('month')
    expect(rows.map(({ key }) => key)).toEqual(['2024-10', '2024-11', '2024-12', '2025-01', '2025-02'])
    expect(rows[0]).toEqual({
      key: '2024-10',
      label: { th: 'ตุลาคม 2567', en: 'October 2024 (B.E. 2567)' },
      received: 0,
      done: 0,
      inProgress: 0,
      answeredInTime: 0,
      answeredLate: 0,
      overdue: 0,
    })
  })

  test('received, done, waiting, in time and late are counted by the month in which a ticket came', async () => {
    const [inTime, late, , junk, merged] = [
      await saying('หนึ่ง'),
      await saying('สอง'),
      await saying('สาม'),
      await saying('โฆษณา'),
      await saying('ซ้ำ', { kind: 'question' }),
    ]
    await answer(inTime.id, 1)
    await answer(late.id, 1, '2024-12-20')
    await markJunk(desk, { id: junk.id, seenVersion: 1, reason: '' })
    await mergeTicket(desk, { id: merged.id, seenVersion: 1, into: inTime.reference })
    const [october, november] = await rowsOf('month')
    expect(october).toMatchObject({
      received: 4,
      done: 3,
      inProgress: 1,
      answeredInTime: 2,
      answeredLate: 1,
      overdue: 1,
    })
    expect(november).toMatchObject({ received: 0 })
    expect((await rowsOf('quarter')).map(({ key, received }) => [key, received])).toEqual([
      ['2568-q1', 4],
      ['2568-q2', 0],
    ])
    expect((await rowsOf('kind')).map(({ key, received }) => [key, received])).toEqual([
      ['praise', 0],
      ['suggestion', 0],
      ['question', 1],
      ['complaint', 3],
    ])
    expect((await rowsOf('unit')).map(({ key, received }) => [key, received])).toEqual([['none', 4]])
    expect((await rowsOf('year')).map(({ key, received }) => [key, received])).toEqual([['2568', 4]])
    const rows = await deskDatasets[0]?.rows(at(visitor, '2024-11-10T03:00:00Z'))
    expect(rows).toHaveLength(8)
    expect(rows?.find(({ month, kind }) => month === 10 && kind === 'complaint')).toMatchObject({
      fiscal_year: 2568,
      year: 2567,
      received: 3,
      kind_th: 'เรื่องร้องเรียนบริการ',
    })
  })

  test('the year turns on the first of October in Thailand, and other agencies count for themselves', async () => {
    await aTicket(at(visitor, '2024-09-30T16:59:00Z'), tools)
    await aTicket(at(visitor, '2024-09-30T17:00:00Z'), tools, { typed: { body: 'ปีใหม่' } })
    const years = await rowsOf('year')
    expect(years.map(({ key, received }) => [key, received])).toEqual([
      ['2567', 1],
      ['2568', 1],
    ])
    const other = await anAgency(database)
    expect((await findStatistics(other, { year: 2568, by: 'year' })).total.received).toBe(0)
  })
})

test('the list is exported for the desk alone, with days of the Buddhist era, and formulas are text', async () => {
  await saying('=HYPERLINK("http://x")')
  const exported = await exportTickets(desk, { filter: INBOX_START, form: 'csv', lang: 'th' })
  const text = exported.ok ? new TextDecoder().decode(exported.value.bytes) : ''
  expect(text).toContain('เลขอ้างอิง,วันที่รับ')
  expect(text).toContain('1/10/2567')
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  const refused = await exportTickets(
    { ...desk, actor: visitor.actor },
    { filter: INBOX_START, form: 'xlsx', lang: 'th' },
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
  expect((await exportTickets(desk, { filter: INBOX_START, form: 'xlsx', lang: 'en' })).ok).toBe(true)
})
