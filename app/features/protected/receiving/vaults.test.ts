import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { openDerivation } from '../sealing/derivation.server.ts'
import { listAppointed } from './appointments.queries.server.ts'
import { findOwnDesk, type OpenHolder } from './own-vaults.server.ts'
import { appoint } from './usecases/appoint.server.ts'
import { changePassphrase, recoverVault } from './usecases/change-passphrase.server.ts'
import { endAppointment } from './usecases/end-appointment.server.ts'
import { makeVault } from './usecases/make-vault.server.ts'
import { readCase } from './usecases/read-case.server.ts'
import { rotateKey } from './usecases/rotate-key.server.ts'
import { unlockVaults } from './usecases/unlock-vaults.server.ts'

const TODAY = '2027-01-11T03:00:00Z'
const PASSPHRASE = 'correct horse battery staple'
const OTHER = 'five little ducks went swimming'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let ctx: ProtectedCtx
let admin: ProtectedCtx
let personId: string
beforeEach(async () => {
  const room = openSealedRoom(at(await anAgency(database), TODAY))
  // As expensive as libsodium lets it be cheap.
  const derivation = openDerivation({
    pepper: room.ctx.channel.pepper,
    atOnce: 2,
    waiting: 8,
    vaultCost: { passes: 1, memory: 8192 },
  })
  const inRoom = { ...room.ctx, channel: { ...room.ctx.channel, derivation } }
  personId = (await aPerson(inRoom)).id
  ctx = { ...inRoom, actor: as(inRoom, personId, []).actor }
  admin = { ...inRoom, actor: as(inRoom, (await aPerson(inRoom)).id, ['administrator']).actor }
  return room.close
})

