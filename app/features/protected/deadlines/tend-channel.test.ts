import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, type MadeTestCase, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { checkSealedAudit } from '../audit/audit.repo.server.ts'
import { listAuditHeads } from '../audit/audit-head.repo.server.ts'
import { closeThread, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { holdCase } from '../custody/usecases/hold-case.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { OpenHolder } from '../receiving/own-vaults.server.ts'
import { listCaseCounts } from '../statistics/case-counts.repo.server.ts'
import { noteProgress, type Progress } from './progress.repo.server.ts'
import { tendChannel } from './tend-channel.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** At noon in Thailand. */
const noon = (day: string) => `${day}T05:00:00Z`

let room: ReturnType<typeof openSealedRoom>
let keeper: Ctx
let ctx: ProtectedCtx
let reader: OpenHolder
let above: OpenHolder
let made: MadeTestCase
beforeEach(async () => {
  // A Monday. Due by FIRST_SETTINGS: to be acknowledged until the 14th, answered until 1 February.
  keeper = at(await anAgency(database), noon('2027-01-11'))
  room = openSealedRoom(keeper)
  ctx = room.ctx
  reader = await aHolder(ctx, 'recipient')
  above = await aHolder(ctx, 'recipient', { step: 2 })
  made = await aCase(ctx, { holders: [reader, above] })
  return room.close
})

const on = (day: string): ProtectedCtx => ({ ...ctx, now: () => new Date(noon(day)) })
const tend = async (day: string) => {
  const tended = await tendChannel(on(day), { home: () => 'https://agency.example/office/protected' })
  expect(tended.failed).toEqual([])
  return tended
}

const inRoom = <T>(work: Parameters<typeof withProtected<T>>[2]) =>
  withProtected<T>(ctx.channel.db, ctx.agency.id, work)

const progress = (day: string, what: Progress) =>
  inRoom((tx) =>
    noteProgress(tx, {
      agencyId: ctx.agency.id,
      reportId: made.reportId,
      progress: what,
      day,
      retentionDays: 60,
    }),
  )

const report = async () =>
  (await database.owner.query('select * from protected.report where id = $1', [made.reportId])).rows[0]

const counts = async () =>
  Object.fromEntries(
    (await inRoom((tx) => listCaseCounts(tx, ctx.agency.id))).map(({ event, n }) => [event, n]),
  )

const openedBy = (day: string, opener: Parameters<typeof openThread>[2]['opener']) =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const opened = await openThread(tx, on(day).channel, { agencyId, reportId: made.reportId, opener })
    if (opened.ok) closeThread(opened.value)
    return opened.ok
  })

describe('a day on which a deadline has passed', () => {
  test('counts the stage as late and hands the case up, once, however often it is looked at', async () => {
    await tend('2027-01-14')
    expect((await report()).escalated_step).toBe(0)
    await tend('2027-01-15')
    await tend('2027-01-15')
    await tend('2027-01-16')
    expect(await report()).toMatchObject({ escalated_step: 1, late_stages: ['acknowledge'] })
    expect(await counts()).toEqual({ received: 1, 'acknowledged-late': 1 })
    const { rows } = await database.owner.query(
      `select object from protected.audit_entry where agency_id = $1 and action = 'case.escalated'`,
      [ctx.agency.id],
    )
    expect(rows).toEqual([{ object: made.reportId }])
  })

  test('an acknowledgement that comes late after all is not counted once more', async () => {
    await tend('2027-01-15')
    await progress('2027-01-18', 'acknowledge')
    expect(await counts()).toEqual({ received: 1, 'acknowledged-late': 1 })
    expect(await report()).toMatchObject({ status: 'acknowledged', acknowledged_day: '2027-01-18' })
  })

  test('a case answered in time is in time for what comes before it too, and goes nowhere', async () => {
    await progress('2027-01-12', 'answer')
    await progress('2027-01-13', 'answer')
    await tend('2027-01-20')
    expect(await counts()).toEqual({ received: 1, 'acknowledged-in-time': 1, 'answered-in-time': 1 })
    expect((await report()).escalated_step).toBe(0)
  })

  test('gives nobody a key: who stands above and was left out has none, and the case does not go to them', async () => {
    const [second, left] = [
      await aHolder(ctx, 'recipient', { step: 2 }),
      await aHolder(ctx, 'external', { step: 3 }),
    ]
    const other = await aCase(ctx, { holders: [reader] })
    await tend('2027-01-15')
    const { rows } = await database.owner.query('select escalated_step from protected.report where id = $1', [
      other.reportId,
    ])
    expect(rows[0].escalated_step).toBe(0)
    const held = await database.owner.query('select holder from protected.case_grant where report_id = $1', [
      other.reportId,
    ])
    const holders = held.rows.map(({ holder }) => holder)
    expect(holders).not.toContain(second.holder.keyId)
    expect(holders).not.toContain(left.holder.keyId)
  })
})

