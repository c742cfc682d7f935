import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCase, aHolder, type MadeTestCase, openSealedRoom } from '../../../../tests/support/sealed-room.ts'
import { closeThread, openThread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { OpenHolder } from '../receiving/own-vaults.server.ts'
import { addCaseHolder, leaveCase } from '../receiving/usecases/change-holders.server.ts'
import { findThread } from '../reporting/thread.queries.server.ts'
import { openIdentity, openInner, openOuter } from '../sealing/identity.server.ts'
import { listReleases } from './release.repo.server.ts'
import { answerConsent } from './usecases/answer-consent.server.ts'
import { askRelease } from './usecases/ask-release.server.ts'
import { expireReleases } from './usecases/expire-releases.server.ts'
import { openLayer, refuseRelease } from './usecases/open-layer.server.ts'
import { readIdentity } from './usecases/read-identity.server.ts'

const WHO = 'นางสาวผู้แจ้ง โทร 080-000-0000'
const TODAY = '2027-01-11T03:00:00Z'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

let room: ReturnType<typeof openSealedRoom>
let ctx: ProtectedCtx
let reader: OpenHolder
let colleague: OpenHolder
let first: OpenHolder
let second: OpenHolder
let made: MadeTestCase
beforeEach(async () => {
  room = openSealedRoom(at(await anAgency(database), TODAY))
  ctx = room.ctx
  reader = await aHolder(ctx, 'recipient')
  colleague = await aHolder(ctx, 'recipient')
  first = await aHolder(ctx, 'custodian')
  second = await aHolder(ctx, 'custodian')
  made = await aCase(ctx, {
    holders: [reader, colleague, first, second],
    identity: { plain: WHO, outer: first, inner: second },
  })
  return room.close
})

const later = (instant: string): ProtectedCtx => ({ ...ctx, now: () => new Date(instant) })

const ask = (given: Partial<Parameters<typeof askRelease>[1]> = {}) =>
  askRelease(ctx, {
    by: reader,
    reportId: made.reportId,
    reader: reader.holder.keyId,
    reason: 'ต้องสอบถามพยานหลักฐานเพิ่มเติม',
    days: 7,
    asksConsent: false,
    ...given,
  })

async function asked(given: Partial<Parameters<typeof askRelease>[1]> = {}): Promise<string> {
  const result = await ask(given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code

async function released(): Promise<string> {
  const releaseId = await asked()
  expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('ok')
  expect(codeOf(await openLayer(ctx, { by: second, releaseId }))).toBe('ok')
  return releaseId
}

/** Steps of releases as the reporter reads them in the case. */
const stepsForReporter = (): Promise<readonly (string | undefined)[]> =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys: made.keys },
    })
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.chain).toEqual({ whole: true })
    const steps = opened.value.items
      .filter(({ kind }) => kind.startsWith('release'))
      .map(({ content }) => content?.facts?.step)
    closeThread(opened.value)
    return steps
  })

const rowsOf = () =>
  withProtected(ctx.channel.db, ctx.agency.id, (tx) =>
    listReleases(tx, { agencyId: ctx.agency.id, reportId: made.reportId }),
  )

