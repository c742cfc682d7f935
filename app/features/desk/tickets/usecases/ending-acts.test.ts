import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aDeskAgency, type DeskAgency, fieldFault } from '../../../../../tests/support/desk-agency.ts'
import { aTicket, type DeskAtWork, deskTools } from '../../../../../tests/support/desk-builders.ts'
import { findFollowUp } from '../follow-up.queries.server.ts'
import { findTicket } from '../ticket-page.queries.server.ts'
import { addToTicket } from './add-to-ticket.server.ts'
import { answerTicket } from './answer-ticket.server.ts'
import { assignTicket } from './assign-ticket.server.ts'
import { bulkTickets } from './bulk-tickets.server.ts'
import { closeTicket } from './close-ticket.server.ts'
import { markJunk } from './mark-junk.server.ts'
import { noteTicket } from './note-ticket.server.ts'
import { rateTicket } from './rate-ticket.server.ts'
import { releaseTicket } from './release-ticket.server.ts'
import { restoreTicket } from './restore-ticket.server.ts'

let database: TestDatabase
let tools: DeskAtWork
let agency: DeskAgency['agency']
let visitor: DeskAgency['visitor']
let desk: DeskAgency['desk']
let owner: DeskAgency['owner']
let unitId: DeskAgency['unitId']
let ownerId: DeskAgency['ownerId']
let pageOf: DeskAgency['pageOf']
let mails: DeskAgency['mails']
let notices: DeskAgency['notices']
let answered: DeskAgency['answered']

beforeAll(async () => {
  database = await freshDatabase()
  tools = deskTools(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  ;({ agency, visitor, desk, owner, unitId, ownerId, pageOf, mails, notices, answered } = await aDeskAgency(
    database,
    tools,
  ))
})

describe('the person', () => {
  test('adds to a ticket, once for the same words, and who works on it is told', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    await assignTicket(desk, { id, seenVersion: 1, unitId, officerId: null, note: '' })
    const more = { reference, secret: followUp, text: 'ยังดับอยู่', files: [], reopens: false }
    expect(await addToTicket(visitor, tools, more)).toEqual({ ok: true, value: null })
    expect(await addToTicket(visitor, tools, more)).toEqual({ ok: true, value: null })
    const page = await pageOf(id)
    expect(page.events.filter(({ kind }) => kind === 'addition')).toHaveLength(1)
    expect((await notices()).map(({ kind }) => kind)).toEqual(['ticket.assigned', 'ticket.supplemented'])
    expect(await addToTicket(visitor, tools, { ...more, secret: '123412341234' })).toEqual({
      ok: false,
      error: { code: 'ticket.unknown' },
    })
  })

  test('says within thirty days that it is not over, and after that adds without opening it', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    await answered(id, 1, 'last')
    const again = { reference, secret: followUp, text: 'ยังไม่เสร็จ', files: [], reopens: true }
    await addToTicket(at(visitor, '2024-12-01T03:00:00Z'), tools, again)
    expect((await pageOf(id)).ticket.state).toBe('closed')
    await addToTicket(at(visitor, '2024-10-20T03:00:00Z'), tools, { ...again, text: 'ยังไม่เสร็จจริง' })
    expect((await pageOf(id)).ticket).toMatchObject({ state: 'reopened', closedOn: null })
  })

  test('rates it once it is closed, once', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    const rate = (score: string) =>
      rateTicket(visitor, tools, { reference, secret: followUp, score, isSolved: true, comment: 'ดีมาก' })
    expect(await rate('5')).toEqual({ ok: false, error: { code: 'ticket.state' } })
    await answered(id, 1, 'last')
    expect(await rate('6')).toEqual(fieldFault('score', 'ticket.bad-score'))
    const both = await Promise.all([rate('4'), rate('4')])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await pageOf(id)).rating).toEqual({ score: 4, isSolved: true, comment: 'ดีมาก' })
  })
})