describe('erasure', () => {
  beforeEach(async () => {
    await progress('2027-01-12', 'close')
    await database.owner.query('update protected.report set has_unread_addition = false where id = $1', [
      made.reportId,
    ])
  })

  test('comes on its day: key, rows, files and way in are gone; that there was a case and its count stay', async () => {
    const file = path.join(ctx.channel.filesFolder, 'ab', 'ab'.repeat(16))
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, 'sealed')
    await database.owner.query(
      `insert into protected.sealed_file (agency_id, id, report_id, seq, path, padded_size, sealed_hash)
       values ($1, gen_random_uuid(), $2, 0, $3, 6, decode(repeat('00', 32), 'hex'))`,
      [ctx.agency.id, made.reportId, `ab/${'ab'.repeat(16)}`],
    )
    expect((await report()).erase_due).toBe('2027-03-13')
    await tend('2027-03-12')
    expect(await openedBy('2027-03-12', { as: 'reporter', keys: made.keys })).toBe(true)
    await tend('2027-03-13')
    expect(await report()).toMatchObject({ status: 'erased', lookup: null })
    for (const table of ['item', 'epoch', 'case_grant', 'sealed_file', 'identity']) {
      const { rows } = await database.owner.query(`select from protected.${table} where report_id = $1`, [
        made.reportId,
      ])
      expect([table, rows.length]).toEqual([table, 0])
    }
    expect(existsSync(file)).toBe(false)
    expect(await ctx.channel.shred.find(made.reportId)).toBeNull()
    expect(await openedBy('2027-03-13', { as: 'reporter', keys: made.keys })).toBe(false)
    expect(
      await openedBy('2027-03-13', { as: 'holder', keyId: reader.holder.keyId, vault: reader.vault }),
    ).toBe(false)
    expect((await counts()).received).toBe(1)
  })

  test('rows of an old backup say nothing once the key outside of it is destroyed', async () => {
    const backup = await database.owner.query('select * from protected.item where report_id = $1', [
      made.reportId,
    ])
    expect(backup.rows).toHaveLength(1)
    await ctx.channel.shred.destroy(made.reportId)
    expect(
      await openedBy('2027-01-13', { as: 'holder', keyId: reader.holder.keyId, vault: reader.vault }),
    ).toBe(false)
    expect(await openedBy('2027-01-13', { as: 'reporter', keys: made.keys })).toBe(false)
  })

  test('waits for a legal hold and for an addition that nobody has read', async () => {
    const hold = (isHeld: boolean) =>
      holdCase(on('2027-01-13'), { by: reader, reportId: made.reportId, isHeld, reason: 'คดีในศาล' })
    expect((await hold(true)).ok).toBe(true)
    expect(await hold(true)).toMatchObject({ error: { code: 'hold.same' } })
    await tend('2027-03-20')
    expect((await report()).status).toBe('closed')
    expect((await hold(false)).ok).toBe(true)
    await database.owner.query('update protected.report set has_unread_addition = true where id = $1', [
      made.reportId,
    ])
    await tend('2027-03-21')
    expect((await report()).status).toBe('closed')
    await database.owner.query('update protected.report set has_unread_addition = false where id = $1', [
      made.reportId,
    ])
    await tend('2027-03-22')
    expect((await report()).status).toBe('erased')
  })

  test('that was cut off after nobody could get in any more is gone on from', async () => {
    await database.owner.query(`update protected.report set status = 'erased', lookup = null where id = $1`, [
      made.reportId,
    ])
    await tend('2027-01-13')
    expect(await ctx.channel.shred.find(made.reportId)).toBeNull()
    const { rows } = await database.owner.query('select from protected.item where report_id = $1', [
      made.reportId,
    ])
    expect(rows).toEqual([])
  })
})

describe('the head of the log', () => {
  test('is published once a day and changes every day, whether or not anything was done', async () => {
    for (const day of ['2027-01-12', '2027-01-13', '2027-01-13', '2027-01-14']) await tend(day)
    const heads = await inRoom((tx) => listAuditHeads(tx, ctx.agency.id))
    expect(heads.map(({ day }) => day)).toEqual(['2027-01-14', '2027-01-13', '2027-01-12'])
    expect(new Set(heads.map(({ head }) => head)).size).toBe(3)
    const checked = await inRoom((tx) => checkSealedAudit(tx, ctx.agency.id))
    expect(checked).toEqual({ whole: true, head: heads[0]?.head })
  })
})

describe('the letter at fixed hours', () => {
  const letters = async () =>
    (
      await database.owner.query(
        `select to_address, subject, text_body from mail_outbox
         where agency_id = $1 and kind = 'protected-digest' and state <> 'expired' order by to_address`,
        [ctx.agency.id],
      )
    ).rows

  test('goes to everybody appointed, once a round, in the same words whether or not something came', async () => {
    const person = await aPerson(keeper, { name: 'ผู้รับเรื่อง', email: 'reader@agency.example' })
    await aHolder(ctx, 'custodian', { personId: person.id })
    expect((await tend('2027-01-12')).written).toBe(1)
    expect((await tend('2027-01-12')).written).toBe(0)
    const before = await letters()
    await aCase(on('2027-01-12'), { holders: [reader] })
    expect((await tend('2027-01-13')).written).toBe(1)
    const after = await letters()
    expect(after.at(-1)).toEqual(before.at(-1))
    expect(before.map(({ to_address }) => to_address)).toEqual(['reader@agency.example'])
    expect(before[0].text_body).not.toContain(made.reportId)
  })

  test('goes to nobody before its hour', async () => {
    const person = await aPerson(keeper, { name: 'ผู้รับเรื่อง', email: 'early@agency.example' })
    await aHolder(ctx, 'recipient', { personId: person.id })
    const early = { ...ctx, now: () => new Date('2027-01-12T01:59:00Z') }
    expect((await tendChannel(early, { home: () => 'https://agency.example/' })).written).toBe(0)
  })
})
