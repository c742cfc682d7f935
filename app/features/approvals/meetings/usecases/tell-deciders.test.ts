import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import type { MatterSource } from '../../matter-source.server.ts'
import { addAgendaItem } from './add-agenda-item.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const content = { text: 'ฉบับที่เสนอ' }
const source: MatterSource = {
  kind: 'report',
  list: async () => [],
  read: async () => ({
    kind: 'report',
    key: '2567',
    title: 'รายงานประจำปี',
    content,
    contentHash: contentHash(content),
  }),
  cells: () => ({ before: [], after: [] }),
  paper: async () => null,
  part: () => 'cycles/2567/report',
}

it('who is to decide is told of what is put before a meeting to come, once, and not of what was held', async () => {
  const agency = await anAgency(database, '2024-11-01T03:00:00Z')
  const rows = approvalRows(database)
  const bodyId = await rows.body(agency)
  const planned = await rows.meeting(agency, {
    bodyId,
    number: '9/2567',
    heldOn: '2024-11-07',
    state: 'planned',
  })
  const held = await rows.meeting(agency, { bodyId, number: '8/2567', heldOn: '2024-10-11', state: 'held' })
  const executive = await aPerson(agency, { role: 'executive' })
  await aPerson(agency, { role: 'approver', validTo: '2024-10-31' })
  const secretary = await aPerson(agency, { role: 'meeting-secretary' })
  const ctx = as(agency, secretary.id, ['meeting-secretary'])
  for (const [meetingId, matter] of [
    [planned, { source, key: '2567', seenHash: null }],
    [held, { source, key: '2567', seenHash: null }],
    [planned, null],
  ] as const) {
    const added = await addAgendaItem(ctx, {
      meetingId,
      number: null,
      title: 'เรื่องเพื่อพิจารณา',
      details: null,
      matter,
    })
    expect(added.ok).toBe(true)
  }
  const { rows: told } = await database.owner.query(
    'select person_id, kind, detail from notice where agency_id = $1',
    [agency.agency.id],
  )
  expect(told).toEqual([
    {
      person_id: executive.id,
      kind: 'matter.placed',
      detail: { title: 'เรื่องเพื่อพิจารณา', by: 'ผู้ทำงาน ตัวอย่าง', day: '2024-11-07' },
    },
  ])
})
