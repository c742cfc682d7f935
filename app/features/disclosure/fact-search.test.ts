import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { addTo } from '../../../tests/support/disclosure-builders.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { searchFacts } from './item-work.queries.server.ts'
import { removeFact } from './usecases/remove-fact.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const found = async (ctx: Ctx, text: string) =>
  (await searchFacts(ctx, { text })).map(({ fact }) => fact.title.th).toSorted()

test('a fact is found by a piece of its titles or words, whatever their case; by nothing all are', async () => {
  const ctx = await anAgency(database)
  await addTo(ctx, { title: { th: 'คู่มือบริการประชาชน', en: 'Service Manual' }, words: 'ยื่นคำขอ' })
  await addTo(ctx, { title: { th: 'ช่องทาง', en: null }, words: 'ที่สำนักงาน' })
  expect(await found(ctx, ' บริการ ')).toEqual(['คู่มือบริการประชาชน'])
  expect(await found(ctx, 'MANUAL')).toEqual(['คู่มือบริการประชาชน'])
  expect(await found(ctx, 'สำนักงาน')).toEqual(['ช่องทาง'])
  expect(await found(ctx, '')).toEqual(['คู่มือบริการประชาชน', 'ช่องทาง'])
  expect(await found(ctx, 'ไม่มีคำนี้')).toEqual([])
})

test('signs that mean something to the database are letters; those that nobody types are passed over', async () => {
  const ctx = await anAgency(database)
  await addTo(ctx, { title: { th: 'ลด 50% แล้ว', en: null } })
  await addTo(ctx, { title: { th: 'ลด 500 แล้ว', en: null } })
  expect(await found(ctx, '50%')).toEqual(['ลด 50% แล้ว'])
  expect(await found(ctx, '_')).toEqual([])
  expect(await found(ctx, '\\')).toEqual([])
  expect(await found(ctx, '5\u000000')).toEqual(['ลด 500 แล้ว'])
})

test('a fact that was taken out, and one of another agency, is not found', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  const id = await addTo(ctx)
  expect(await found(ctx, '')).toHaveLength(1)
  expect(await found(other, '')).toEqual([])
  await removeFact(ctx, { id, seenVersion: 1, isConfirmed: true })
  expect(await found(ctx, '')).toEqual([])
})
