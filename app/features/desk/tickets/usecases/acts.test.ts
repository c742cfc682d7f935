import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aDeskAgency, type DeskAgency, fieldFault } from '../../../../../tests/support/desk-agency.ts'
import {
  aTicket,
  aUnit,
  type DeskAtWork,
  deskTools,
  sentFile,
  textOf,
} from '../../../../../tests/support/desk-builders.ts'
import { openFollowUpFile } from '../../files/usecases/open-follow-up-file.server.ts'
import { findFollowUp } from '../follow-up.queries.server.ts'
import { findTicket } from '../ticket-page.queries.server.ts'
import { addToTicket } from './add-to-ticket.server.ts'
import { answerTicket } from './answer-ticket.server.ts'
import { assignTicket } from './assign-ticket.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { mergeTicket } from './merge-ticket.server.ts'
import { noteTicket } from './note-ticket.server.ts'
import { reopenTicket } from './reopen-ticket.server.ts'
import { startTicket } from './start-ticket.server.ts'

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

describe('assigning', () => {
  test('gives a ticket to a unit, tells who owns the unit, and lets them work on it', async () => {
    const { id } = await aTicket(visitor, tools)
    expect(await findTicket(owner, id)).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
    expect(await assignTicket(desk, { id, seenVersion: 1, unitId, officerId: null, note: '' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await notices()).toEqual([{ person_id: ownerId, kind: 'ticket.assigned' }])
    const seen = await findTicket(owner, id)
    expect(seen.ok && seen.value).toMatchObject({
      ticket: { state: 'assigned', unitId, version: 2 },
      acts: { answer: true, assign: true, merge: false, junk: false, move: false, reopen: false },
    })
    expect(await startTicket(owner, { id, seenVersion: 2 })).toMatchObject({ ok: true })
    expect((await pageOf(id)).ticket.state).toBe('in-progress')
  })

  test('to nobody, to a unit of another agency or to who has no such duty is refused', async () => {
    const { id } = await aTicket(visitor, tools)
    const other = await anAgency(database)
    const elsewhere = await aUnit(other, 'กองอื่น')
    const give = (to: { unitId?: string; officerId?: string }) =>
      assignTicket(desk, { id, seenVersion: 1, unitId: null, officerId: null, note: '', ...to })
    expect(await give({})).toEqual(fieldFault('unitId', 'ticket.nobody'))
    expect(await give({ unitId: elsewhere })).toEqual(fieldFault('unitId', 'ticket.unknown-unit'))
    expect(await give({ officerId: ownerId })).toEqual(fieldFault('officerId', 'ticket.unknown-officer'))
    const stranger = (await aPerson(agency, { role: 'executive' })).id
    expect(await give({ unitId, officerId: stranger })).toEqual(
      fieldFault('officerId', 'ticket.unknown-officer'),
    )
    expect(await give({ unitId, officerId: ownerId })).toMatchObject({ ok: true })
  })

  test('by two at once is done by one, and the other is told of the clash', async () => {
    const { id } = await aTicket(visitor, tools)
    const unit2 = await aUnit(agency, 'กองช่าง')
    const both = await Promise.all(
      [unitId, unit2].map((to) =>
        assignTicket(desk, { id, seenVersion: 1, unitId: to, officerId: null, note: '' }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'ticket.clash', version: 2 } })
  })
})

describe('answering', () => {
  test('is read at the follow-up page and sent to who gave an address, without the follow-up number', async () => {
    const { id, reference, followUp } = await aTicket(visitor, tools)
    const file = sentFile(tools, 'คำตอบ.txt', 'รายละเอียด')
    const sent = await answerTicket(desk, tools, {
      id,
      seenVersion: 1,
      text: 'ซ่อมแล้ว',
      final: 'answer',
      files: [file],
    })
    expect(sent).toEqual({ ok: true, value: { mailed: 1 } })
    const [mail] = await mails()
    expect(mail.to_address).toBe('somying@example.org')
    expect(mail.subject).toContain(reference)
    expect(mail.text_body).toContain('ซ่อมแล้ว')
    expect(mail.text_body.replace(/\s/g, '')).not.toContain(followUp)
    const follow = await findFollowUp(visitor, tools, { reference, secret: followUp })
    expect(follow).toMatchObject({ state: 'answered', answeredOn: '2024-10-01', mayReopen: true })
    const answer = follow?.events.at(-1)
    expect(answer).toMatchObject({
      kind: 'answer',
      byStaff: true,
      text: 'ซ่อมแล้ว',
      files: [{ fileName: 'คำตอบ.txt' }],
    })
    const fileId = answer?.files[0]?.id ?? ''
    const opened = await openFollowUpFile(visitor, tools, { reference, secret: followUp, fileId })
    expect(opened.ok && (await textOf(opened.value.bytes))).toBe('รายละเอียด')
  })

  test('an interim answer keeps it open and counts as no answer; the last one closes it', async () => {
    const { id } = await aTicket(visitor, tools)
    await answered(id, 1, 'interim')
    expect((await pageOf(id)).ticket).toMatchObject({ state: 'in-progress', answeredOn: null, inTime: null })
    await answered(id, 2, 'last')
    expect((await pageOf(id)).ticket).toMatchObject({
      state: 'closed',
      answeredOn: '2024-10-01',
      inTime: true,
      closedOn: '2024-10-01',
    })
  })

  test('after the day due is late, and stays late when it is opened again and answered once more', async () => {
    const { id } = await aTicket(visitor, tools)
    const late = at(desk, '2024-12-20T03:00:00Z')
    await answerTicket(late, tools, { id, seenVersion: 1, text: 'ช้า', final: 'answer', files: [] })
    expect((await pageOf(id)).ticket.inTime).toBe(false)
    await reopenTicket(late, { id, seenVersion: 2, reason: 'ยังไม่ครบ' })
    expect((await pageOf(id)).ticket).toMatchObject({
      state: 'reopened',
      inTime: false,
      answeredOn: '2024-12-20',
    })
    expect((await pageOf(id)).ticket.dueOn?.startsWith('2025-01')).toBe(true)
    await answerTicket(late, tools, { id, seenVersion: 3, text: 'ครบ', final: 'answer', files: [] })
    expect((await pageOf(id)).ticket.inTime).toBe(false)
  })

  test('without words, by who only reads, or with a version of yesterday is refused, and no mail goes', async () => {
    const { id } = await aTicket(visitor, tools)
    const empty = { id, seenVersion: 1, text: ' ', final: 'answer' as const, files: [] }
    expect(await answerTicket(desk, tools, empty)).toEqual(fieldFault('text', 'ticket.no-body'))
    const auditor = as(agency, ownerId, ['auditor', 'administrator', 'executive', 'ita-coordinator'])
    expect(await answerTicket(auditor, tools, { ...empty, text: 'ก' })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    await noteTicket(desk, { id, text: 'โทรสอบถามแล้ว' })
    expect(await answered(id, 1)).toEqual({ ok: false, error: { code: 'ticket.clash', version: 2 } })
    expect(await mails()).toEqual([])
  })
})

test('a note is read by staff and never by the person', async () => {
  const { id, reference, followUp } = await aTicket(visitor, tools)
  await noteTicket(desk, { id, text: 'ผู้แจ้งเคยแจ้งมาแล้ว' })
  expect((await pageOf(id)).events.at(-1)).toMatchObject({ kind: 'note', text: 'ผู้แจ้งเคยแจ้งมาแล้ว' })
  expect(JSON.stringify(await findFollowUp(visitor, tools, { reference, secret: followUp }))).not.toContain(
    'เคยแจ้ง',
  )
})

describe('changing', () => {
  test('another kind has another day due, and a day that is typed needs a reason', async () => {
    const { id } = await aTicket(visitor, tools)
    const was = (await pageOf(id)).ticket.dueOn ?? ''
    await changeTicket(desk, { id, seenVersion: 1, kind: 'question', priority: 'high' })
    const now = (await pageOf(id)).ticket
    expect(now).toMatchObject({ kind: 'question', priority: 'high', version: 2 })
    expect((now.dueOn ?? '') < was).toBe(true)
    expect(await changeTicket(desk, { id, seenVersion: 2, dueOn: '31/12/2567' })).toEqual(
      fieldFault('reason', 'ticket.no-reason'),
    )
    expect(await changeTicket(desk, { id, seenVersion: 2, dueOn: '1/1/2560', reason: 'x' })).toEqual(
      fieldFault('dueOn', 'ticket.past-day'),
    )
    expect(
      await changeTicket(desk, { id, seenVersion: 2, dueOn: '๓๑ ธ.ค. ๒๕๖๗', reason: 'รออะไหล่' }),
    ).toMatchObject({ ok: true })
    expect((await pageOf(id)).ticket.dueOn).toBe('2024-12-31')
    expect(await changeTicket(desk, { id, seenVersion: 3, kind: 'question' })).toEqual({
      ok: false,
      error: { code: 'ticket.nothing-changed' },
    })
  })
})

describe('merging', () => {
  test('both who came see the answer, both get the letter, and neither reads what the other wrote', async () => {
    const one = await aTicket(visitor, tools, { typed: { body: 'ไฟดับ หน้าอาคาร ก ของฉัน' } })
    const two = await aTicket(visitor, tools, {
      typed: { body: 'ไฟดับ หน้าอาคาร ก', email: 'other@example.org' },
    })
    expect(
      await mergeTicket(desk, { id: one.id, seenVersion: 1, into: two.reference.toLowerCase() }),
    ).toMatchObject({ ok: true })
    const later = at(desk, '2024-10-02T03:00:00Z')
    const answer = { id: two.id, seenVersion: 2, text: 'ซ่อมแล้ว', final: 'answer' as const, files: [] }
    expect(await answerTicket(later, tools, answer)).toEqual({ ok: true, value: { mailed: 2 } })
    expect((await mails()).map(({ to_address }) => to_address)).toEqual([
      'other@example.org',
      'somying@example.org',
    ])
    const follow = await findFollowUp(visitor, tools, { reference: one.reference, secret: one.followUp })
    expect(follow).toMatchObject({ state: 'answered', isMerged: true, body: 'ไฟดับ หน้าอาคาร ก ของฉัน' })
    expect(follow?.events.map(({ kind, text }) => [kind, text])).toEqual([
      ['received', null],
      ['merged', null],
      ['answer', 'ซ่อมแล้ว'],
    ])
    await addToTicket(visitor, tools, {
      reference: two.reference,
      secret: two.followUp,
      text: 'ของผมเอง',
      files: [],
      reopens: false,
    })
    expect(
      JSON.stringify(await findFollowUp(visitor, tools, { reference: one.reference, secret: one.followUp })),
    ).not.toContain('ของผมเอง')
    expect((await pageOf(two.id)).mergedFrom).toMatchObject([{ reference: one.reference }])
  })

  test('into itself, into what is not there or was merged itself is refused; in a circle at once, by one alone', async () => {
    const [one, two] = [
      await aTicket(visitor, tools),
      await aTicket(visitor, tools, { typed: { body: 'อื่น' } }),
    ]
    const merge = (id: string, into: string) => mergeTicket(desk, { id, seenVersion: 1, into })
    expect(await merge(one.id, one.reference)).toEqual(fieldFault('into', 'ticket.merge-itself'))
    expect(await merge(one.id, 'R-2567-0000000')).toEqual(fieldFault('into', 'ticket.unknown-other'))
    const both = await Promise.all([merge(one.id, two.reference), merge(two.id, one.reference)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('a ticket is taken apart again by opening it', async () => {
    const [one, two] = [
      await aTicket(visitor, tools),
      await aTicket(visitor, tools, { typed: { body: 'อื่น' } }),
    ]
    await mergeTicket(desk, { id: one.id, seenVersion: 1, into: two.reference })
    expect(await reopenTicket(desk, { id: one.id, seenVersion: 2, reason: 'คนละเรื่อง' })).toMatchObject({
      ok: true,
    })
    expect((await pageOf(one.id)).ticket).toMatchObject({ state: 'reopened', mergedInto: null })
  })
})
