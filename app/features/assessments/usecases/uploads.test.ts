import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, at, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findYearResults } from '../results/year-results.queries.server.ts'
import { listImports } from '../uploads/imports.queries.server.ts'
import { listMappings } from '../uploads/mappings.queries.server.ts'
import { sweepResultUploads } from '../uploads/sweeping.server.ts'
import { findUpload } from '../uploads/upload.queries.server.ts'
import { changeMapping } from './change-mapping.server.ts'
import { dropUpload } from './drop-upload.server.ts'
import { importScores } from './import-scores.server.ts'
import { keepUpload } from './keep-upload.server.ts'
import { mapUpload } from './map-upload.server.ts'
import { previewScores } from './preview-scores.server.ts'
import { saveMapping } from './save-mapping.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const FILE = csv('ปี,คะแนนรวม,IIT,EIT,OIT,ระดับ', '2567,90,27,27,36,ผ่านดี')

async function kept(ctx: Ctx, bytes = FILE) {
  const result = await keepUpload(ctx, {
    purpose: 'scores',
    bytes,
    fileName: 'totals.csv',
    sourceNote: 'ITAS',
  })
  const upload = result.ok ? await findUpload(ctx, result.value.id) : null
  return upload ?? expect.fail(JSON.stringify(result))
}
type Kept = Awaited<ReturnType<typeof kept>>

async function seenOf(ctx: Ctx, { content, mapping }: Kept) {
  const previewed = await previewScores(ctx, { bytes: content, mapping })
  return previewed.ok ? previewed.value : expect.fail(previewed.error.code)
}
const confirmed = (ctx: Ctx, upload: Kept, seen: string) =>
  importScores(ctx, {
    bytes: upload.content,
    fileName: upload.fileName,
    sourceNote: upload.sourceNote,
    mapping: upload.mapping,
    uploadId: upload.id,
    seen,
  })

