import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { DEFAULT_REMINDERS, type ReminderSetting } from '../../people/reminders/reminder.domain.ts'
import { changeReminders } from '../../people/reminders/usecases/change-reminders.server.ts'
import { sendDigests } from './usecases/send-digests.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** Seven in the morning in Thailand of 10 October 2024; `hours` later. */
const seven = (hours = 0) => new Date(Date.parse('2024-10-10T00:00:00Z') + hours * 3_600_000).toISOString()

async function aYear() {
  const keeper = await anAgency(database)
  const unitId = await aUnit(keeper, 'CSR')
  const cycleId = await anOpenYear(keeper)
  const issueId = await anIssueAtWork(keeper, { cycleId })
  const owner = await aPerson(keeper, {
    name: 'ผู้รับผิดชอบ',
    email: 'owner@agency.example',
    role: 'unit-owner',
    unitId,
  })
  const late = (dueDay = '2024-10-09') =>
    aMeasureAtWork(keeper, { cycleId, issueId, unitIds: [unitId], dueDay, state: 'working' })
  return { keeper, unitId, cycleId, issueId, ownerId: owner.id, late }
}

const send = (ctx: Ctx, instant = seven()) => sendDigests(at(ctx, instant), { origin: ORIGIN })

const setting = (ctx: Ctx, personId: string, given: Partial<ReminderSetting>) =>
  changeReminders(as(ctx, personId, []), { personId, setting: { ...DEFAULT_REMINDERS, ...given } })

async function letters(
  ctx: Ctx,
): Promise<readonly { to_address: string; text_body: string; subject: string }[]> {
  const { rows } = await database.owner.query(
    `select to_address, subject, text_body from mail_outbox
     where agency_id = $1 and kind = 'reminder-digest' order by to_address`,
    [ctx.agency.id],
  )
  return rows
}
const readers = async (ctx: Ctx) => (await letters(ctx)).map(({ to_address }) => to_address)

