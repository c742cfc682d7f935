import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { listInbox } from './inbox.queries.server.ts'
import { findOwnDesk, type OpenHolder } from './own-vaults.server.ts'
import { readRoomLog } from './room-log.queries.server.ts'
import { actOnCase } from './usecases/act-on-case.server.ts'
import { addCaseHolder, leaveCase } from './usecases/change-holders.server.ts'
import { endAppointment } from './usecases/end-appointment.server.ts'
import { openCaseFile } from './usecases/open-case-file.server.ts'
import { readCase } from './usecases/read-case.server.ts'

const TODAY = '2027-01-11T03:00:00Z'
const NONE = { ok: false, error: { code: 'case.unknown' } }

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let ctx: ProtectedCtx
let reader: OpenHolder
let colleague: OpenHolder
let leftOut: OpenHolder
let custodian: OpenHolder
let reportId: string
let personId: string
beforeEach(async () => {
  const room = openSealedRoom(at(await anAgency(database), TODAY))
  personId = (await aPerson(room.ctx)).id
  ctx = { ...room.ctx, actor: as(room.ctx, personId, []).actor }
  reader = await aHolder(ctx, 'recipient')
  colleague = await aHolder(ctx, 'recipient')
  leftOut = await aHolder(ctx, 'recipient', { personId })
  custodian = await aHolder(ctx, 'custodian')
  reportId = (await aCase(ctx, { holders: [reader, colleague, custodian] })).reportId
  return room.close
})

const by = (...open: OpenHolder[]) => ({ reportId, open })
const idsFor = async (...open: OpenHolder[]) => (await listInbox(ctx, open)).cases.map(({ id }) => id)
const textsFor = async (holder: OpenHolder) => {
  const read = await readCase(ctx, by(holder))
  return read.ok ? read.value.items.map(({ content }) => content?.text ?? null) : read
}

/** Everything that somebody for whom the case is not there can ask of it. */
async function expectNothingFor(holder: OpenHolder) {
  expect(await idsFor(holder)).toEqual([])
  expect(await readCase(ctx, by(holder))).toEqual(NONE)
  expect(await readCase(ctx, { reportId: randomUUID(), open: [holder] })).toEqual(NONE)
  expect(await openCaseFile(ctx, { ...by(holder), fileId: randomUUID() })).toEqual(NONE)
  for (const act of ['reply', 'note', 'junk', 'reopen'] as const)
    expect(await actOnCase(ctx, { ...by(holder), act: { act, text: 'x', isAnswer: false } })).toEqual(NONE)
  expect(await actOnCase(ctx, { ...by(holder), act: { act: 'acknowledge' } })).toEqual(NONE)
  const { keyId } = holder.holder
  expect(await addCaseHolder(ctx, { ...by(holder), keyId, reason: 'x' })).toEqual(NONE)
  expect(await leaveCase(ctx, { ...by(holder), leaver: 'me', reason: 'x' })).toEqual(NONE)
  const { entries } = await readRoomLog(ctx, {
    ...(await findOwnDesk(ctx, new Map())),
    open: [holder],
  })
  expect(entries.filter(({ object }) => object === reportId)).toEqual([])
}

describe('a case is not there', () => {
  test('for who was left out, at list, address, file, act and log', () => expectNothingFor(leftOut))

  test('for a custodian, who keeps keys of identities and reads nothing', () => expectNothingFor(custodian))

  test('for who holds no vault, and under what is no identifier', async () => {
    expect(await idsFor()).toEqual([])
    expect(await readCase(ctx, by())).toEqual(NONE)
    for (const id of ['', 'x', "' or true", `${reportId} `])
      expect(await readCase(ctx, { reportId: id, open: [reader] })).toEqual(NONE)
  })

  test('for a recipient of another agency', async () => {
    const room = openSealedRoom(at(await anAgency(database), TODAY))
    expect(await readCase(room.ctx, by(reader))).toEqual(NONE)
    expect((await listInbox(room.ctx, [reader])).cases).toEqual([])
    room.close()
  })

  test('for who stepped back, and what is said later does not open for them', async () => {
    expect(await leaveCase(ctx, { ...by(reader), leaver: 'me', reason: 'รู้จักผู้ถูกกล่าวหา' })).toMatchObject({
      ok: true,
    })
    await expectNothingFor(reader)
    await actOnCase(ctx, { ...by(colleague), act: { act: 'note', text: 'after' } })
    expect(await textsFor(colleague)).toEqual(['รายงานทดสอบ', 'รู้จักผู้ถูกกล่าวหา', 'after'])
  })

  test('for who was removed; the one who is left cannot leave it to nobody', async () => {
    const removed = await leaveCase(ctx, {
      ...by(reader),
      leaver: { keyId: colleague.holder.keyId },
      reason: 'ขัดกัน',
    })
    expect(removed.ok).toBe(true)
    await expectNothingFor(colleague)
    expect(await leaveCase(ctx, { ...by(reader), leaver: 'me', reason: 'x' })).toEqual({
      ok: false,
      error: { code: 'case.last-holder' },
    })
  })

  test('for who is appointed no longer: their key opens nothing once another has opened the case', async () => {
    const admin = { ...ctx, actor: { kind: 'command', name: 'test' } as const }
    const { appointmentId } = colleague.holder
    expect(await endAppointment(admin, { appointmentId })).toMatchObject({ ok: true })
    expect((await textsFor(reader)) as unknown).toHaveLength(2)
    await expectNothingFor(colleague)
  })
})