describe('an identity', () => {
  test('is read by the one who was named once two custodians opened it, and the reporter sees each step', async () => {
    const releaseId = await released()
    expect(await readIdentity(ctx, { by: reader, releaseId })).toEqual({ ok: true, value: WHO })
    expect(await stepsForReporter()).toEqual(['asked', 'half-opened', 'released'])
    const { rows } = await database.owner.query(
      `select action from protected.audit_entry where agency_id = $1 and action like 'identity.%' order by seq`,
      [ctx.agency.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'identity.asked',
      'identity.half-opened',
      'identity.released',
      'identity.read',
    ])
  })

  test('is not opened for, nor read any more by, who was put out of the case meanwhile', async () => {
    const releaseId = await released()
    const waiting = await asked({ reader: colleague.holder.keyId })
    const out = async (holder: OpenHolder, by: OpenHolder) =>
      codeOf(
        await leaveCase(ctx, {
          reportId: made.reportId,
          open: [by],
          leaver: { keyId: holder.holder.keyId },
          reason: 'รู้จักผู้ถูกกล่าวหา',
        }),
      )
    const third = await aHolder(ctx, 'recipient')
    const { keyId } = third.holder
    const adding = { reportId: made.reportId, open: [reader], keyId, reason: 'ช่วย' }
    expect(codeOf(await addCaseHolder(ctx, adding))).toBe('ok')
    expect(await out(reader, third)).toBe('ok')
    expect(codeOf(await readIdentity(ctx, { by: reader, releaseId }))).toBe('release.not-yours')
    expect(await out(colleague, third)).toBe('ok')
    expect(codeOf(await openLayer(ctx, { by: first, releaseId: waiting }))).toBe('release.wrong-state')
    expect(
      (await rowsOf()).map(({ state, sealedDek, halfOpened }) => [state, sealedDek, halfOpened]),
    ).toEqual([
      ['expired', null, null],
      ['refused', null, null],
    ])
  })

  test('opens with no key but those of the two custodians, one after the other', async () => {
    const { rows } = await database.owner.query(
      'select sealed_dek, body from protected.identity where report_id = $1',
      [made.reportId],
    )
    const { sealed_dek: sealed, body } = rows[0]
    const shredKey = await ctx.channel.shred.find(made.reportId)
    if (!shredKey) throw new Error('no key')
    const place = { reportId: made.reportId, shredKey, body }
    for (const { vault } of [reader, colleague, second]) {
      expect(openOuter(vault.sealing, sealed)).toBeNull()
      expect(openIdentity(vault.sealing, sealed, place)).toBeNull()
    }
    const half = openOuter(first.vault.sealing, sealed)
    if (!half) throw new Error('the first custodian opens the outer layer')
    for (const { vault } of [reader, colleague, first]) {
      expect(openInner(vault.sealing, half, vault.sealing.publicKey)).toBeNull()
      expect(openIdentity(vault.sealing, half, place)).toBeNull()
    }
  })

  test('is opened by no custodian alone: neither does the part of the other, nor his own twice', async () => {
    const releaseId = await asked()
    expect(codeOf(await openLayer(ctx, { by: second, releaseId }))).toBe('release.wrong-state')
    expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('ok')
    expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('release.wrong-state')
    expect(codeOf(await readIdentity(ctx, { by: reader, releaseId }))).toBe('release.wrong-state')
  })

  test('is not opened by two keys of one person', async () => {
    await database.owner.query('update protected.appointment set person_id = $1, kind = $3 where id = $2', [
      first.holder.personId,
      second.holder.appointmentId,
      'external',
    ])
    const releaseId = await asked()
    expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('release.one-person')
  })

  test('is read by nobody else: no other recipient, and no custodian', async () => {
    const releaseId = await released()
    for (const by of [colleague, first, second])
      expect(codeOf(await readIdentity(ctx, { by, releaseId }))).toBe('release.not-yours')
  })

  test('is read until and with the last day, and not after it, not even before the clock took it away', async () => {
    const releaseId = await released()
    const [last, after] = ['2027-01-18T16:00:00Z', '2027-01-18T18:00:00Z'].map(later)
    if (!last || !after) throw new Error('two days')
    expect(codeOf(await readIdentity(last, { by: reader, releaseId }))).toBe('ok')
    expect(codeOf(await readIdentity(after, { by: reader, releaseId }))).toBe('release.expired')
    expect(await expireReleases(last)).toBe(0)
    expect(await expireReleases(after)).toBe(1)
    const [row] = await rowsOf()
    expect([row?.state, row?.sealedDek]).toEqual(['expired', null])
    expect(codeOf(await readIdentity(last, { by: reader, releaseId }))).toBe('release.expired')
  })

  test('sealed for another reader in the database is refused: the custodian signed for whom it was', async () => {
    const releaseId = await released()
    await database.owner.query('update protected.identity_release set reader_key_id = $1 where id = $2', [
      colleague.holder.keyId,
      releaseId,
    ])
    expect(codeOf(await readIdentity(ctx, { by: colleague, releaseId }))).toBe('release.broken')
  })
})

