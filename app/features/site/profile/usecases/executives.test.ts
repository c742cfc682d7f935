import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCoordinator, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { findPublicFile } from '../../../disclosure/public-files/public-file.repo.server.ts'
import { findExecutives } from '../executives.queries.server.ts'
import type { TypedForm } from '../typed-words.domain.ts'
import { placeExecutive } from './place-executive.server.ts'
import { saveExecutive } from './save-executive.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const typedOf = (nameTh: string, given: TypedForm = {}): TypedForm => ({
  nameTh,
  titleTh: 'ผู้อำนวยการ',
  ...given,
})

async function added(ctx: Ctx, name: string): Promise<string> {
  const saved = await saveExecutive(ctx, { typed: typedOf(name), picture: 'none', of: null })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value
}

/** Three of them in the order in which they were added. */
const three = async (ctx: Ctx): Promise<readonly [string, string, string]> => [
  await added(ctx, 'ก'),
  await added(ctx, 'ข'),
  await added(ctx, 'ค'),
]
const order = async (ctx: Ctx) => (await findExecutives(ctx)).map(({ name }) => name.th).join('')
const places = async (ctx: Ctx) => (await findExecutives(ctx)).map(({ position }) => position)
const faulty = (faults: object) => ({ ok: false, error: { code: 'look.faults', faults } })
const done = { ok: true, value: true }

describe('adding and changing', () => {
  test('who is added stands behind the others, with telephone and mail as they are written everywhere', async () => {
    const ctx = await aCoordinator(database)
    await added(ctx, 'ก')
    const typed = typedOf('  สมชาย   ตัวอย่าง ', {
      nameEn: 'Somchai Example',
      telephone: '๐ ๒๖๑๒ ๖๐๐๐ ต่อ ๑๒',
      email: 'Somchai@AGENCY.example',
    })
    const saved = await saveExecutive(ctx, { typed, picture: 'none', of: null })
    const [, second] = await findExecutives(ctx)
    expect(second).toEqual({
      id: saved.ok && saved.value,
      name: { th: 'สมชาย ตัวอย่าง', en: 'Somchai Example' },
      title: { th: 'ผู้อำนวยการ', en: null },
      telephone: '0 2612 6000 ต่อ 12',
      email: 'somchai@agency.example',
      picture: null,
      position: 2,
      version: 1,
    })
  })

  test.each<[TypedForm, object]>([
    [{ nameTh: ' ' }, { nameTh: 'executive.no-name' }],
    [{ nameTh: '', nameEn: 'Somchai' }, { nameTh: 'executive.no-name' }],
    [{ titleTh: null }, { titleTh: 'executive.no-position' }],
    [{ nameTh: 'ก'.repeat(201) }, { nameTh: 'executive.too-long' }],
    [{ titleEn: 'a'.repeat(201) }, { titleEn: 'executive.too-long' }],
    [{ telephone: 'โทร' }, { telephone: 'executive.bad-telephone' }],
    [
      { email: 'x', telephone: '1' },
      { email: 'executive.bad-email', telephone: 'executive.bad-telephone' },
    ],
  ])('%o is refused at its own field, and nobody is added', async (given, faults) => {
    const ctx = await aCoordinator(database)
    expect(await saveExecutive(ctx, { typed: typedOf('ก', given), picture: 'none', of: null })).toEqual(
      faulty(faults),
    )
    expect(await findExecutives(ctx)).toEqual([])
    expect(await auditOf(database, ctx)).toEqual([])
  })

  test('a change keeps the place; of two people at once the second is told and the first is kept', async () => {
    const ctx = await aCoordinator(database)
    const [first] = await three(ctx)
    const names = ['ง', 'จ']
    const results = await Promise.all(
      names.map((name) =>
        saveExecutive(ctx, { typed: typedOf(name), picture: 'keep', of: { id: first, seenVersion: 1 } }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: first }])
    expect(results.filter(({ ok }) => !ok)).toEqual([faulty({ '': 'executive.clash' })])
    expect(await order(ctx)).toBe(`${names[results.findIndex(({ ok }) => ok)]}ขค`)
    expect((await findExecutives(ctx))[0]).toMatchObject({ id: first, version: 2 })
  })

  test('two who are added at once stand in two places', async () => {
    const ctx = await aCoordinator(database)
    await Promise.all([added(ctx, 'ก'), added(ctx, 'ข')])
    expect(await places(ctx)).toEqual([1, 2])
  })

  test('a portrait becomes public with what it shows, and stays where it is kept', async () => {
    const ctx = await aCoordinator(database)
    const { id: evidenceId, sha256 } = await anEvidenceFile(ctx, {
      fileName: 'ก.jpg',
      mediaType: 'image/jpeg',
    })
    const picture = { evidenceId, altTh: 'ภาพถ่าย', altEn: 'Portrait' }
    const saved = await saveExecutive(ctx, { typed: typedOf('ก'), picture, of: null })
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    const of = { id: saved.value, seenVersion: 1 }
    await saveExecutive(ctx, { typed: typedOf('ข'), picture: 'keep', of })
    expect(await findExecutives(ctx)).toMatchObject([
      { name: { th: 'ข' }, picture: { sha256, fileName: 'ก.jpg', alt: { th: 'ภาพถ่าย', en: 'Portrait' } } },
    ])
    expect(await findPublicFile(ctx, { sha256, fileName: 'ก.jpg', isScanning: false })).toMatchObject({
      isOpen: true,
    })
    const closed = { ...picture, altTh: '' }
    expect(
      await saveExecutive(ctx, { typed: typedOf('ข'), picture: closed, of: { ...of, seenVersion: 2 } }),
    ).toEqual(faulty({ altTh: 'picture.no-words' }))
  })
})

