import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, type MadeTestCase, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import { checkSealedAudit, listSealedAudit } from '../audit/audit.repo.server.ts'
import { closeThread, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { isShown } from './inbox.domain.ts'
import { listInbox } from './inbox.queries.server.ts'
import type { OpenHolder } from './own-vaults.server.ts'
import { actOnCase, type CaseAct } from './usecases/act-on-case.server.ts'
import { readCase } from './usecases/read-case.server.ts'

const TODAY = '2027-01-11T03:00:00Z'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let ctx: ProtectedCtx
let reader: OpenHolder
let colleague: OpenHolder
let made: MadeTestCase
beforeEach(async () => {
  const room = openSealedRoom(at(await anAgency(database), TODAY))
  ctx = room.ctx
  reader = await aHolder(ctx, 'recipient')
  colleague = await aHolder(ctx, 'recipient')
  made = await aCase(ctx, { holders: [reader, colleague] })
  return room.close
})

const act = (what: CaseAct, holder = reader) =>
  actOnCase(ctx, { reportId: made.reportId, open: [holder], act: what })
const refused = (code: string) => ({ ok: false, error: { code } })
const row = async () => {
  const found = (await listInbox(ctx, [reader])).cases.find(({ id }) => id === made.reportId)
  if (!found) throw new Error('the case is gone')
  return found
}

/** What the reporter reads. */
const seenByReporter = () =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opener = { as: 'reporter', keys: made.keys } as const
    const thread = await openThread(tx, ctx.channel, { agencyId: ctx.agency.id, opener })
    if (!thread.ok) throw new Error('not found')
    const { chain, items } = thread.value
    const seen = {
      chain,
      items: items.map(({ kind, role, content }) => [kind, role?.en ?? null, content?.text]),
    }
    closeThread(thread.value)
    return seen
  })

describe('a case', () => {
  test('is acknowledged, answered and closed; the reporter reads it signed and whole', async () => {
    expect((await row()).status).toBe('received')
    expect(await act({ act: 'acknowledge' })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'acknowledged', done: { acknowledge: '2027-01-11' } })
    expect(await act({ act: 'work' })).toMatchObject({ ok: true })
    expect((await row()).status).toBe('in-progress')
    expect(await act({ act: 'reply', text: ' มีเอกสารไหม ', isAnswer: false }, colleague)).toMatchObject({
      ok: true,
    })
    expect((await row()).done.answer).toBeNull()
    expect(await act({ act: 'reply', text: 'ตรวจแล้ว', isAnswer: true })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'answered', done: { answer: '2027-01-11' } })
    const close = { act: 'close', outcome: 'substantiated', text: 'ลงโทษแล้ว' } as const
    expect(await act(close)).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'closed', eraseDue: '2028-01-11' })
    expect(await seenByReporter()).toEqual({
      chain: { whole: true },
      items: [
        ['report', null, 'รายงานทดสอบ'],
        ['status', 'Role recipient', ''],
        ['status', 'Role recipient', ''],
        ['reply', 'Role recipient', 'มีเอกสารไหม'],
        ['reply', 'Role recipient', 'ตรวจแล้ว'],
        ['status', 'Role recipient', 'ลงโทษแล้ว'],
      ],
    })
  })

  test('a note is read by the other recipient, never by the reporter', async () => {
    await act({ act: 'note', text: 'อย่าให้ผู้แจ้งเห็น' })
    const read = await readCase(ctx, { reportId: made.reportId, open: [colleague] })
    expect(read.ok && read.value.items.map(({ content }) => content?.text)).toEqual([
      'รายงานทดสอบ',
      'อย่าให้ผู้แจ้งเห็น',
    ])
    expect(JSON.stringify(await seenByReporter())).not.toContain('อย่าให้ผู้แจ้งเห็น')
  })

  test('what is closed takes no answer until it is opened again, with a reason', async () => {
    await act({ act: 'close', outcome: 'unsubstantiated', text: 'ไม่พบมูล' })
    expect(await act({ act: 'reply', text: 'x', isAnswer: false })).toEqual(refused('case.over'))
    expect(await act({ act: 'acknowledge' })).toEqual(refused('case.over'))
    expect(await act({ act: 'junk', text: 'x' })).toEqual(refused('case.over'))
    expect(await act({ act: 'reopen', text: '' })).toEqual(refused('case.no-reason'))
    expect(await act({ act: 'reopen', text: 'มีหลักฐานใหม่' })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'in-progress', eraseDue: null })
    expect(await act({ act: 'reopen', text: 'อีกครั้ง' })).toEqual(refused('case.not-over'))
  })

  test('what is no report is marked so, and the mark is undone', async () => {
    expect(await act({ act: 'junk', text: 'โฆษณา' })).toMatchObject({ ok: true })
    const [junk, today] = [await row(), '2027-01-11']
    expect(isShown(junk, 'junk', today) && !isShown(junk, 'open', today)).toBe(true)
    expect(await act({ act: 'unjunk', text: 'อ่านผิด' })).toMatchObject({ ok: true })
    expect(isShown(await row(), 'open', today)).toBe(true)
  })

  test('texts that are empty or too long, and outcomes that are none, are refused and change nothing', async () => {
    expect(await act({ act: 'reply', text: ' \u200b', isAnswer: true })).toEqual(refused('case.no-text'))
    expect(await act({ act: 'note', text: 'ก'.repeat(20_001) })).toEqual(refused('case.too-long'))
    expect(await act({ act: 'close', outcome: 'won', text: 'x' })).toEqual(refused('case.no-outcome'))
    expect((await seenByReporter()).items).toHaveLength(1)
  })

  test('two recipients at once: both answers stand, the chain is whole', async () => {
    const both = [reader, colleague].map((holder) =>
      act({ act: 'reply', text: `by ${holder.holder.keyId}`, isAnswer: true }, holder),
    )
    expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true)
    const { chain, items } = await seenByReporter()
    expect(chain).toEqual({ whole: true })
    expect(items).toHaveLength(3)
  })
})

