import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { writeTable } from '../../../platform/office-files/write-table.server.ts'
import { listScores } from '../score.queries.server.ts'
import { importScores } from './import-scores.server.ts'
import { previewScores } from './preview-scores.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const HEAD = ['ปี', 'ข้อ', 'คะแนน']
const csv = (...rows: string[][]) =>
  new TextEncoder().encode([HEAD, ...rows].map((row) => row.join(',')).join('\n'))

async function bringIn(ctx: Ctx, bytes: Uint8Array) {
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) return previewed
  return importScores(ctx, { bytes, fileName: 'scores.csv', sourceNote: null, seen: previewed.value.seen })
}

describe('results of the assessment', () => {
  it('are kept with where they come from, and the same file again changes nothing', async () => {
    const ctx = await anAgency(database)
    const bytes = csv(['2566', 'e1', '77.33'], ['2567', 'e1', '89.1'])
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 2, corrected: 0 } })
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 0, corrected: 0 } })
    expect(await listScores(ctx)).toMatchObject([
      { year: 2567, ref: '2567:e1', value: '89.10', source: { fileName: 'scores.csv', sheet: null, row: 3 } },
      { year: 2566, ref: '2566:e1', value: '77.33', source: { row: 2 } },
    ])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toContain('score-sheet.imported')
  })

  it('come out of a workbook, too', async () => {
    const ctx = await anAgency(database)
    const look = { sheet: 'ผลคะแนน', widths: [8, 8, 8] }
    const { bytes } = await writeTable([HEAD, ['2567', 'ind6', '92.79']], { format: 'xlsx', name: 'x', look })
    expect(await bringIn(ctx, bytes)).toMatchObject({ ok: true })
    expect(await listScores(ctx)).toMatchObject([{ ref: '2567:ind6', source: { sheet: 'ผลคะแนน', row: 2 } }])
  })

  it('a correction takes the place of a score, and the score before it stays, superseded', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, csv(['2567', 'e1', '89.10']))
    expect(await bringIn(ctx, csv(['2567', 'e1', '89.01']))).toMatchObject({ value: { corrected: 1 } })
    expect((await listScores(ctx)).map(({ value }) => value)).toEqual(['89.01'])
    const kept = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.selectFrom('assessment_score').select('value').orderBy('value').execute(),
    )
    expect(kept).toEqual([{ value: '89.01' }, { value: '89.10' }])
    const overwrite = withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.updateTable('assessment_score').set({ value: '1.00' }).execute(),
    )
    await expect(overwrite).rejects.toThrow(/permission denied/)
  })

  it('a file with one wrong cell is refused whole', async () => {
    const ctx = await anAgency(database)
    expect(await bringIn(ctx, csv(['2567', 'e1', '89.10'], ['2567', 'e2', 'สูง']))).toMatchObject({
      ok: false,
      error: { code: 'figures.refused', cells: [{ code: 'figure.bad-value', row: 3, column: 3 }] },
    })
    expect(await listScores(ctx)).toEqual([])
  })

  it('what is no sheet is refused with its reason', async () => {
    const ctx = await anAgency(database)
    for (const [bytes, code] of [
      [new Uint8Array(), 'figures.no-file'],
      [new TextEncoder().encode('%PDF-1.7 x'), 'figures.unknown-format'],
      [new Uint8Array(5_000_001).fill(65), 'figures.too-large'],
    ] as const)
      expect(await previewScores(ctx, { bytes })).toEqual({ ok: false, error: { code, cells: [] } })
  })

  it('only what was seen is imported', async () => {
    const ctx = await anAgency(database)
    const bytes = csv(['2567', 'e1', '89.10'])
    const previewed = await previewScores(ctx, { bytes })
    await bringIn(ctx, csv(['2567', 'e1', '1.00']))
    if (!previewed.ok) throw new Error('previewed')
    const { seen } = previewed.value
    expect(await importScores(ctx, { bytes, fileName: 'x', sourceNote: null, seen })).toMatchObject({
      ok: false,
      error: { code: 'score.changed-since' },
    })
  })

  it('a unit owner reads them and brings none in; another agency sees none', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, csv(['2567', 'e1', '89.10']))
    const owner = as(ctx, '00000000-0000-4000-8000-000000000001', ['unit-owner'])
    expect(await bringIn(owner, csv(['2567', 'e1', '1.00']))).toMatchObject({
      ok: false,
      error: { code: 'permission.refused', act: 'score.import' },
    })
    expect(await listScores(await anAgency(database))).toEqual([])
  })
})