describe('their order', () => {
  test('one moves by a place at a time, and nobody beyond the ends', async () => {
    const ctx = await aCoordinator(database)
    const [first, , last] = await three(ctx)
    expect(await placeExecutive(ctx, { id: last, to: 'up' })).toEqual(done)
    expect(await order(ctx)).toBe('กคข')
    expect(await placeExecutive(ctx, { id: first, to: 'down' })).toEqual(done)
    expect(await order(ctx)).toBe('คกข')
    const before = (await auditOf(database, ctx)).length
    expect(await placeExecutive(ctx, { id: last, to: 'up' })).toEqual({ ok: true, value: false })
    expect(await order(ctx)).toBe('คกข')
    expect(await auditOf(database, ctx)).toHaveLength(before)
  })

  test('two moves at once are both made, and every place is held by one', async () => {
    const ctx = await aCoordinator(database)
    const [first, , last] = await three(ctx)
    const moves = [
      placeExecutive(ctx, { id: first, to: 'down' }),
      placeExecutive(ctx, { id: last, to: 'up' }),
    ]
    expect(await Promise.all(moves)).toEqual([done, done])
    // Whoever came first: ก goes behind ข and ค before ก, or ค before ข and ก behind ค.
    expect(['ขคก', 'คกข']).toContain(await order(ctx))
    expect(await places(ctx)).toEqual([1, 2, 3])
  })

  test('who is taken out leaves no gap, is shown no more, and neither moves, changes nor goes again', async () => {
    const ctx = await aCoordinator(database)
    const [, second] = await three(ctx)
    expect(await placeExecutive(ctx, { id: second, to: 'out' })).toEqual(done)
    expect(await order(ctx)).toBe('กค')
    expect(await places(ctx)).toEqual([1, 2])
    const unknown = faulty({ '': 'executive.unknown' })
    for (const to of ['out', 'up'] as const)
      for (const id of [second, randomUUID(), 'none', ''])
        expect(await placeExecutive(ctx, { id, to })).toEqual(unknown)
    const again = { typed: typedOf('ข'), picture: 'keep', of: { id: second, seenVersion: 1 } } as const
    expect(await saveExecutive(ctx, again)).toEqual(unknown)
    await added(ctx, 'ง')
    expect(await places(ctx)).toEqual([1, 2, 3])
    expect(await order(ctx)).toBe('กคง')
  })
})

test('the log says who was added, changed, moved and taken out', async () => {
  const ctx = await aCoordinator(database)
  const [first, second] = [await added(ctx, 'ก'), await added(ctx, 'ข')]
  await saveExecutive(ctx, { typed: typedOf('ค'), picture: 'none', of: { id: second, seenVersion: 1 } })
  await placeExecutive(ctx, { id: second, to: 'up' })
  await placeExecutive(ctx, { id: first, to: 'out' })
  expect(await auditOf(database, ctx)).toEqual([
    { action: 'executive.added', object_id: first, detail: { picture: false } },
    { action: 'executive.added', object_id: second, detail: { picture: false } },
    { action: 'executive.changed', object_id: second, detail: { picture: false } },
    { action: 'executive.changed', object_id: second, detail: { place: 1 } },
    { action: 'executive.removed', object_id: first, detail: {} },
  ])
})

test('those who lead one agency are neither seen, changed, moved nor taken out by another', async () => {
  const [ctx, other] = [await aCoordinator(database), await aCoordinator(database)]
  const [first] = await three(ctx)
  expect(await findExecutives(other)).toEqual([])
  const unknown = faulty({ '': 'executive.unknown' })
  const change = { typed: typedOf('ง'), picture: 'none', of: { id: first, seenVersion: 1 } } as const
  expect(await saveExecutive(other, change)).toEqual(unknown)
  for (const to of ['up', 'down', 'out'] as const)
    expect(await placeExecutive(other, { id: first, to })).toEqual(unknown)
  await added(other, 'ฮ')
  expect(await order(ctx)).toBe('กขค')
  expect(await order(other)).toBe('ฮ')
  expect(await places(other)).toEqual([1])
})
