import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { aDataset } from '../../../tests/support/dataset-builders.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { DatasetSource } from './dataset-source.server.ts'
import { createOpenData } from './open-data.server.ts'
import { openDataPages } from './open-data-pages.server.ts'

let database: TestDatabase
let [one, two]: Ctx[] = []
beforeAll(async () => {
  database = await freshDatabase()
  one = await anAgency(database)
  two = await anAgency(database)
})
afterAll(() => database.drop())
const agencies = (): [Ctx, Ctx] => [one as Ctx, two as Ctx]

const opened = (source: DatasetSource, more: Partial<Parameters<typeof createOpenData>[0]> = {}) => {
  const logged: { detail: object; message: string }[] = []
  const openData = createOpenData({
    sources: [source],
    licenseOf: async () => null,
    log: { warn: (detail, message) => logged.push({ detail, message }) },
    ...more,
  })
  return { openData, logged }
}

describe('a register that is handed out', () => {
  test('leaves out a row that does not fit its schema, and says in the log which, without its words', async () => {
    const [ctx] = agencies()
    const { openData, logged } = opened(
      aDataset([{ id: 'a' }, { id: null, amount: 7 }, { id: 'secret words', amount: 'none' }]),
    )
    const found = await openData.find(ctx, 'gifts')
    expect(found?.rows).toEqual([{ id: 'a', year: null, amount: null }])
    expect(found?.faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 value-missing',
      '3 value-of-other-type',
    ])
    expect(logged.map(({ message }) => message)).toEqual(['dataset-does-not-fit'])
    expect(JSON.stringify(logged)).not.toContain('secret words')
    const json = found?.files.find(({ form }) => form === 'json')
    expect(JSON.parse(new TextDecoder().decode(json?.bytes))).toHaveLength(1)
  })

  test('is bounded, and says how many rows it has beyond', async () => {
    const [ctx] = agencies()
    const { openData } = opened(aDataset(Array.from({ length: 7 }, (_, at) => ({ id: String(at) }))), {
      mostRows: 5,
    })
    const found = await openData.find(ctx, 'gifts')
    expect([found?.rows.length, found?.beyond]).toEqual([5, 2])
  })

  test('is read once for everybody, for each agency its own, until something is published', async () => {
    const [ctx, other] = agencies()
    const asked: string[] = []
    const source = aDataset([], {
      rows: async ({ agency }) => {
        asked.push(agency.code)
        return [{ id: agency.code }]
      },
    })
    const { openData } = opened(source)
    const idOf = async (who: Ctx) => (await openData.find(who, 'gifts'))?.rows[0]?.id
    expect(await Promise.all([idOf(ctx), idOf(other), idOf(ctx)])).toEqual([
      ctx.agency.code,
      other.agency.code,
      ctx.agency.code,
    ])
    expect(asked).toEqual([ctx.agency.code, other.agency.code])
    openData.forget()
    await idOf(ctx)
    expect(asked).toHaveLength(3)
  })

  test('is read again after its time, and after it could not be read', async () => {
    const [ctx] = agencies()
    let [now, asked] = [0, 0]
    const source = aDataset([], {
      rows: async () => {
        asked += 1
        if (asked === 1) throw new Error('away')
        return []
      },
    })
    const { openData } = opened(source, { now: () => now, lifetimeMs: 1000 })
    await expect(openData.find(ctx, 'gifts')).rejects.toThrow('away')
    await openData.find(ctx, 'gifts')
    now = 1000
    await openData.find(ctx, 'gifts')
    expect(asked).toBe(2)
    now = 1001
    await openData.find(ctx, 'gifts')
    expect(asked).toBe(3)
  })

  test('is not there under another name', async () => {
    const [ctx] = agencies()
    expect(await opened(aDataset()).openData.find(ctx, 'constructor')).toBeNull()
  })
})

test('the list and every register are public pages, found by their words in both languages', async () => {
  const [ctx] = agencies()
  const pages = await openDataPages([aDataset()])(ctx)
  expect(pages.map(({ address }) => address)).toEqual(['/data', '/data/gifts'])
  expect(pages[1]).toMatchObject({
    title: { th: 'ทะเบียนของขวัญ', en: 'Register of gifts' },
    isTranslated: true,
  })
  expect(pages[1]?.text.en).toContain('No Gift Policy')
  expect(pages[0]?.changedAt).toEqual(new Date('2024-12-01T02:00:00Z'))
})