test('an item that was altered in the database is told, and nothing is added to what was given on', async () => {
  await act({ act: 'reply', text: 'ตอบ', isAnswer: true })
  await database.owner.query(
    `update protected.item set body = set_byte(body, 40, (get_byte(body, 40) + 1) % 256)
     where report_id = $1 and seq = 1`,
    [made.reportId],
  )
  const read = await readCase(ctx, { reportId: made.reportId, open: [reader] })
  expect(read.ok && read.value.chain).toMatchObject({ whole: false, at: 1, why: 'altered' })
  expect(read.ok && read.value.items[1]?.content).toBeNull()
})

test("the room's own log tells acts by day and role, and an entry that was changed", async () => {
  await readCase(ctx, { reportId: made.reportId, open: [reader] })
  await readCase(ctx, { reportId: made.reportId, open: [reader] })
  await act({ act: 'reply', text: 'ตอบ', isAnswer: true })
  const look = <T>(work: (tx: Parameters<typeof checkSealedAudit>[0]) => Promise<T>) =>
    withProtected(ctx.channel.db, ctx.agency.id, work)
  const entries = await look((tx) =>
    listSealedAudit(tx, ctx.agency.id, { objects: [made.reportId], most: 9 }),
  )
  expect(entries.map(({ day, role, action }) => [day, role, action])).toEqual([
    ['2027-01-11', 'recipient', 'case.replied'],
    ['2027-01-11', 'recipient', 'case.opened'],
  ])
  expect(await look((tx) => checkSealedAudit(tx, ctx.agency.id))).toMatchObject({ whole: true })
  await database.owner.query(
    `update protected.audit_entry set action = 'case.noted' where agency_id = $1 and seq = 1`,
    [ctx.agency.id],
  )
  expect(await look((tx) => checkSealedAudit(tx, ctx.agency.id))).toEqual({ whole: false, at: 1 })
})
