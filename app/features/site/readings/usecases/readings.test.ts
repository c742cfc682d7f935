import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, at, auditOf, ORIGIN } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { findPageWork } from '../../pages/page-work.queries.server.ts'
import { addPage } from '../../pages/usecases/add-page.server.ts'
import { changePage } from '../../pages/usecases/change-page.server.ts'
import { publishPage } from '../../pages/usecases/publish-page.server.ts'
import { withdrawPage } from '../../pages/usecases/withdraw-page.server.ts'
import { readShare } from '../reading.domain.ts'
import { findReaders, listOwnReadings } from '../readings.queries.server.ts'
import { askToRead } from './ask-to-read.server.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { remindReaders } from './remind-readers.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const faults = (result: Result<unknown, unknown>) =>
  result.ok
    ? null
    : ((result.error as { faults?: unknown }).faults ?? (result.error as { code: string }).code)

async function aPolicy(ctx: Ctx) {
  const typed = { titleTh: 'นโยบายคุ้มครองผู้แจ้ง', slug: 'protection', bodyTh: 'เนื้อหา', reviewOn: '1/10/2570' }
  const pageId = given(await addPage(ctx, { kind: 'policy', typed }))
  await publish(ctx, pageId)
  return pageId
}
async function publish(ctx: Ctx, pageId: string) {
  const work = await findPageWork(ctx, { pageId })
  given(await publishPage(ctx, { pageId, seenHash: work?.page.contentHash ?? '' }))
}
const ask = (ctx: Ctx, pageId: string, dueOn = '31/10/2567') =>
  askToRead(ctx, { pageId, dueOn, origin: ORIGIN })
const letters = async (ctx: Ctx) =>
  (
    await database.owner.query<{ kind: string; to_address: string; text_body: string }>(
      "select kind, to_address, text_body from mail_outbox where agency_id = $1 and kind = 'policy-to-read' order by created_at, to_address",
      [ctx.agency.id],
    )
  ).rows

test('everybody is asked by notice and mail, each says for themselves that they have read it, and it is kept who did', async () => {
  const ctx = await anAgency(database)
  const [one, two] = [
    await aPerson(ctx, { name: 'ผู้อ่าน หนึ่ง', email: 'one@example.go.th' }),
    await aPerson(ctx, { name: 'ผู้อ่าน สอง' }),
  ]
  const pageId = await aPolicy(ctx)
  expect(given(await ask(ctx, pageId))).toBe(2)
  expect((await letters(ctx)).map(({ to_address }) => to_address)).toEqual(['one@example.go.th'])
  expect((await letters(ctx))[0]?.text_body).toContain(`${ORIGIN}/office/policies-to-read`)

  const first = as(ctx, one.id, [])
  const [reading] = await listOwnReadings(first)
  expect(reading).toMatchObject({ slug: 'protection', version: 1, readAt: null, dueOn: '2024-10-31' })
  given(await confirmReading(first, { roundId: reading?.roundId ?? '' }))
  const later = at(first, '2024-10-05T03:00:00Z')
  given(await confirmReading(later, { roundId: reading?.roundId ?? '' }))
  expect((await listOwnReadings(first))[0]?.readAt).toEqual(new Date('2024-10-01T03:00:00Z'))

  const found = await findReaders(ctx, { pageId, lang: 'th' })
  expect(found?.readers.map(({ name, readAt }) => [name, readAt !== null])).toEqual([
    ['ผู้อ่าน สอง', false],
    ['ผู้อ่าน หนึ่ง', true],
  ])
  expect(readShare(found?.readers ?? [])).toEqual({ read: 1, asked: 2, percent: 50 })
  expect((await listOwnReadings(as(ctx, two.id, []))).map(({ readAt }) => readAt)).toEqual([null])
  expect((await auditOf(database, ctx)).map(({ action }) => action).slice(-2)).toEqual([
    'reading.asked',
    'reading.confirmed',
  ])
})

