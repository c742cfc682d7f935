import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../../tests/support/working-builders.ts'
import { aValue } from '../../../../kernel/field.ts'
import { plain } from '../../../../kernel/rich-text.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { readCells } from '../../../../platform/office-files/read-cells.server.ts'
import { writeTable } from '../../../../platform/office-files/write-table.server.ts'
import { changeMeasure } from '../../measures/facts/usecases/change-measure.server.ts'
import { findWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import { writeErrorFile } from '../error-file.server.ts'
import { readSheetCells } from '../read-sheet-file.server.ts'
import { exportMeasureSheet } from './export-measure-sheet.server.ts'
import { importMeasureSheet } from './import-measure-sheet.server.ts'
import { previewMeasureSheet } from './preview-measure-sheet.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const fiscalYear = 2568
const look = { sheet: 'x', widths: [] }

async function aYear() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx, { fiscalYear })
  const issueId = await anIssueAtWork(ctx, { cycleId, title: 'การให้บริการ' })
  const unit = await aUnit(ctx, 'CSR')
  await aUnit(ctx, 'DCM')
  const measureId = await aMeasureAtWork(ctx, {
    cycleId,
    issueId,
    unitIds: [unit],
    summary: aValue([
      {
        kind: 'list',
        ordered: false,
        items: [
          { level: 1, runs: [{ text: 'ประชุม ' }, { text: 'สองครั้ง', strong: true }] },
          { level: 2, runs: [{ text: 'ครั้งแรก' }] },
        ],
      },
    ]),
    budget: { state: 'none', declaredBy: 'ก', declaredOn: '2024-10-01' },
    period: aValue({ written: 'ม.ค. ถึง มี.ค. 68', start: '2025-01-01', end: '2025-03-31' }),
  })
  return { ctx, issueId, measureId }
}

async function exported(ctx: Ctx, format: 'xlsx' | 'csv' = 'xlsx') {
  const file = await exportMeasureSheet(ctx, { fiscalYear, format, lang: 'th' })
  if (!file.ok) throw new Error(file.error.code)
  return file.value.bytes
}
async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  const limits = { bytes: 5_000_000, rows: 5000, columns: 100 }
  const read = await readCells(bytes, { limits, thaiWords: [], keepsBlanks: true })
  if (!read.ok) throw new Error(read.error)
  return (read.value[0]?.rows ?? []).map((row) => row.map(({ text }) => text))
}
const asFile = async (table: readonly (readonly string[])[], format: 'xlsx' | 'csv' = 'xlsx') =>
  (await writeTable(table, { format, name: 'x', look })).bytes
async function bringIn(ctx: Ctx, bytes: Uint8Array) {
  const previewed = await previewMeasureSheet(ctx, { fiscalYear, bytes })
  return previewed.ok ? importMeasureSheet(ctx, { fiscalYear, bytes, seen: previewed.value.seen }) : previewed
}
const column = (table: string[][], head: string) => table[0]?.indexOf(head) ?? -1

