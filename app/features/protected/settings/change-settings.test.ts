import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { newSealingPair } from '../sealing/keys.server.ts'
import { printKey } from '../sealing/printed-key.server.ts'
import { FIRST_SETTINGS, settingsFault } from './channel-settings.domain.ts'
import { findChannelSettings } from './channel-settings.repo.server.ts'
import { typedOf } from './settings-form.domain.ts'
import { changeRecoveryKey, changeSettings } from './usecases/change-settings.server.ts'

let database: TestDatabase
let room: ReturnType<typeof openSealedRoom>
let ctx: ProtectedCtx
beforeAll(async () => {
  database = await freshDatabase()
  room = openSealedRoom(at(await anAgency(database), '2027-01-11T03:00:00Z'))
  ctx = room.ctx
})
afterAll(async () => {
  room.close()
  await database.drop()
})

const kept = () =>
  withProtected(ctx.channel.db, ctx.agency.id, (tx) => findChannelSettings(tx, ctx.agency.id))

const change = async (given: Record<string, string>, seenVersion?: number) => {
  const { settings, version } = await kept()
  const result = await changeSettings(ctx, {
    typed: { ...typedOf(settings), ...given },
    seenVersion: seenVersion ?? version,
  })
  return result.ok ? 'ok' : result.error.code
}

test('what is kept is read back, Thai digits are digits, and hours come in their order', async () => {
  expect(await change({ answerDays: '๑๐', digestHours: '16, 9', isOpen: 'on' })).toBe('ok')
  const { settings, version } = await kept()
  expect([settings.times.answer.workingDays, settings.digestHours, settings.openedOn, version]).toEqual([
    10,
    [9, 16],
    '2027-01-11',
    1,
  ])
  expect(typedOf(settings).categories?.split('\n')).toHaveLength(3)
})

test('the day of the first opening stays, whatever is closed and opened later', async () => {
  expect(await change({ isOpen: '' })).toBe('ok')
  const later = { ...ctx, now: () => new Date('2027-05-01T03:00:00Z') }
  const { settings, version } = await kept()
  await changeSettings(later, { typed: { ...typedOf(settings), isOpen: 'on' }, seenVersion: version })
  expect((await kept()).settings.openedOn).toBe('2027-01-11')
})

test.each([
  [{ acknowledgeDays: '0' }, 'settings.working-days'],
  [{ acknowledgeDays: 'สาม' }, 'settings.working-days'],
  [{ acknowledgeDays: '30' }, 'settings.order'],
  [{ retentionDays: '30' }, 'settings.retention'],
  [{ digestHours: '24' }, 'settings.digest-hours'],
  [{ digestHours: '9 9' }, 'settings.digest-hours'],
  [{ digestHours: '' }, 'settings.digest-hours'],
  [{ categories: '' }, 'settings.categories'],
  [{ categories: 'ก | ข | c' }, 'settings.categories'],
  [{ categories: 'a | ก | A\na | ข | B' }, 'settings.category-twice'],
])('%o is refused with %s', async (given, code) => {
  expect(await change(given as Record<string, string>)).toBe(code)
})

test('of two who change it at once the second is told, and nothing of theirs is kept', async () => {
  const { version } = await kept()
  expect(await change({ retentionDays: '400' }, version)).toBe('ok')
  expect(await change({ retentionDays: '500' }, version)).toBe('settings.clash')
  expect((await kept()).settings.retentionDays).toBe(400)
})

test('nobody but the administrator changes it', async () => {
  const person = await aPerson(ctx, { name: 'ผู้ประสานงาน', email: 'c@agency.example' })
  const other = { ...as(ctx, person.id, [{ role: 'ita-coordinator', unitId: null }]), channel: ctx.channel }
  const { settings, version } = await kept()
  expect(await changeSettings(other, { typed: typedOf(settings), seenVersion: version })).toMatchObject({
    error: { code: 'permission.refused' },
  })
})

test('the public half of a recovery key comes from paper; a slip of one sign is refused', async () => {
  const { publicKey } = newSealingPair()
  const printed = printKey(publicKey)
  const wrong = (printed[0] === '0' ? '1' : '0') + printed.slice(1)
  expect(await changeRecoveryKey(ctx, { publicKey: wrong, shares: 3, threshold: 2 })).toMatchObject({
    error: { code: 'settings.recovery-key' },
  })
  expect(await changeRecoveryKey(ctx, { publicKey: printed, shares: 3, threshold: 4 })).toMatchObject({
    error: { code: 'settings.recovery-shares' },
  })
  expect(
    (await changeRecoveryKey(ctx, { publicKey: printed.toLowerCase(), shares: 3, threshold: 2 })).ok,
  ).toBe(true)
  const { recovery } = await kept()
  expect([
    recovery && Buffer.from(recovery.publicKey).equals(Buffer.from(publicKey)),
    recovery?.threshold,
  ]).toEqual([true, 2])
})

test('what an agency starts with needs no more than categories', () => {
  expect(settingsFault({ ...FIRST_SETTINGS, categories: [{ key: 'a', th: 'ก', en: 'A' }] })).toBeNull()
})