describe('a digest', () => {
  it('goes out at the hour in Thailand that somebody chose, and not before', async () => {
    const { keeper, ownerId, late } = await aYear()
    await late()
    await setting(keeper, ownerId, { digestHour: 9 })
    expect(await send(keeper, seven(1))).toEqual({ written: 0, failed: [] })
    expect(await send(keeper, seven(2))).toEqual({ written: 1, failed: [] })
    const [letter] = await letters(keeper)
    expect(letter?.to_address).toBe('owner@agency.example')
    expect(letter?.text_body).toContain('1.1 จัดทำมาตรการทดสอบ (กำหนดส่ง 9 ตุลาคม 2567 เกินกำหนด 1 วัน)')
    expect(letter?.text_body).toContain(`${ORIGIN}/office/measures/`)
  })

  it('goes out once a day, and again on the next', async () => {
    const { keeper, late } = await aYear()
    await late()
    for (const hours of [0, 0, 5, 16]) await send(keeper, seven(hours))
    expect(await readers(keeper)).toHaveLength(1)
    // Midnight in Thailand is seventeen hours after seven; the new day begins to be told at seven.
    await send(keeper, seven(18))
    expect(await readers(keeper)).toHaveLength(1)
    await send(keeper, seven(24))
    expect(await readers(keeper)).toHaveLength(2)
  })

  it('takes the place of the one before that could not be sent, and of nobody else’s', async () => {
    const { keeper, unitId, late } = await aYear()
    await late()
    await aPerson(keeper, { email: 'second@agency.example', role: 'unit-owner', unitId })
    await send(keeper)
    await database.owner.query("update mail_outbox set state = 'withheld' where agency_id = $1", [
      keeper.agency.id,
    ])
    // Who comes second on the same day takes nothing away.
    await send(keeper, seven(1))
    const waiting = async () => {
      const { rows } = await database.owner.query(
        `select to_address, state, text_body is null as "isErased" from mail_outbox
         where agency_id = $1 order by to_address, created_at`,
        [keeper.agency.id],
      )
      return rows.map(({ state, isErased }) => [state, isErased])
    }
    expect(await waiting()).toEqual([
      ['withheld', false],
      ['withheld', false],
    ])
    await send(keeper, seven(24))
    expect(await waiting()).toEqual([
      ['expired', true],
      ['queued', false],
      ['expired', true],
      ['queued', false],
    ])
  })

  it('is written by one of several programs at once', async () => {
    const { keeper, late } = await aYear()
    await late()
    const sent = await Promise.all(Array.from({ length: 4 }, () => send(keeper)))
    expect(sent.reduce((sum, { written }) => sum + written, 0)).toBe(1)
    expect(sent.flatMap(({ failed }) => failed)).toEqual([])
    expect(await readers(keeper)).toHaveLength(1)
  })

  it('with nothing to say is no letter, and is not thought about again on that day', async () => {
    const { keeper, late } = await aYear()
    await send(keeper)
    await late()
    await send(keeper, seven(3))
    expect(await letters(keeper)).toEqual([])
    await send(keeper, seven(24))
    expect(await readers(keeper)).toEqual(['owner@agency.example'])
  })

  it('does not come to who turned it off, is disabled, or has no address', async () => {
    const { keeper, unitId, ownerId, late } = await aYear()
    await late()
    await aPerson(keeper, { role: 'unit-owner', unitId })
    const gone = await aPerson(keeper, { email: 'gone@agency.example', role: 'unit-owner', unitId })
    await database.owner.query('update person set disabled_at = now() where id = $1', [gone.id])
    await setting(keeper, ownerId, { isOn: false })
    expect(await send(keeper)).toEqual({ written: 0, failed: [] })
  })

  it('tells coordinators what waits for review, and the head of a unit what is long overdue', async () => {
    const { keeper, unitId, cycleId, issueId, late } = await aYear()
    const head = await aPerson(keeper, { email: 'head@agency.example' })
    await aPerson(keeper, { email: 'coordinator@agency.example', role: 'ita-coordinator' })
    await database.owner.query('update unit set head_id = $1 where id = $2', [head.id, unitId])
    await late('2024-10-01')
    await aMeasureAtWork(keeper, { cycleId, issueId, position: 2, state: 'in-review' })
    await send(keeper)
    const texts = Object.fromEntries(
      (await letters(keeper)).map(({ to_address, text_body }) => [to_address, text_body]),
    )
    expect(Object.keys(texts)).toEqual([
      'coordinator@agency.example',
      'head@agency.example',
      'owner@agency.example',
    ])
    expect(texts['coordinator@agency.example']).toContain('รอท่านตรวจ\n• 1.2')
    expect(texts['coordinator@agency.example']).not.toContain('1.1')
    expect(texts['head@agency.example']).toContain('แจ้งท่านในฐานะหัวหน้าส่วนงาน')
    expect(texts['owner@agency.example']).toContain('เกินกำหนดแล้ว\n• 1.1')
    expect(texts['owner@agency.example']).not.toContain('หัวหน้าส่วนงาน')
  })

  it('tells coordinators what nobody else can be told: a head without an address, evidence of who is disabled', async () => {
    const { keeper, unitId, late } = await aYear()
    const head = await aPerson(keeper, {})
    const adder = await aPerson(keeper, { email: 'adder@agency.example' })
    await aPerson(keeper, { email: 'coordinator@agency.example', role: 'ita-coordinator' })
    await database.owner.query('update unit set head_id = $1 where id = $2', [head.id, unitId])
    await anEvidenceLink(as(keeper, adder.id, ['desk-officer']), { title: 'ประกาศ', expiresOn: '2024-10-12' })
    await database.owner.query('update person set disabled_at = now() where id = $1', [adder.id])
    await late('2024-10-01')
    await send(keeper)
    const letter = (await letters(keeper)).find(({ to_address }) => to_address.startsWith('coordinator'))
    expect(letter?.text_body).toContain('1.1')
    expect(letter?.text_body).toContain('ประกาศ')
  })

  it('says nothing of what is done, was removed, or was left open in old years', async () => {
    const { keeper, unitId, cycleId, issueId, late } = await aYear()
    const removed = await late()
    await database.owner.query('update working_measure set removed_at = now() where id = $1', [removed])
    const given = { unitIds: [unitId], dueDay: '2024-10-09' }
    await aMeasureAtWork(keeper, { cycleId, issueId, state: 'done', ...given })
    const old = await anOpenYear(keeper, { fiscalYear: 2566 })
    const oldIssue = await anIssueAtWork(keeper, { cycleId: old })
    await aMeasureAtWork(keeper, { cycleId: old, issueId: oldIssue, state: 'working', ...given })
    expect(await send(keeper)).toEqual({ written: 0, failed: [] })
  })

  it('of another agency is not told, and an address that is none keeps nobody from theirs', async () => {
    const [one, other] = [await aYear(), await aYear()]
    await one.late()
    await other.late()
    const broken = await aPerson(one.keeper, { role: 'unit-owner', unitId: one.unitId })
    await database.owner.query(`update person set email = 'ไม่ใช่@x' where id = $1`, [broken.id])
    expect(await send(one.keeper)).toEqual({ written: 1, failed: [] })
    expect(await readers(other.keeper)).toEqual([])
  })

  it('is stopped between two letters, and goes on from there', async () => {
    const { keeper, unitId, late } = await aYear()
    await late()
    await aPerson(keeper, { email: 'second@agency.example', role: 'unit-owner', unitId })
    const asked = [false, true]
    const sent = await sendDigests(at(keeper, seven()), {
      origin: ORIGIN,
      isStopped: () => asked.shift() ?? true,
    })
    expect(sent.written).toBe(1)
    expect((await send(keeper)).written).toBe(1)
    expect(await readers(keeper)).toEqual(['owner@agency.example', 'second@agency.example'])
  })
})

describe('how somebody is reminded', () => {
  it('is changed by them alone, with a trace', async () => {
    const { keeper, ownerId } = await aYear()
    expect(await setting(keeper, ownerId, { digestHour: 16, isOn: false })).toEqual({ ok: true, value: true })
    expect(await setting(keeper, ownerId, { digestHour: 16, isOn: false })).toEqual({
      ok: true,
      value: false,
    })
    expect((await auditOf(database, keeper)).at(-1)).toMatchObject({
      action: 'reminder.changed',
      object_id: ownerId,
      detail: { fields: 'isOn, digestHour' },
    })
    const other = await aPerson(keeper, { role: 'administrator' })
    expect(
      await changeReminders(as(keeper, other.id, ['administrator']), {
        personId: ownerId,
        setting: DEFAULT_REMINDERS,
      }),
    ).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
  })
})
