import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { theDays } from '../../../../tests/support/disclosed-rows.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { addressOf } from '../../../web/addresses.ts'
import { type DisputeFacts, submittedAddress } from './submission.domain.ts'
import { findSubmission } from './submission.queries.server.ts'
import { recordDispute } from './usecases/record-dispute.server.ts'
import { submitYear } from './usecases/submit-year.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = 2568
const DAYS = {
  submission: ['2025-03-01', '2025-04-30'],
  scoring: ['2025-05-05', '2025-05-31'],
  clarification: ['2025-06-03', '2025-06-17'],
} as const
const IN_SUBMISSION = '2025-03-10T03:00:00Z'
const IN_CLARIFICATION = '2025-06-04T03:00:00Z'

async function aCoordinator(instant = IN_SUBMISSION): Promise<Ctx> {
  const ctx = await anAgency(database, instant)
  const { id } = await aPerson(ctx, { role: 'ita-coordinator' })
  await theDays(ctx, YEAR, DAYS)
  return as(ctx, id, ['ita-coordinator'])
}
const submit = (ctx: Ctx, seenVersion = 1) => submitYear(ctx, { year: YEAR, origin: ORIGIN, seenVersion })
const rowOf = async (ctx: Ctx, code: string) =>
  (await findSubmission(ctx, { year: YEAR }))?.rows.find((row) => row.code === code)

describe('submitting a year', () => {
  it('writes the permanent address of every item, and how many have nothing public', async () => {
    const ctx = await aCoordinator()
    expect(await submit(ctx)).toEqual({ ok: true, value: { items: 28, notPublic: 28 } })
    const found = await findSubmission(ctx, { year: YEAR })
    expect(found).toMatchObject({
      state: 'submission',
      fault: 'submission.done',
      submitted: { byName: ctx.actor.name },
    })
    expect(found?.rows.every(({ submitted }) => submitted !== null)).toBe(true)
    expect((await rowOf(ctx, 'O12'))?.submitted).toMatchObject({
      address: `${ORIGIN}${addressOf.disclosureItem('th', YEAR, 'O12')}`,
      captureId: null,
    })
    expect(submittedAddress(ORIGIN, 2566, 'o1')).toBe(
      `${ORIGIN}${addressOf.disclosureItem('th', 2566, 'o1')}`,
    )
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'disclosure-year.submitted',
      object_id: '2568',
      detail: { items: 28, notPublic: 28 },
    })
  })

  it('is done once, also by two at the same moment', async () => {
    const ctx = await aCoordinator()
    const answers = await Promise.all([submit(ctx), submit(ctx)])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await submit(ctx, 2)).toMatchObject({ error: { code: 'submission.done' } })
  })

  it('leaves the addresses as they were written: the database changes none', async () => {
    const ctx = await aCoordinator()
    await submit(ctx)
    await expect(
      ctx.db.transaction().execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('role', 'prongsai_app', true), set_config('app.agency_id', ${ctx.agency.id}, true)`.execute(
          tx,
        )
        await tx.updateTable('submitted_address').set({ address: 'https://other.example/' }).execute()
      }),
    ).rejects.toThrow(/permission denied/)
  })

  it.each([
    ['2025-02-10T03:00:00Z', 'submission.not-yet'],
    ['2025-05-01T03:00:00Z', 'submission.over'],
  ])('is refused outside its window (%s)', async (instant, code) => {
    const ctx = await aCoordinator(instant)
    expect(await submit(ctx)).toMatchObject({ error: { code } })
    expect((await rowOf(ctx, 'O1'))?.submitted).toBeNull()
  })

  it('is refused where the calendar changed meanwhile, for a year without items, and to who may not', async () => {
    const ctx = await aCoordinator()
    expect(await submit(ctx, 7)).toMatchObject({ error: { code: 'submission.changed' } })
    expect(await submitYear(ctx, { year: 2563, origin: ORIGIN, seenVersion: 1 })).toMatchObject({
      error: { code: 'submission.unknown-year' },
    })
    const { id } = await aPerson(ctx)
    expect(await submit(as(ctx, id, ['administrator']))).toMatchObject({
      error: { act: 'disclosure.submit' },
    })
    expect(await findSubmission(ctx, { year: 2563 })).toBeNull()
  })
})

const DISPUTED: DisputeFacts = {
  provisionalScore: 0,
  assessorReason: 'ไม่พบช่องทาง',
  isDisputed: true,
  argument: 'อยู่ในหัวข้อที่สองของหน้า',
}

describe('disputing a provisional score', () => {
  const inClarification = async () => {
    const ctx = await aCoordinator()
    await submit(ctx)
    return at(ctx, IN_CLARIFICATION)
  }
  const record = (ctx: Ctx, facts: Partial<DisputeFacts> = {}, seenVersion = 0, code = 'O18') =>
    recordDispute(ctx, { year: YEAR, code, facts: { ...DISPUTED, ...facts }, seenVersion })

  it('is recorded with its argument in the window of clarification, and changed there', async () => {
    const ctx = await inClarification()
    expect(await record(ctx)).toEqual({ ok: true, value: 1 })
    expect(await record(ctx, { isDisputed: false, argument: null }, 1)).toEqual({ ok: true, value: 2 })
    expect((await rowOf(ctx, 'O18'))?.dispute).toMatchObject({
      provisionalScore: 0,
      isDisputed: false,
      version: 2,
      byName: ctx.actor.name,
    })
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'dispute.recorded',
      object_id: '2568:O18',
      detail: { provisionalScore: 0, isDisputed: false, version: 2 },
    })
  })

  it('is refused before the window and after it', async () => {
    const ctx = await inClarification()
    expect(await record(at(ctx, '2025-06-02T03:00:00Z'))).toMatchObject({
      error: { code: 'dispute.not-open' },
    })
    expect(await record(at(ctx, '2025-06-18T03:00:00Z'))).toMatchObject({
      error: { code: 'dispute.not-open' },
    })
  })

  it('is refused for an item that was not submitted', async () => {
    const ctx = at(await aCoordinator(), IN_CLARIFICATION)
    expect(await record(ctx)).toMatchObject({ error: { code: 'dispute.not-submitted' } })
    expect(await record(await inClarification(), {}, 0, 'O99')).toMatchObject({
      error: { code: 'dispute.not-submitted' },
    })
  })

  it.each([
    [{ argument: null }, 'dispute.no-argument'],
    [{ provisionalScore: 100 }, 'dispute.full-score'],
    [{ provisionalScore: 50 }, 'dispute.no-score'],
    [{ provisionalScore: null }, 'dispute.no-score'],
    [{ argument: 'ก'.repeat(5_001) }, 'dispute.too-long'],
  ])('is refused where it says nothing (%o)', async (facts, code) => {
    expect(await record(await inClarification(), facts)).toMatchObject({ error: { code } })
  })

  it('of two who record at once keeps one, and tells the other', async () => {
    const ctx = await inClarification()
    const answers = await Promise.all([record(ctx), record(ctx, { argument: 'อีกคำ' })])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'dispute.changed' } })
  })

  it('is for who submits', async () => {
    const ctx = await inClarification()
    const { id } = await aPerson(ctx)
    expect(await record(as(ctx, id, [{ role: 'unit-owner', unitId: randomUUID() }]))).toMatchObject({
      error: { act: 'disclosure.submit' },
    })
  })
})
