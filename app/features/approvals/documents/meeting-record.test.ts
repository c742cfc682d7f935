import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson } from '../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findMeetingRecord } from './meeting-record.queries.server.ts'

let database: TestDatabase
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ctx = await anAgency(database)
})

async function aMeeting() {
  const rows = approvalRows(database)
  const meeting = await rows.meeting(ctx, { bodyId: await rows.body(ctx) })
  return { meeting, item: await rows.item(ctx, { meetingId: meeting, title: 'เรื่อง' }) }
}

const row = (table: string, values: Readonly<Record<string, unknown>>) => {
  const all = { agency_id: ctx.agency.id, ...values }
  const names = Object.keys(all)
  return database.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(all),
  )
}

describe('the record of a meeting', () => {
  test('has who was there in their order, and of each item the resolution that stands, with its tasks', async () => {
    const { meeting, item } = await aMeeting()
    await database.owner.query("update meeting set chair = 'นายหนึ่ง', starts_at = '09:30' where id = $1", [
      meeting,
    ])
    for (const [position, presence] of [
      [2, 'absent'],
      [1, 'present'],
    ] as const)
      await row('meeting_attendee', { meeting_id: meeting, position, name: `คนที่ ${position}`, presence })
    const said = {
      agenda_item_id: item,
      decided_on: '2024-11-07',
      recorded_at: ctx.now(),
      recorded_by_name: 'test',
    }
    const withdrawn = { withdrawn_at: ctx.now(), withdrawn_by_name: 'test', withdrawn_reason: 'บันทึกผิด' }
    const stands = randomUUID()
    await row('resolution', {
      ...said,
      ...withdrawn,
      id: randomUUID(),
      decision: 'rejected',
      wording: 'ผิด',
      origin: 'entered',
    })
    await row('resolution', {
      ...said,
      id: stands,
      decision: 'approved',
      wording: 'เห็นชอบ',
      origin: 'entered',
    })
    const person = await aPerson(ctx, { name: 'นายรับ งานไป' })
    await row('resolution_task', { id: randomUUID(), resolution_id: stands, position: 2, text: 'สอง' })
    await row('resolution_task', {
      ...{ id: randomUUID(), resolution_id: stands, position: 1, text: 'หนึ่ง', due_on: '2024-11-30' },
      person_id: person.id,
    })
    expect(await findMeetingRecord(ctx, meeting)).toMatchObject({
      ...{
        body: 'ที่ประชุมฝ่ายบริหาร',
        number: '9/2567',
        heldOn: '2024-11-07',
        startsAt: '09:30',
        chair: 'นายหนึ่ง',
      },
      attendees: [
        { name: 'คนที่ 1', title: null, presence: 'present' },
        { name: 'คนที่ 2', title: null, presence: 'absent' },
      ],
      items: [
        {
          title: 'เรื่อง',
          matter: null,
          resolution: {
            decision: 'approved',
            wording: 'เห็นชอบ',
            tasks: [
              { text: 'หนึ่ง', dueOn: '2024-11-30', owner: 'นายรับ งานไป' },
              { text: 'สอง', dueOn: null, owner: null },
            ],
          },
        },
      ],
    })
  })

  test('is nobody else’s', async () => {
    const { meeting } = await aMeeting()
    expect(await findMeetingRecord(await anAgency(database), meeting)).toBeNull()
    expect(await findMeetingRecord(ctx, randomUUID())).toBeNull()
    expect(await findMeetingRecord(ctx, 'no identifier')).toBeNull()
  })
})
