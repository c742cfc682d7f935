import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { addTo, aFullItem, itemOf, itFails, O9, publish } from '../../../tests/support/disclosure-builders.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { findPublicItem, listPublicYear } from './public-item.queries.server.ts'
import { answerElement } from './usecases/answer-element.server.ts'
import { changeItem } from './usecases/change-item.server.ts'
import { removeFact } from './usecases/remove-fact.server.ts'
import { readYearGround } from './year-ground.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const groundOf = (ctx: Ctx, code?: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    readYearGround(tx, { agencyId: ctx.agency.id, year: 2568, ...(code !== undefined && { code }) }),
  )

/** The page of O9 on a site of somebody else, which has the same path there as here. */
const ELSEWHERE = 'https://other.example/oit/2568/O9'
const OF_ANOTHER = { year: 2568, code: 'O10', element: 'content' }

async function anotherItemLeadsThere(ctx: Ctx): Promise<string> {
  const id = await addTo(ctx, { kind: 'link', address: ELSEWHERE })
  const [element] = (await itemOf(ctx, OF_ANOTHER)).elements
  const answered = await answerElement(ctx, {
    ...OF_ANOTHER,
    element: element?.key ?? '',
    factIds: [id],
    seen: '',
  })
  if (!answered.ok) throw new Error(answered.error.code)
  return id
}

test('the ground of one item holds what is known of it alone, and of the year which addresses lie elsewhere', async () => {
  const ctx = await anAgency(database)
  await aFullItem(ctx)
  await publish(ctx)
  await anotherItemLeadsThere(ctx)
  await changeItem(ctx, { ...O9, unitId: null, dueOn: '2025-04-01', seenVersion: 0 })
  await changeItem(ctx, { year: 2568, code: 'O10', unitId: null, dueOn: '2025-05-01', seenVersion: 0 })
  const [year, one] = [await groundOf(ctx), await groundOf(ctx, 'O9')]
  expect([...year.answers.keys()].toSorted()).toEqual(['O10', 'O9'])
  expect([...one.answers]).toEqual([['O9', year.answers.get('O9')]])
  expect([...one.versions]).toEqual([['O9', year.versions.get('O9')]])
  expect([...year.items.keys()].toSorted()).toEqual(['O10', 'O9'])
  expect([...one.items]).toEqual([['O9', { unitId: null, dueOn: '2025-04-01', version: 1 }]])
  expect(one.links).toEqual(new Set([ELSEWHERE]))
  expect(year.links).toEqual(one.links)
})

test('an address elsewhere counts as one until the fact that leads there is taken out', async () => {
  const ctx = await anAgency(database)
  const id = await anotherItemLeadsThere(ctx)
  expect((await groundOf(ctx, 'O9')).links).toEqual(new Set([ELSEWHERE]))
  await removeFact(ctx, { id, seenVersion: 1, isConfirmed: true })
  expect((await groundOf(ctx, 'O9')).links).toEqual(new Set())
})

test('a page elsewhere that another item leads to takes nothing from the item whose path it has', async () => {
  const ctx = await anAgency(database)
  await aFullItem(ctx)
  await anotherItemLeadsThere(ctx)
  await itFails(database, ctx, ELSEWHERE)
  expect((await publish(ctx)).ok).toBe(true)
  expect((await itemOf(ctx)).score.score).toBe(100)
  expect((await findPublicItem(ctx, O9))?.score.score).toBe(100)
  const rows = (await listPublicYear(ctx, { year: 2568 }))?.groups.flatMap(({ items }) => items) ?? []
  expect(rows.find(({ code }) => code === 'O9')?.score.score).toBe(100)
  expect((await itemOf(ctx, OF_ANOTHER)).score.score).toBe(0)
  const [published] = (await auditOf(database, ctx)).filter(({ action }) => action === 'disclosure.published')
  expect(published?.detail).toMatchObject({ score: 100 })
  await itFails(database, ctx, 'https://ita.agency.example/oit/2568/O9')
  expect((await findPublicItem(ctx, O9))?.score.score).toBe(0)
})
