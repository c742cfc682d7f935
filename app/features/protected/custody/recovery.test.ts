import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import { closeThread, type Opener, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { OpenHolder } from '../receiving/own-vaults.server.ts'
import { changeRecoveryKey } from '../settings/usecases/change-settings.server.ts'
import { type Ceremony, holdCeremony } from './ceremony.server.ts'
import { recoverCases } from './usecases/recover-cases.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let room: ReturnType<typeof openSealedRoom>
let ctx: ProtectedCtx
let lost: OpenHolder
let heir: OpenHolder
let ceremony: Ceremony
beforeEach(async () => {
  room = openSealedRoom(at(await anAgency(database), '2027-01-11T03:00:00Z'))
  ctx = room.ctx
  lost = await aHolder(ctx, 'recipient')
  ceremony = await holdCeremony({ shares: 3, threshold: 2 })
  const taken = await changeRecoveryKey(ctx, { publicKey: ceremony.publicKey, shares: 3, threshold: 2 })
  expect(taken.ok).toBe(true)
  return room.close
})

const end = (holder: OpenHolder) =>
  database.owner.query('update protected.appointment set ended_day = $2 where id = $1', [
    holder.holder.appointmentId,
    '2027-01-11',
  ])

const recover = async (
  shares: readonly string[],
  given: Partial<Parameters<typeof recoverCases>[1]> = {},
) => {
  const result = await recoverCases(ctx, {
    shares,
    keyId: heir.holder.keyId,
    reason: 'ผู้รับเรื่องเดิมพ้นจากตำแหน่ง',
    ...given,
  })
  return result.ok ? result.value : result.error.code
}

const itemsFor = (reportId: string, opener: Opener) =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opened = await openThread(tx, ctx.channel, { agencyId: ctx.agency.id, reportId, opener })
    if (!opened.ok) return null
    const { chain, items } = opened.value
    expect(chain).toEqual({ whole: true })
    closeThread(opened.value)
    return items.map(({ kind, content }) => [kind, content?.text])
  })

const asHeir = (): Opener => ({ as: 'holder', keyId: heir.holder.keyId, vault: heir.vault })

describe('a case that nobody can read any more', () => {
  test('is not given to whom its reporter left out, also where nobody else is there any more', async () => {
    heir = await aHolder(ctx, 'recipient')
    const leftOut = { persons: [heir.holder.personId], offices: [] }
    const { reportId } = await aCase(ctx, { holders: [lost], leftOut })
    await end(lost)
    expect(await recover(ceremony.shares)).toEqual({ given: 0, left: 1 })
    expect(await itemsFor(reportId, asHeir())).toBeNull()
  })

  test('is given on by two of three shares, and the reporter reads that it was so', async () => {
    const { reportId, keys } = await aCase(ctx, { holders: [lost], text: 'ข้อความเดิม' })
    heir = await aHolder(ctx, 'recipient')
    await end(lost)
    expect(await itemsFor(reportId, asHeir())).toBeNull()
    const [, second, third] = ceremony.shares
    expect(await recover([second ?? '', (third ?? '').toLowerCase()])).toEqual({ given: 1, left: 0 })
    const story = [
      ['report', 'ข้อความเดิม'],
      ['recovery', 'ผู้รับเรื่องเดิมพ้นจากตำแหน่ง'],
    ]
    expect(await itemsFor(reportId, asHeir())).toEqual(story)
    expect(await itemsFor(reportId, { as: 'reporter', keys })).toEqual(story)
    const { rows } = await database.owner.query(
      `select actor_role, object from protected.audit_entry where agency_id = $1 and action = 'recovery.used'`,
      [ctx.agency.id],
    )
    expect(rows).toEqual([{ actor_role: 'quorum', object: reportId }])
  })

  test('opens with no single share, with none of another ceremony, and not with a slip', async () => {
    await aCase(ctx, { holders: [lost] })
    heir = await aHolder(ctx, 'recipient')
    await end(lost)
    const [first = '', second = ''] = ceremony.shares
    const other = await holdCeremony({ shares: 3, threshold: 2 })
    expect(await recover([first])).toBe('recovery.too-few')
    expect(await recover([first, first])).toBe('recovery.too-few')
    expect(await recover([first, other.shares[0] ?? ''])).toBe('recovery.mixed')
    expect(await recover([first, `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`])).toBe(
      'recovery.share',
    )
    expect(await recover(other.shares)).toEqual({ given: 0, left: 1 })
    expect(await recover([first, second], { reason: ' ' })).toBe('recovery.no-reason')
    expect(await recover([first, second], { keyId: lost.holder.keyId })).toBe('recovery.holder')
  })
})

describe('a case that somebody can read', () => {
  test('is left alone: a quorum is no way around whom the reporter left out', async () => {
    const { reportId } = await aCase(ctx, { holders: [lost] })
    heir = await aHolder(ctx, 'recipient')
    expect(await recover(ceremony.shares)).toBe('recovery.no-case')
    expect(await itemsFor(reportId, asHeir())).toBeNull()
  })
})

describe('a ceremony', () => {
  test('gives as many shares as were asked for, all different, and never the same key twice', async () => {
    const five = await holdCeremony({ shares: 5, threshold: 3 })
    expect(new Set(five.shares).size).toBe(5)
    expect(five.publicKey).not.toBe(ceremony.publicKey)
    expect(five.fingerprint).toMatch(/^(\d{5} ){7}\d{5}$/)
  })
})
