import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findDataChecks } from '../checks/checks.queries.server.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { findYearResults, listResultYears } from './year-results.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function bringIn(ctx: Ctx, fileName: string, ...rows: readonly string[]) {
  const bytes = new TextEncoder().encode(['ปี,ข้อ,คะแนน', ...rows].join('\n'))
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importScores(ctx, { bytes, fileName, sourceNote: null, seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

/** A total as a sheet prints it, in the import that came last. */
const printTotal = (ctx: Ctx, id: string, value: string, superseded: Date | null = null) =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const { id: importId } = await tx
      .selectFrom('score_import')
      .select('id')
      .orderBy('imported_at', 'desc')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('assessment_total')
      .values({
        agency_id: ctx.agency.id,
        id,
        import_id: importId,
        year: 2567,
        part: 'total',
        value,
        out_of: '100',
        row_number: 9,
        superseded_at: superseded,
      })
      .execute()
  })

describe('what stands of a year', () => {
  it('is its scores in order and its printed totals, without what was corrected; years come newest first', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, 'scores.csv', '2566,e1,77.33', '2567,e9,88.00', '2567,e2,90.87')
    await printTotal(ctx, '00000000-0000-4000-8000-000000000011', '90.00', ctx.now())
    await printTotal(ctx, '00000000-0000-4000-8000-000000000012', '91.25')
    expect(await listResultYears(ctx)).toEqual([2567, 2566])
    expect(await findYearResults(ctx, 2567)).toMatchObject({
      year: 2567,
      scores: [{ ref: '2567:e2' }, { ref: '2567:e9' }],
      totals: [{ part: 'total', value: '91.25', outOf: '100', source: { fileName: 'scores.csv', row: 9 } }],
    })
    expect(await findYearResults(ctx, 2568)).toEqual({ year: 2568, scores: [], totals: [] })
    expect(await listResultYears(await anAgency(database))).toEqual([])
  })
})

describe('the checks of what stands', () => {
  it('say of a year that came twice which files brought it and on which days, corrected figures included', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, 'first.csv', '2566,e1,77.33', '2567,e1,89.10', '2567,e2,90.87')
    await bringIn(at(ctx, '2024-10-03T03:00:00Z'), 'second.csv', '2567,e1,89.01')
    const { years, found } = await findDataChecks(ctx)
    expect(years).toEqual([2567, 2566])
    expect(found).toEqual([
      {
        code: 'imported-again',
        year: 2567,
        severity: 'info',
        imports: [
          { year: 2567, fileName: 'first.csv', day: '2024-10-01', figures: 2 },
          { year: 2567, fileName: 'second.csv', day: '2024-10-03', figures: 1 },
        ],
      },
    ])
  })

  it('of an agency without results find nothing', async () => {
    expect(await findDataChecks(await anAgency(database))).toEqual({ years: [], found: [] })
  })
})