test('who was not asked, and who acts as nobody, cannot say that they read it', async () => {
  const ctx = await anAgency(database)
  const asked = await aPerson(ctx)
  const pageId = await aPolicy(ctx)
  given(await ask(ctx, pageId))
  const [reading] = await listOwnReadings(as(ctx, asked.id, []))
  const roundId = reading?.roundId ?? ''
  const newcomer = await aPerson(ctx)
  for (const stranger of [
    ctx,
    as(ctx, newcomer.id, ['administrator']),
    as(await anAgency(database), asked.id, []),
  ])
    expect(faults(await confirmReading(stranger, { roundId }))).toBe('page.unknown')
  expect(faults(await confirmReading(as(ctx, asked.id, []), { roundId: 'none' }))).toBe('page.unknown')
})

test('each version is asked for once; a newer one asks everybody anew', async () => {
  const ctx = await anAgency(database)
  await aPerson(ctx)
  const pageId = await aPolicy(ctx)
  given(await ask(ctx, pageId))
  expect(faults(await ask(ctx, pageId))).toEqual({ '': 'reading.asked-already' })
  const work = await findPageWork(ctx, { pageId })
  given(
    await changePage(ctx, { pageId, seenVersion: work?.page.version ?? 0, typed: { bodyTh: 'เนื้อหาใหม่' } }),
  )
  await publish(ctx, pageId)
  expect(given(await ask(ctx, pageId))).toBe(1)
  expect((await findReaders(ctx, { pageId, lang: 'th' }))?.round.version).toBe(2)
})

test('two who ask at once ask everybody once', async () => {
  const ctx = await anAgency(database)
  await aPerson(ctx, { email: 'reader@example.go.th' })
  const pageId = await aPolicy(ctx)
  const asked = await Promise.all([ask(ctx, pageId), ask(ctx, pageId)])
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await letters(ctx)).toHaveLength(1)
})

test('who has not read is reminded once a day, and who has is left alone', async () => {
  const ctx = await anAgency(database)
  const [reads, waits] = [
    await aPerson(ctx, { email: 'reads@example.go.th' }),
    await aPerson(ctx, { email: 'waits@example.go.th' }),
  ]
  const pageId = await aPolicy(ctx)
  given(await ask(ctx, pageId))
  const remind = (when: Ctx) => remindReaders(when, { pageId, origin: ORIGIN })
  expect(faults(await remind(ctx))).toEqual({ '': 'reading.nobody-to-remind' })
  const first = as(ctx, reads.id, [])
  given(await confirmReading(first, { roundId: (await listOwnReadings(first))[0]?.roundId ?? '' }))
  const tomorrow = at(ctx, '2024-10-02T03:00:00Z')
  expect(given(await remind(tomorrow))).toBe(1)
  expect(faults(await remind(tomorrow))).toEqual({ '': 'reading.nobody-to-remind' })
  expect((await letters(ctx)).map(({ to_address }) => to_address)).toEqual([
    'reads@example.go.th',
    'waits@example.go.th',
    'waits@example.go.th',
  ])
  expect(waits.id).not.toBe(reads.id)
})

test('a policy that was taken down is asked of nobody any more, and what is no policy never was', async () => {
  const ctx = await anAgency(database)
  const reader = await aPerson(ctx)
  const pageId = await aPolicy(ctx)
  given(await ask(ctx, pageId))
  given(await withdrawPage(ctx, { pageId, reason: 'ยกเลิก' }))
  expect(await listOwnReadings(as(ctx, reader.id, []))).toEqual([])
  expect(faults(await ask(ctx, pageId))).toEqual({ '': 'page.not-public' })
  const news = given(
    await addPage(ctx, { kind: 'news', typed: { titleTh: 'ข่าว', slug: 'news', date: '1/10/2567' } }),
  )
  expect(faults(await ask(ctx, news))).toBe('page.unknown')
})

test('a day that is none or past is refused by name, and so is who may not ask', async () => {
  const ctx = await anAgency(database)
  const pageId = await aPolicy(ctx)
  expect(faults(await ask(ctx, pageId, 'พรุ่งนี้'))).toEqual({ dueOn: 'reading.bad-day' })
  expect(faults(await ask(ctx, pageId, '30/9/2567'))).toEqual({ dueOn: 'reading.past-day' })
  expect(given(await ask(ctx, pageId, '๓๑/๑๐/๒๕๖๗'))).toBe(0)
  const owner = as(ctx, (await aPerson(ctx)).id, ['unit-owner', 'executive'])
  expect(faults(await ask(owner, pageId))).toBe('permission.refused')
})