describe('who stands outside the agency', () => {
  test('comes in where fewer than two are left', async () => {
    const outside = await aHolder(ctx, 'external')
    expect(await idsFor(outside)).toEqual([])
    await leaveCase(ctx, { ...by(reader), leaver: 'me', reason: 'เกี่ยวข้อง' })
    expect(await idsFor(outside)).toEqual([reportId])
    expect(await textsFor(outside)).toEqual(['รายงานทดสอบ', 'เกี่ยวข้อง'])
  })
})

describe('another recipient', () => {
  test('who is added reads from the beginning; why is asked for', async () => {
    const { keyId } = leftOut.holder
    expect(await addCaseHolder(ctx, { ...by(reader), keyId, reason: ' ' })).toEqual({
      ok: false,
      error: { code: 'case.no-reason' },
    })
    expect(await addCaseHolder(ctx, { ...by(reader), keyId, reason: 'เชี่ยวชาญ' })).toMatchObject({ ok: true })
    expect(await textsFor(leftOut)).toEqual(['รายงานทดสอบ', 'เชี่ยวชาญ'])
    expect(await addCaseHolder(ctx, { ...by(reader), keyId, reason: 'อีกครั้ง' })).toEqual({
      ok: false,
      error: { code: 'case.holds-already' },
    })
  })

  test('whom the reporter left out is never offered, added or called in, under any appointment of theirs', async () => {
    const outside = await aHolder(ctx, 'external', { personId })
    const ofOffice = await aHolder(ctx, 'external', { officeKey: 'สำนักพัสดุ' })
    const kept = { persons: [personId], offices: ['สำนักพัสดุ'] }
    const made = await aCase(ctx, { holders: [reader, colleague, custodian], leftOut: kept })
    const which = { reportId: made.reportId, open: [reader] }
    const read = await readCase(ctx, which)
    expect(read.ok && read.value.addable).toEqual([])
    for (const { holder } of [leftOut, outside, ofOffice])
      expect(await addCaseHolder(ctx, { ...which, keyId: holder.keyId, reason: 'x' })).toEqual({
        ok: false,
        error: { code: 'case.bad-holder' },
      })
    expect(await leaveCase(ctx, { ...which, leaver: 'me', reason: 'เกี่ยวข้อง' })).toMatchObject({ ok: true })
    expect(await idsFor(outside, leftOut, ofOffice)).toEqual([])
    expect(await idsFor(colleague)).toContain(made.reportId)
  })

  test.each([
    ['a custodian', () => custodian.holder.keyId],
    ['nobody', () => randomUUID()],
    ['what is no key', () => ''],
  ])('is %s: refused', async (_who, keyId) =>
    expect(await addCaseHolder(ctx, { ...by(reader), keyId: keyId(), reason: 'x' })).toEqual({
      ok: false,
      error: { code: 'case.bad-holder' },
    }),
  )
})

test('nothing of a case stands in any table outside the room, mail, notices and the audit log among them', async () => {
  await readCase(ctx, by(reader))
  await actOnCase(ctx, { ...by(reader), act: { act: 'reply', text: 'ตอบ', isAnswer: true } })
  await actOnCase(ctx, { ...by(leftOut), act: { act: 'reply', text: 'ตอบ', isAnswer: true } })
  await leaveCase(ctx, { ...by(colleague), leaver: 'me', reason: 'เหตุ' })
  expect(await auditOf(database, ctx)).toEqual([])
  const { rows: tables } = await database.owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables) {
    const { rows } = await database.owner.query(`select t::text as row from public.${name} t`)
    expect(JSON.stringify(rows), name).not.toContain(reportId)
  }
})