describe('a file of results', () => {
  it('waits until it is confirmed, then comes in once with its totals, and is listed with how it was read', async () => {
    const ctx = await anAgency(database)
    const upload = await kept(ctx)
    expect((await findYearResults(ctx, 2567)).totals).toEqual([])
    const { seen, recomputed } = await seenOf(ctx, upload)
    expect(recomputed).toMatchObject([{ year: 2567, mismatches: [] }])
    expect(await confirmed(ctx, upload, seen)).toEqual({ ok: true, value: { added: 5, corrected: 0 } })
    expect(await confirmed(ctx, upload, seen)).toMatchObject({ error: { code: 'upload.gone' } })
    expect((await findYearResults(ctx, 2567)).totals).toMatchObject([
      { part: 'IIT', value: '27.00', outOf: '30' },
      { part: 'EIT', value: '27.00', outOf: '30' },
      { part: 'OIT', value: '36.00', outOf: '40' },
      { part: 'total', value: '90.00', outOf: '100' },
      { part: 'level', value: 'good', outOf: null },
    ])
    expect(await listImports(ctx)).toMatchObject([
      {
        fileName: 'totals.csv',
        sourceNote: 'ITAS',
        brought: 5,
        standing: 5,
        mapping: { columns: upload.mapping?.columns },
      },
    ])
    expect(
      (await auditOf(database, ctx)).filter(({ action }) => action === 'score-sheet.imported'),
    ).toHaveLength(1)
  })

  it('a total that is corrected is superseded and stays, and every mismatch with what is printed is told', async () => {
    const ctx = await anAgency(database)
    const first = await kept(ctx)
    await confirmed(ctx, first, (await seenOf(ctx, first)).seen)
    const second = await kept(ctx, csv('ปี,คะแนนรวม', '2567,91'))
    const { plan, recomputed, seen } = await seenOf(ctx, second)
    expect(plan).toMatchObject({
      totals: [{ part: 'total', kind: 'corrected', was: '90.00', value: '91.00' }],
    })
    expect(recomputed[0]?.mismatches).toMatchObject([{ of: 'total', printed: '91.00', computed: '90.00' }])
    expect(await confirmed(ctx, second, seen)).toMatchObject({ value: { corrected: 1 } })
    const values = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx
        .selectFrom('assessment_total')
        .select('value')
        .where('part', '=', 'total')
        .orderBy('value')
        .execute(),
    )
    expect(values).toEqual([{ value: '90.00' }, { value: '91.00' }])
  })

  it('what changed in between is shown again, and the file still waits', async () => {
    const ctx = await anAgency(database)
    const upload = await kept(ctx)
    const { seen } = await seenOf(ctx, upload)
    const other = await kept(ctx, csv('ปี,คะแนนรวม', '2567,70'))
    await confirmed(ctx, other, (await seenOf(ctx, other)).seen)
    expect(await confirmed(ctx, upload, seen)).toMatchObject({ error: { code: 'score.changed-since' } })
    expect(await findUpload(ctx, upload.id)).not.toBeNull()
  })

  it('of several agencies asks which is this one, and knows the one that has its name', async () => {
    const ctx = await anAgency(database)
    const bytes = csv('หน่วยงาน,ปี,คะแนนรวม', 'กรมหนึ่ง,2567,90', 'กรมสอง,2567,80')
    const upload = await kept(ctx, bytes)
    expect(await previewScores(ctx, { bytes, mapping: upload.mapping })).toMatchObject({
      error: { code: 'figures.ask-agency' },
    })
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.updateTable('agency').set({ name_th: 'กรม สอง' }).where('id', '=', ctx.agency.id).execute(),
    )
    const { plan } = await seenOf(ctx, await kept(ctx, bytes))
    expect(plan.totals).toMatchObject([{ value: '80.00' }])
  })

  it('goes after a day, when it is cancelled, and is seen by nobody of another agency', async () => {
    const ctx = await anAgency(database)
    const upload = await kept(ctx)
    expect(await findUpload(await anAgency(database), upload.id)).toBeNull()
    expect(await findUpload(ctx, 'x')).toBeNull()
    const tomorrow = at(ctx, '2024-10-02T03:00:01Z')
    expect(await findUpload(tomorrow, upload.id)).toBeNull()
    const next = await kept(tomorrow)
    const waiting = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.selectFrom('result_upload').select('id').execute(),
    )
    expect(waiting).toEqual([{ id: next.id }])
    await dropUpload(tomorrow, next)
    expect(await findUpload(tomorrow, next.id)).toBeNull()
    expect(await mapUpload(tomorrow, { upload: next, mapping: next.mapping ?? expect.fail() })).toMatchObject(
      {
        error: { code: 'upload.gone' },
      },
    )
  })

  it('goes after a day also where no other comes, and a younger one stays', async () => {
    const ctx = await anAgency(database)
    const upload = await kept(ctx)
    const sweptAt = (instant: string) => sweepResultUploads([ctx], new Date(instant))
    await sweptAt('2024-10-02T02:59:00Z')
    expect(await findUpload(ctx, upload.id)).not.toBeNull()
    await sweptAt('2024-10-02T03:00:01Z')
    expect(await findUpload(ctx, upload.id)).toBeNull()
  })

  it('of another kind, or sent by who may not, is not kept', async () => {
    const ctx = await anAgency(database)
    const owner = as(ctx, '00000000-0000-4000-8000-000000000001', ['unit-owner'])
    const sent = { purpose: 'scores', fileName: 'x', sourceNote: null } as const
    expect(await keepUpload(owner, { ...sent, bytes: FILE })).toMatchObject({
      error: { code: 'permission.refused', act: 'score.import' },
    })
    expect(await keepUpload(ctx, { ...sent, bytes: csv('%PDF-1.7') })).toMatchObject({
      error: { code: 'figures.unknown-format' },
    })
  })
})

describe('how a file is read', () => {
  it('is kept by its heads for the next file, without the year, renamed and removed', async () => {
    const ctx = await anAgency(database)
    const bytes = csv('ก,ข', 'e1,80')
    const upload = await kept(ctx, bytes)
    const mapping = {
      ...(upload.mapping ?? expect.fail()),
      columns: [
        { head: 'ก', means: 'item' as const },
        { head: 'ข', means: 'value' as const },
      ],
      year: 2567,
    }
    expect(await mapUpload(ctx, { upload, mapping })).toMatchObject({ ok: true })
    const mapped = (await findUpload(ctx, upload.id)) ?? expect.fail()
    expect((await seenOf(ctx, mapped)).plan.scores).toMatchObject([{ ref: '2567:e1', value: '80.00' }])

    await saveMapping(ctx, { upload: mapped, name: 'ไฟล์ ก' })
    await saveMapping(ctx, { upload: mapped, name: 'ไฟล์ ข' })
    const [saved] = await listMappings(ctx)
    expect(saved).toMatchObject({ name: 'ไฟล์ ข', purpose: 'scores' })
    const next = await kept(ctx, csv('ข,ก', '81,e2'))
    expect(next.mapping).toEqual({ ...mapping, year: null })

    await changeMapping(ctx, { id: saved?.id ?? '', name: 'อีกชื่อ' })
    expect(await listMappings(ctx)).toMatchObject([{ name: 'อีกชื่อ' }])
    await changeMapping(ctx, { id: saved?.id ?? '', name: null })
    expect(await listMappings(ctx)).toEqual([])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['result-mapping.saved', 'result-mapping.removed']),
    )
  })
})
