import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { catalogueStamp, loadCatalogue } from '../../catalogue/index.server.ts'
import { findYearResults } from '../results/year-results.queries.server.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { changesSince } from './changes-since.domain.ts'
import { findSnapshot, listSnapshots } from './snapshot.queries.server.ts'
import { keepSnapshot } from './usecases/keep-snapshot.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function bringIn(ctx: Ctx, ...rows: readonly string[]): Promise<void> {
  const bytes = new TextEncoder().encode(['ปี,ข้อ,คะแนน,ผู้ตอบ', ...rows].join('\n'))
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importScores(ctx, { bytes, fileName: 'scores.csv', sourceNote: null, seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

async function kept(ctx: Ctx, name: string): Promise<string> {
  const made = await keepSnapshot(ctx, { name })
  return made.ok ? made.value.id : expect.fail(JSON.stringify(made.error))
}

describe('snapshots of results', () => {
  it('keep every figure with where it comes from, the catalogue and a hash, by whom and when', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2566,e1,77.33,400', '2567,e1,89.10,', '2567,ind6,92.79,')
    const id = await kept(ctx, '  ก่อนทักท้วง  ปี 2567 ')
    const [listed] = await listSnapshots(ctx)
    expect(listed).toMatchObject({ id, name: 'ก่อนทักท้วง ปี 2567', years: [2567, 2566], madeBy: 'test' })
    expect(listed?.madeAt).toEqual(ctx.now())

    const found = await findSnapshot(ctx, id)
    expect(found?.results).toEqual([await findYearResults(ctx, 2566), await findYearResults(ctx, 2567)])
    const { rows } = await database.owner.query('select content from score_snapshot where id = $1', [id])
    expect(rows[0].content.catalogue).toEqual(catalogueStamp(loadCatalogue()))
    expect(contentHash(rows[0].content)).toBe(listed?.contentHash)
    expect(await auditOf(database, ctx)).toContainEqual(
      expect.objectContaining({
        action: 'snapshot.made',
        object_id: id,
        detail: { name: 'ก่อนทักท้วง ปี 2567', contentHash: listed?.contentHash, years: '2567, 2566' },
      }),
    )
  })

  it('stay what they were when a score is corrected, and say what was', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2567,e1,89.10,400', '2567,e2,90.87,')
    const id = await kept(ctx, 'รอบแรก')
    await bringIn(ctx, '2567,e1,89.01,400', '2567,e4,85.68,')
    const found = (await findSnapshot(ctx, id)) ?? expect.fail('no snapshot')
    const was = found.results.find(({ year }) => year === 2567) ?? expect.fail('no year')
    expect(was.scores.map(({ value }) => value)).toEqual(['89.10', '90.87'])
    const figure = { outOf: '100', nRequired: null }
    expect(changesSince(was, await findYearResults(ctx, 2567))).toEqual({
      changed: [
        {
          of: '2567:e1',
          was: { ...figure, value: '89.10', nAnswered: 400 },
          now: { ...figure, value: '89.01', nAnswered: 400 },
        },
        { of: '2567:e4', was: null, now: { ...figure, value: '85.68', nAnswered: null } },
      ],
      same: 1,
    })
  })

  it('are never changed or removed, by nobody who works through the program', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2567,e1,89.10,')
    await kept(ctx, 'ไม่เปลี่ยน')
    const within = (work: Parameters<typeof withAgency<unknown>>[2]) =>
      withAgency(ctx.db, ctx.agency.id, work)
    await expect(
      within((tx) => tx.updateTable('score_snapshot').set({ name: 'อื่น' }).execute()),
    ).rejects.toThrow(/permission denied/)
    await expect(within((tx) => tx.deleteFrom('score_snapshot').execute())).rejects.toThrow(
      /permission denied/,
    )
  })

  it('one whose content is not what was hashed is not shown', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2567,e1,89.10,')
    const id = await kept(ctx, 'ถูกแก้')
    await database.owner.query(
      `update score_snapshot set content = jsonb_set(content, '{years,0,scores,0,value}', '"99.99"') where id = $1`,
      [id],
    )
    await expect(findSnapshot(ctx, id)).rejects.toThrow(/is not what was hashed/)
  })

  it('a name is given once, also when two give it at the same moment', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2567,e1,89.10,')
    const both = await Promise.all([
      keepSnapshot(ctx, { name: 'พร้อมกัน' }),
      keepSnapshot(ctx, { name: 'พร้อมกัน' }),
    ])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await keepSnapshot(ctx, { name: ' พร้อมกัน' })).toEqual({
      ok: false,
      error: { code: 'snapshot.name-taken' },
    })
    expect(await listSnapshots(ctx)).toHaveLength(1)
  })

  it('need a name and something to keep', async () => {
    const ctx = await anAgency(database)
    const refused = async (name: string) => {
      const made = await keepSnapshot(ctx, { name })
      return made.ok ? null : made.error.code
    }
    expect(await refused('ว่าง')).toBe('snapshot.no-results')
    await bringIn(ctx, '2567,e1,89.10,')
    expect(await refused(' \n ')).toBe('snapshot.no-name')
    expect(await refused('ก'.repeat(121))).toBe('snapshot.name-too-long')
  })

  it('are made by coordinators, seen by who reads scores, and by no other agency', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, '2567,e1,89.10,')
    const id = await kept(ctx, 'ของเรา')
    const owner = as(ctx, '00000000-0000-4000-8000-000000000001', ['unit-owner'])
    expect(await keepSnapshot(owner, { name: 'ของฝ่าย' })).toMatchObject({
      ok: false,
      error: { code: 'permission.refused', act: 'snapshot.make' },
    })
    const other = await anAgency(database)
    expect(await listSnapshots(other)).toEqual([])
    expect(await findSnapshot(other, id)).toBeNull()
    expect(await findSnapshot(ctx, 'no-uuid')).toBeNull()
    await bringIn(other, '2567,e1,50.00,')
    expect(await keepSnapshot(other, { name: 'ของเรา' })).toMatchObject({ ok: true })
  })
})
