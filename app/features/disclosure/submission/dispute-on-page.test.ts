import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoordinator, at, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { theDays } from '../../../../tests/support/disclosed-rows.ts'
import { askOffice } from '../../../../tests/support/office-screen.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import * as submissionPage from '../screens/submission-page.tsx'
import { findSubmission } from './submission.queries.server.ts'
import { submitYear } from './usecases/submit-year.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = 2568
const IN_SUBMISSION = '2025-03-10T03:00:00Z'
const IN_CLARIFICATION = '2025-06-04T03:00:00Z'

async function inClarification(): Promise<Ctx> {
  const ctx = at(await aCoordinator(database), IN_SUBMISSION)
  await theDays(ctx, YEAR, {
    submission: ['2025-03-01', '2025-04-30'],
    scoring: ['2025-05-05', '2025-05-31'],
    clarification: ['2025-06-03', '2025-06-17'],
  })
  const submitted = await submitYear(ctx, { year: YEAR, origin: ORIGIN, seenVersion: 1 })
  if (!submitted.ok) throw new Error(submitted.error.code)
  return at(ctx, IN_CLARIFICATION)
}

const RECORD = { act: 'record', item: 'O18', seenVersion: '0', provisionalScore: '0' }
const DISPUTED = { ...RECORD, isDisputed: 'on', argument: 'อยู่ในหัวข้อที่สองของหน้า' }
type Given = Readonly<{ sent?: Readonly<Record<string, string>>; kept?: TypedFields; role?: RoleName }>
const ask = (ctx: Ctx, { sent, kept, role = 'ita-coordinator' }: Given = {}) =>
  askOffice(ctx, submissionPage, {
    address: `/office/disclosure/${YEAR}/submission?record=O18`,
    params: { year: String(YEAR) },
    roles: [role],
    ...(sent && { sent }),
    ...(kept && { kept }),
  })
const disputeOf = async (ctx: Ctx) =>
  (await findSubmission(ctx, { year: YEAR }))?.rows.find(({ code }) => code === 'O18')?.dispute
/** What the form of the item holds. */
const formOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new JSDOM(html).window.document.querySelectorAll<HTMLInputElement>('form:has(#record) [name]')].map(
      (field) => [field.name, field.value],
    ),
  )

test('a dispute is recorded from the page, and its form shows it again', async () => {
  const ctx = await inClarification()
  expect(formOf((await ask(ctx)).html)).toMatchObject({ item: 'O18', seenVersion: '0', argument: '' })
  expect(await ask(ctx, { sent: DISPUTED })).toMatchObject({
    status: 303,
    location: `/office/disclosure/${YEAR}/submission?done=recorded#items`,
  })
  expect(formOf((await ask(ctx)).html)).toMatchObject({ seenVersion: '1', argument: DISPUTED.argument })
})

test('who mends what was wrong, or comes back after a session ended, is told where somebody else recorded meanwhile', async () => {
  const ctx = await inClarification()
  expect((await ask(ctx, { sent: DISPUTED })).status).toBe(303)
  const mine = { ...DISPUTED, argument: 'ของฉัน' }
  const wrong = await ask(ctx, { sent: { ...mine, provisionalScore: '' } })
  expect(wrong.status).toBe(422)
  const kept = await ask(ctx, { kept: Object.entries(mine) })
  for (const { html } of [wrong, kept]) {
    const shown = formOf(html)
    expect(shown).toMatchObject({ seenVersion: '0', argument: 'ของฉัน' })
    const clash = await ask(ctx, { sent: { ...mine, seenVersion: shown.seenVersion ?? '' } })
    expect(clash.status).toBe(422)
    expect(formOf(clash.html)).toMatchObject({ seenVersion: '1', argument: 'ของฉัน' })
  }
  expect(await disputeOf(ctx)).toMatchObject({ version: 1, argument: DISPUTED.argument })
  expect((await ask(ctx, { sent: { ...mine, seenVersion: '1' } })).status).toBe(303)
  expect(await disputeOf(ctx)).toMatchObject({ version: 2, argument: 'ของฉัน' })
})

test('words are kept without what nobody can see, and are none where nothing else is left', async () => {
  const ctx = await inClarification()
  const sent = { ...DISPUTED, argument: ' อยู่\u0000ในหน้า\u200b ', assessorReason: '\u0000 \u200b' }
  expect((await ask(ctx, { sent })).status).toBe(303)
  expect(await disputeOf(ctx)).toMatchObject({ argument: 'อยู่ในหน้า', assessorReason: null })
  const nothing = await ask(ctx, { sent: { ...sent, argument: '\u0000', seenVersion: '1' } })
  expect(nothing.status).toBe(422)
  expect((await ask(ctx, { sent: { ...sent, item: 'O18\u0000x' } })).status).toBe(422)
})

test('who may not submit is refused, and nothing is recorded', async () => {
  const ctx = await inClarification()
  for (const role of ['administrator', 'auditor', 'unit-owner'] as const)
    expect(await ask(ctx, { sent: DISPUTED, role })).toMatchObject({
      status: 403,
      data: { refusedAct: 'disclosure.submit' },
    })
  expect(await disputeOf(ctx)).toBeNull()
})