describe('ending', () => {
  test('closing without an answer needs a reason, which the person reads', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    expect(await closeTicket(desk, tools, { id, seenVersion: 1, reason: '' })).toEqual(
      fieldFault('reason', 'ticket.no-reason'),
    )
    await closeTicket(desk, tools, { id, seenVersion: 1, reason: 'ไม่อยู่ในอำนาจหน้าที่' })
    expect(
      (await findFollowUp(visitor, tools, { reference, secret: followUp }))?.events.at(-1),
    ).toMatchObject({
      kind: 'closed',
      text: 'ไม่อยู่ในอำนาจหน้าที่',
    })
    expect(await mails()).toHaveLength(1)
  })

  test('junk takes nothing more and comes back as it was', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    expect(await markJunk(owner, { id, seenVersion: 1, reason: '' })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    await markJunk(desk, { id, seenVersion: 1, reason: 'โฆษณา' })
    const more = { reference, secret: followUp, text: 'ซื้อเลย', files: [], reopens: false }
    expect(await addToTicket(visitor, tools, more)).toEqual({ ok: false, error: { code: 'ticket.state' } })
    expect(await answered(id, 2)).toEqual({ ok: false, error: { code: 'ticket.state' } })
    await restoreTicket(desk, { id, seenVersion: 2 })
    expect((await pageOf(id)).ticket.state).toBe('new')
  })

  test('many at once: what cannot be done with one does not undo the others, and each says why', async () => {
    const made = [
      await aTicket(visitor, tools),
      await aTicket(visitor, tools, { typed: { body: 'สอง' } }),
      await aTicket(visitor, tools, { typed: { body: 'สาม' } }),
    ]
    await noteTicket(desk, { id: made[1]?.id ?? '', text: 'เปลี่ยนแล้ว' })
    const rows = [...made.map(({ id }) => ({ id, seenVersion: 1 })), { id: 'nothing', seenVersion: 1 }]
    const done = await bulkTickets(desk, tools, { act: 'junk', rows, reason: 'โฆษณา' })
    expect(done.ok && done.value).toMatchObject({
      done: 2,
      refused: [
        { reference: made[1]?.reference, error: { code: 'ticket.clash', version: 2 } },
        { reference: null, error: { code: 'ticket.unknown' } },
      ],
    })
    expect(await bulkTickets(owner, tools, { act: 'junk', rows })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await bulkTickets(desk, tools, { act: 'junk', rows: [] })).toEqual({
      ok: false,
      error: { code: 'ticket.none-chosen' },
    })
    const many = Array.from({ length: 201 }, () => ({ id: 'x', seenVersion: 1 }))
    expect(await bulkTickets(desk, tools, { act: 'close', rows: many })).toEqual({
      ok: false,
      error: { code: 'ticket.too-many' },
    })
  })
})

test('what looks like personal data is released only by who says that it may be', async () => {
  const { id } = await aTicket(visitor, tools)
  const text = 'โทรหาคุณสมหญิง 081-234-5678'
  expect(await releaseTicket(desk, { id, seenVersion: 1, text, confirmed: false })).toEqual(
    fieldFault('text', 'ticket.personal-data'),
  )
  expect(await releaseTicket(desk, { id, seenVersion: 1, text, confirmed: true })).toMatchObject({ ok: true })
})

test('every act is in the audit log, and no word that anybody wrote', async () => {
  const { id } = await aTicket(visitor, tools)
  await assignTicket(desk, { id, seenVersion: 1, unitId, officerId: ownerId, note: 'โปรดดูด่วน' })
  await answered(id, 2)
  await closeTicket(desk, tools, { id, seenVersion: 3, reason: '' })
  const log = await auditOf(database, agency)
  expect(log.map(({ action }) => action)).toEqual([
    'ticket.added',
    'ticket.assigned',
    'ticket.answered',
    'ticket.closed',
  ])
  expect(JSON.stringify(log)).not.toMatch(/ซ่อมแล้ว|โปรดดูด่วน|สมหญิง|example\.org/)
})

test('a ticket of another agency is as if it were not there', async () => {
  const { id } = await aTicket(visitor, tools)
  const other = await anAgency(database)
  const stranger = as(other, ownerId, ['desk-officer'])
  const unknown = { ok: false, error: { code: 'ticket.unknown' } }
  expect(await findTicket(stranger, id)).toEqual(unknown)
  expect(await noteTicket(stranger, { id, text: 'ก' })).toEqual(unknown)
  expect(
    await answerTicket(stranger, tools, { id, seenVersion: 1, text: 'ก', final: 'answer', files: [] }),
  ).toEqual(unknown)
})

test('what happened can neither be changed nor taken out in the database, but for a text that is erased', async () => {
  const { id } = await aTicket(visitor, tools)
  await noteTicket(desk, { id, text: 'บันทึก' })
  for (const change of [
    `update desk_event set kind = 'answer' where ticket_id = $1`,
    `update desk_event set body = 'อื่น' where ticket_id = $1`,
    'delete from desk_event where ticket_id = $1',
  ])
    await expect(database.owner.query(change, [id]), change).rejects.toThrow('takes no changes')
})