describe('measures as a sheet', () => {
  it.each(['xlsx', 'csv'] as const)('as %s go out and come back unchanged', async (format) => {
    const { ctx } = await aYear()
    const before = await findWorkingCycle(ctx, fiscalYear)
    const bytes = await exported(ctx, format)
    expect(await previewMeasureSheet(ctx, { fiscalYear, bytes })).toMatchObject({
      ok: true,
      value: { measures: [], unchanged: 1 },
    })
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 0, changed: 0 } })
    expect(await findWorkingCycle(ctx, fiscalYear)).toEqual(before)
  })

  it('a changed row changes its measure, a new row adds one, and a preview writes nothing', async () => {
    const { ctx, measureId } = await aYear()
    const table = await tableOf(await exported(ctx))
    const row = table[1] ?? []
    row[column(table, 'ผู้รับผิดชอบ')] = 'DCM, CSR'
    const added = row.map(() => '')
    added[column(table, 'ประเด็น')] = 'การให้บริการ'
    added[column(table, 'มาตรการ')] = 'จัดอบรม'
    added[column(table, 'เริ่ม')] = 'ก.พ. ๖๘'
    const bytes = await asFile([...table, added])
    const before = await findWorkingCycle(ctx, fiscalYear)
    const previewed = await previewMeasureSheet(ctx, { fiscalYear, bytes })
    expect(previewed).toMatchObject({
      ok: true,
      value: {
        measures: [
          { row: 2, kind: 'changed', fields: ['unitIds'] },
          { row: 3, kind: 'added', issue: 1, title: 'จัดอบรม' },
        ],
      },
    })
    expect(await findWorkingCycle(ctx, fiscalYear)).toEqual(before)
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 1, changed: 1 } })
    const measures = (await findWorkingCycle(ctx, fiscalYear))?.issues[0]?.measures
    expect(measures?.map(({ id, units }) => [id === measureId, units.map(({ code }) => code)])).toEqual([
      [true, ['DCM', 'CSR']],
      [false, []],
    ])
    expect(measures?.[1]?.facts.period).toMatchObject({ value: { start: '2025-02-01', end: '2025-02-28' } })
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'measure-sheet.imported',
      detail: { rows: 2, added: 1, changed: 1 },
    })
  })

  it('a first summary begins its measure', async () => {
    const { ctx } = await aYear()
    const [head = []] = await tableOf(await exported(ctx))
    const words: Readonly<Record<string, string>> = {
      ประเด็น: 'การให้บริการ',
      มาตรการ: 'จัดอบรม',
      [head.find((name) => name.startsWith('สรุปผล')) ?? '']: 'จัดแล้ว',
    }
    const bytes = await asFile([head, head.map((name) => words[name] ?? '')])
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 1, changed: 0 } })
    const table = await tableOf(await exported(ctx))
    const states = async () =>
      (await findWorkingCycle(ctx, fiscalYear))?.issues[0]?.measures.map(({ state }) => state)
    expect(await states()).toEqual(['not-started', 'working'])
    const row = table[1] ?? []
    row[head.indexOf(head.find((name) => name.startsWith('สรุปผล')) ?? '')] = 'ประชุมแล้ว'
    expect(await bringIn(ctx, await asFile(table))).toEqual({ ok: true, value: { added: 0, changed: 1 } })
    expect(await states()).toEqual(['working', 'working'])
  })

  it('a sheet with new rows that is confirmed twice adds them once', async () => {
    const { ctx } = await aYear()
    const [head = []] = await tableOf(await exported(ctx))
    const added = head.map((name) => ({ ประเด็น: 'การให้บริการ', มาตรการ: 'จัดอบรม' })[name] ?? '')
    const bytes = await asFile([head, added])
    const previewed = await previewMeasureSheet(ctx, { fiscalYear, bytes })
    const seen = previewed.ok ? previewed.value.seen : ''
    const both = await Promise.all([1, 2].map(() => importMeasureSheet(ctx, { fiscalYear, bytes, seen })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'sheet.changed-since' } })
    expect((await findWorkingCycle(ctx, fiscalYear))?.issues[0]?.measures).toHaveLength(2)
  })

  it('every cell that is wrong is told, nothing is kept, and the error file can be corrected and sent', async () => {
    const { ctx } = await aYear()
    const table = await tableOf(await exported(ctx))
    const row = table[1] ?? []
    row[column(table, 'ผู้รับผิดชอบ')] = 'XYZ'
    row[column(table, 'งบประมาณ (บาท)')] = 'มาก'
    const added = row.map(() => '')
    added[column(table, 'ประเด็นที่')] = '9'
    added[column(table, 'มาตรการ')] = 'จัดอบรม'
    const bytes = await asFile([...table, added])
    const refused = await previewMeasureSheet(ctx, { fiscalYear, bytes })
    if (refused.ok || !('cells' in refused.error)) throw new Error('not refused')
    expect(
      refused.error.cells.map(({ row: at, column: col, code }) => [at, table[0]?.[col - 1], code]),
    ).toEqual([
      [2, 'ผู้รับผิดชอบ', 'owners.unknown'],
      [2, 'งบประมาณ (บาท)', 'budget.unreadable'],
      [3, 'ประเด็นที่', 'sheet.unknown-issue'],
    ])
    const file = await writeErrorFile(
      { sheets: await readSheetCells(bytes), faults: refused.error.cells },
      { lang: 'th', name: 'errors' },
    )
    const told = await tableOf(file.bytes)
    expect(told[0]?.[0]).toBe('สิ่งที่ต้องแก้')
    expect(told[1]?.[0]).toMatch(/XYZ[\s\S]*มาก/u)
    expect(told[2]?.[0]).toContain('9')
    // Corrected, and sent as it is.
    const [, first = [], second = []] = told
    first[column(told, 'ผู้รับผิดชอบ')] = 'DCM'
    first[column(told, 'งบประมาณ (บาท)')] = '๑,๐๐๐'
    second[column(told, 'ประเด็นที่')] = '1'
    expect(await bringIn(ctx, await asFile(told))).toEqual({ ok: true, value: { added: 1, changed: 1 } })
  })

  it('what another changed after the export is not written over, and the cell is told', async () => {
    const { ctx, measureId } = await aYear()
    const table = await tableOf(await exported(ctx))
    await changeMeasure(ctx, { measureId, seenVersion: 1, typed: { text: 'แก้ในระบบ', dueDay: '30 ก.ย. 68' } })
    const row = table[1] ?? []
    row[column(table, 'มาตรการ')] = 'แก้ในไฟล์'
    expect(await bringIn(ctx, await asFile(table))).toMatchObject({
      ok: false,
      error: { cells: [{ row: 2, code: 'sheet.changed-meanwhile', value: 'test' }] },
    })
    // Other fields of the same measure come in beside the other's change.
    row[column(table, 'มาตรการ')] = 'จัดทำมาตรการทดสอบ'
    row[column(table, 'ประเภท')] = 'การอบรมและสร้างความเข้าใจ'
    expect(await bringIn(ctx, await asFile(table))).toMatchObject({ ok: true, value: { changed: 1 } })
    expect((await findWorkingCycle(ctx, fiscalYear))?.issues[0]?.measures[0]?.facts).toMatchObject({
      text: aValue(plain('แก้ในระบบ')),
      dueDay: '2025-09-30',
      kind: 'training',
    })
  })

  it('only what was seen is imported, by who may, in a year that is open', async () => {
    const { ctx } = await aYear()
    const bytes = await exported(ctx)
    expect(await importMeasureSheet(ctx, { fiscalYear, bytes, seen: 'x' })).toMatchObject({
      error: { code: 'sheet.changed-since' },
    })
    const owner = as(ctx, '00000000-0000-4000-8000-000000000001', ['unit-owner'])
    expect(await previewMeasureSheet(owner, { fiscalYear, bytes })).toMatchObject({
      error: { code: 'permission.refused', act: 'measure.change' },
    })
    expect(await previewMeasureSheet(ctx, { fiscalYear: 2570, bytes })).toMatchObject({
      error: { code: 'sheet.no-year' },
    })
    const other = await aYear()
    expect(await previewMeasureSheet(other.ctx, { fiscalYear, bytes })).toMatchObject({
      error: { cells: [{ code: 'sheet.unknown-measure' }] },
    })
  })

  it.each([
    [[['ก', 'ข']], 'sheet.no-head'],
    [[['มาตรการ', 'ประเด็นที่']], 'sheet.no-rows'],
    [
      [
        ['มาตรการ', 'สีโปรด'],
        ['x', 'y'],
      ],
      'sheet.unknown-column',
    ],
    [
      [
        ['มาตรการ', 'มาตรการ'],
        ['x', 'y'],
      ],
      'sheet.column-twice',
    ],
    [
      [
        ['มาตรการ', 'ประเด็นที่'],
        ['x', 'หนึ่ง'],
      ],
      'sheet.bad-issue',
    ],
    [
      [
        ['มาตรการ', 'รหัสแถว (อย่าแก้)'],
        ['x', 'abc'],
      ],
      'sheet.bad-key',
    ],
  ])('a sheet of %j is refused as %s', async (table, code) => {
    const { ctx } = await aYear()
    const refused = await previewMeasureSheet(ctx, { fiscalYear, bytes: await asFile(table, 'csv') })
    expect(refused).toMatchObject({ ok: false, error: { cells: [{ code }] } })
  })

  it('text that a spreadsheet would run stays text on the way out and back', async () => {
    const { ctx, measureId } = await aYear()
    await changeMeasure(ctx, {
      measureId,
      seenVersion: 1,
      typed: { expectedEvidence: '=1+1', text: '@SUM(A1)' },
    })
    const bytes = await exported(ctx, 'csv')
    expect(new TextDecoder().decode(bytes)).not.toMatch(/(^|,)"?[=@]/m)
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 0, changed: 0 } })
  })
})