const facts = (given: Partial<Parameters<typeof appoint>[1]> = {}) => ({
  personId,
  kind: 'recipient',
  roleTh: 'ผู้อำนวยการตรวจสอบ',
  roleEn: 'Head of audit',
  officeKey: '',
  step: '๑',
  ...given,
})
const appointed = async (given: Parameters<typeof facts>[0] = {}) => {
  const made = await appoint(admin, facts(given))
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const made = async (appointmentId: string) => {
  const vault = await makeVault(ctx, {
    appointmentId,
    passphrase: PASSPHRASE,
    again: PASSPHRASE,
    personal: [],
  })
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value
}
const opened = async (passphrase: string): Promise<readonly OpenHolder[]> => {
  const vaults = await unlockVaults(ctx, passphrase)
  return vaults.ok ? (await findOwnDesk(ctx, vaults.value)).open : []
}
const refused = (code: string) => ({ ok: false, error: { code } })
const fresh = (passphrase: string) => ({ fresh: passphrase, again: passphrase, personal: [] })

describe('an appointment', () => {
  test('is made by an administrator alone', async () => {
    expect(await appoint(ctx, facts())).toMatchObject({ error: { code: 'permission.refused' } })
    expect(await appoint(admin, facts())).toMatchObject({ ok: true })
    expect(await appoint(admin, facts())).toEqual(refused('appointment.held'))
    expect(await appoint(admin, facts({ kind: 'custodian' }))).toMatchObject({ ok: true })
    expect((await listAppointed(admin)).rows).toHaveLength(2)
  })

  test.each([
    [{ personId: randomUUID() }, 'appointment.no-person'],
    [{ kind: 'king' }, 'appointment.bad-kind'],
    [{ roleTh: ' ' }, 'appointment.no-role-th'],
    [{ roleEn: '' }, 'appointment.no-role-en'],
    [{ officeKey: 'x'.repeat(121) }, 'appointment.too-long'],
    [{ step: '0' }, 'appointment.bad-step'],
    [{ step: 'one' }, 'appointment.bad-step'],
  ])('with %j is refused: %s', async (given, code) =>
    expect(await appoint(admin, facts(given))).toEqual(refused(code)),
  )

  test('that ended opens nothing, and the private keys are gone from the database', async () => {
    const appointmentId = await appointed()
    await made(appointmentId)
    expect(await opened(PASSPHRASE)).toHaveLength(1)
    expect(await endAppointment(ctx, { appointmentId })).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await endAppointment(admin, { appointmentId })).toMatchObject({ ok: true })
    expect(await endAppointment(admin, { appointmentId })).toEqual(refused('appointment.unknown'))
    expect(await endAppointment(admin, { appointmentId: 'x' })).toEqual(refused('appointment.unknown'))
    expect(await opened(PASSPHRASE)).toEqual([])
    const { rows } = await database.owner.query(
      'select octet_length(wrapped_vault) + octet_length(wrapped_vault_recovery) as n from protected.holder_key where appointment_id = $1',
      [appointmentId],
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('a vault', () => {
  test('opens with its passphrase, whatever blanks stand around it, and with no other', async () => {
    await made(await appointed())
    expect(await opened(` ${PASSPHRASE} `)).toHaveLength(1)
    expect(await unlockVaults(ctx, OTHER)).toEqual(refused('vault.wrong'))
    expect(await unlockVaults(ctx, '')).toEqual(refused('vault.wrong'))
  })

  test('is made by whom the appointment names, once, under a strong passphrase', async () => {
    const appointmentId = await appointed()
    const asked = { appointmentId, passphrase: PASSPHRASE, again: PASSPHRASE, personal: [] }
    expect(await makeVault(admin, asked)).toEqual(refused('appointment.unknown'))
    expect(await makeVault(ctx, { ...asked, appointmentId: 'x' })).toEqual(refused('appointment.unknown'))
    expect(await makeVault(ctx, { ...asked, passphrase: 'short' })).toEqual(refused('passphrase.too-short'))
    expect(await makeVault(ctx, { ...asked, again: OTHER })).toEqual(refused('passphrase.differs'))
    expect(await makeVault(ctx, asked)).toMatchObject({ ok: true })
    expect(await makeVault(ctx, asked)).toEqual(refused('vault.exists'))
  })

  test('wrong passphrases are refused after a while, and those of another person are not', async () => {
    await made(await appointed())
    let last = await unlockVaults(ctx, OTHER)
    // The limit is reached at once: what slows is not waited for here.
    for (let n = 0; n < 30; n++) ctx.channel.limits.take('vault', `${ctx.agency.id} ${personId}`)
    last = await unlockVaults(ctx, PASSPHRASE)
    expect(last).toEqual(refused('vault.wait'))
    expect(await unlockVaults(admin, PASSPHRASE)).toEqual(refused('vault.wrong'))
  })

  test('takes another passphrase from who knows the one before', async () => {
    const { keyId } = await made(await appointed())
    expect(await changePassphrase(ctx, { keyId, current: OTHER, ...fresh(OTHER) })).toEqual(
      refused('vault.wrong'),
    )
    expect(await changePassphrase(admin, { keyId, current: PASSPHRASE, ...fresh(OTHER) })).toEqual(
      refused('appointment.unknown'),
    )
    expect(await changePassphrase(ctx, { keyId, current: PASSPHRASE, ...fresh(OTHER) })).toMatchObject({
      ok: true,
    })
    expect(await opened(PASSPHRASE)).toEqual([])
    expect((await opened(OTHER)).map(({ holder }) => holder.keyId)).toEqual([keyId])
  })

  test('opens with the printed key where the passphrase was forgotten; that key stands nowhere', async () => {
    const { keyId, recoveryKey } = await made(await appointed())
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
    const wrong = `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '1' : '0'}`
    expect(await recoverVault(ctx, { keyId, recoveryKey: wrong, ...fresh(OTHER) })).toEqual(
      refused('vault.wrong-recovery'),
    )
    expect(await recoverVault(ctx, { keyId, recoveryKey: typed, ...fresh(OTHER) })).toMatchObject({
      ok: true,
    })
    expect(await opened(OTHER)).toHaveLength(1)
    const { rows } = await database.owner.query('select t::text as row from protected.holder_key t')
    expect(JSON.stringify(rows)).not.toContain(recoveryKey)
  })
})

describe('a pair of keys that is changed', () => {
  test('leaves the cases with their reader under the new one; the old one opens nothing', async () => {
    const { keyId, recoveryKey } = await made(await appointed())
    const [before] = await opened(PASSPHRASE)
    if (!before) throw new Error('not open')
    const colleague = await aHolder(ctx, 'recipient')
    const { reportId } = await aCase(ctx, { holders: [before, colleague] })
    expect(await rotateKey(ctx, { keyId, passphrase: OTHER })).toEqual(refused('vault.wrong'))
    const rotated = await rotateKey(ctx, { keyId, passphrase: PASSPHRASE })
    if (!rotated.ok) throw new Error(rotated.error.code)
    const [after] = await opened(PASSPHRASE)
    if (!after) throw new Error('not open')
    expect(after.holder.keyId).toBe(rotated.value.keyId)
    expect(after.holder.fingerprint).not.toBe(before.holder.fingerprint)
    expect(await readCase(ctx, { reportId, open: [before] })).toEqual(refused('case.unknown'))
    const read = await readCase(ctx, { reportId, open: [after] })
    expect(read.ok && read.value).toMatchObject({ chain: { whole: true }, readers: [{}, {}] })
    expect(read.ok && read.value.items[0]?.content?.text).toBe('รายงานทดสอบ')
    expect(await recoverVault(ctx, { keyId, recoveryKey, ...fresh(OTHER) })).toEqual(
      refused('appointment.unknown'),
    )
  })

  test('is none of a custodian, for whom identities are sealed', async () => {
    const { keyId } = await made(await appointed({ kind: 'custodian' }))
    expect(await rotateKey(ctx, { keyId, passphrase: PASSPHRASE })).toEqual(refused('appointment.unknown'))
  })
})