describe('asking for it', () => {
  test('needs a reason, some days, an identity, and a reader of the case; and once is enough', async () => {
    expect(codeOf(await ask({ reason: '  ' }))).toBe('release.no-reason')
    expect(codeOf(await ask({ days: 0 }))).toBe('release.days')
    expect(codeOf(await ask({ days: 91 }))).toBe('release.days')
    expect(codeOf(await ask({ reader: first.holder.keyId }))).toBe('release.reader')
    const nameless = await aCase(ctx, { holders: [reader] })
    expect(codeOf(await ask({ reportId: nameless.reportId }))).toBe('release.no-identity')
    expect(codeOf(await ask())).toBe('ok')
    expect(codeOf(await ask())).toBe('release.pending')
  })

  test('is for readers of the case alone: to others there is no such case', async () => {
    const stranger = await aHolder(ctx, 'recipient')
    expect(codeOf(await ask({ by: stranger }))).toBe('case.not-found')
    expect(codeOf(await ask({ by: first }))).toBe('case.not-found')
  })
})

describe('the reporter', () => {
  test('who is asked is waited for, and may agree', async () => {
    const releaseId = await asked({ asksConsent: true })
    expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('release.consent-refused')
    const shown = await findThread(ctx, made.keys)
    expect(shown?.consentAsked).toMatchObject({ releaseId, reader: { th: reader.holder.roleTh } })
    expect(codeOf(await answerConsent(ctx, { keys: made.keys, releaseId, isGiven: true }))).toBe('ok')
    expect((await findThread(ctx, made.keys))?.consentAsked).toBeNull()
    expect(codeOf(await openLayer(ctx, { by: first, releaseId }))).toBe('ok')
    expect(codeOf(await answerConsent(ctx, { keys: made.keys, releaseId, isGiven: false }))).toBe(
      'release.wrong-state',
    )
  })

  test('who refuses ends it', async () => {
    const releaseId = await asked({ asksConsent: true })
    expect(codeOf(await answerConsent(ctx, { keys: made.keys, releaseId, isGiven: false }))).toBe('ok')
    for (const by of [first, second]) expect(codeOf(await openLayer(ctx, { by, releaseId }))).not.toBe('ok')
    expect((await rowsOf())[0]?.state).toBe('refused')
  })

  test('of another case cannot answer for this one', async () => {
    const releaseId = await asked({ asksConsent: true })
    const other = await aCase(ctx, { holders: [reader] })
    expect(codeOf(await answerConsent(ctx, { keys: other.keys, releaseId, isGiven: true }))).toBe(
      'release.not-found',
    )
  })
})

describe('a custodian', () => {
  test('may refuse with a reason, which the reporter reads; then nothing opens', async () => {
    const releaseId = await asked()
    await openLayer(ctx, { by: first, releaseId })
    expect(codeOf(await refuseRelease(ctx, { by: second, releaseId, reason: '' }))).toBe('release.no-reason')
    expect(codeOf(await refuseRelease(ctx, { by: reader, releaseId, reason: 'ไม่' }))).toBe(
      'release.not-yours',
    )
    expect(codeOf(await refuseRelease(ctx, { by: second, releaseId, reason: 'ไม่จำเป็น' }))).toBe('ok')
    expect(await stepsForReporter()).toEqual(['asked', 'half-opened', 'refused'])
    const [row] = await rowsOf()
    expect(row?.halfOpened).toBeNull()
    expect(codeOf(await openLayer(ctx, { by: second, releaseId }))).toBe('release.wrong-state')
  })
})
