import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { exampleCycle } from '../../../../../tests/support/example-cycle.ts'
import { anOpenYear } from '../../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { listChanges } from '../../history/changes.queries.server.ts'
import { findDraftCycle } from '../draft-cycle.queries.server.ts'
import type { ReportData } from '../report-data.domain.ts'
import { changeReportData } from './change-report-data.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const { resolutions, nameLists, criteria } = exampleCycle()

async function anOffice() {
  const ctx = await anAgency(database)
  const objectId = await anOpenYear(ctx)
  const { id } = await aPerson(ctx)
  return { ctx, objectId, coordinator: as(ctx, id, ['ita-coordinator']) }
}
const change = (ctx: Ctx, facts: Partial<ReportData>, seenVersion = 1) =>
  changeReportData(ctx, { fiscalYear: 2568, seenVersion, facts })

describe('resolutions, lists of names and the box of criteria of a year at work', () => {
  it('become part of the report, with a version, history and audit entry each', async () => {
    const { ctx, objectId, coordinator } = await anOffice()
    expect(await change(coordinator, { resolutions })).toEqual({ ok: true, value: true })
    expect(await change(coordinator, { nameLists })).toEqual({ ok: true, value: true })
    expect(await change(coordinator, { criteria })).toEqual({ ok: true, value: true })
    expect(await change(coordinator, { resolutions, nameLists, criteria }, 4)).toEqual({
      ok: true,
      value: false,
    })
    const draft = await findDraftCycle(ctx, 2568)
    expect(draft?.cycle).toMatchObject({ resolutions, nameLists, criteria })
    const fields = (await auditOf(database, ctx)).map(({ action, detail }) => [action, detail.fields])
    expect(fields).toEqual([
      ['cycle.changed', 'resolutions'],
      ['cycle.changed', 'nameLists'],
      ['cycle.changed', 'criteria'],
    ])
    const { changes } = await listChanges(ctx, { kind: 'cycle', objectId, page: 1, lang: 'th' })
    expect(changes).toHaveLength(3)
  })

  it('are taken out again', async () => {
    const { ctx, coordinator } = await anOffice()
    await change(coordinator, { resolutions, nameLists, criteria })
    const nothing = { resolutions: [], nameLists: [], criteria: null }
    expect(await change(coordinator, nothing, 2)).toEqual({ ok: true, value: true })
    expect((await findDraftCycle(ctx, 2568))?.cycle).toMatchObject(nothing)
  })

  it('of two who change the same list at once, the second is shown both', async () => {
    const { coordinator } = await anOffice()
    const both = await Promise.all([
      change(coordinator, { resolutions }),
      change(coordinator, { resolutions: resolutions.slice(1) }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'edit.clash', clashes: [{ field: 'resolutions', seen: [] }] },
    })
  })

  it('are refused where a resolution or a list says too little, and to who may not', async () => {
    const { ctx, coordinator } = await anOffice()
    const [mention] = resolutions
    const [list] = nameLists
    if (!mention || !list || !criteria) throw new Error('the example has one of each')
    for (const [facts, code] of [
      [{ resolutions: [{ ...mention, body: ' ' }] }, 'resolution.no-body'],
      [{ resolutions: [{ ...mention, meetingNumber: '' }] }, 'resolution.no-number'],
      [
        { resolutions: [{ ...mention, heldOn: { written: '30 ก.พ. 67', day: '2024-02-30' } }] },
        'resolution.bad-day',
      ],
      [{ resolutions: [{ ...mention, wording: '' }] }, 'resolution.no-wording'],
      [{ nameLists: [{ ...list, heading: '' }] }, 'names.no-heading'],
      [{ nameLists: [{ ...list, persons: [{ number: null, name: ' ', position: '' }] }] }, 'names.no-name'],
      [{ criteria: { ...criteria, heading: '' } }, 'criteria.no-heading'],
    ] as const)
      expect(await change(coordinator, facts)).toEqual({ ok: false, error: { code } })
    const auditor = as(ctx, (await aPerson(ctx)).id, ['auditor'])
    expect(await change(auditor, { resolutions })).toMatchObject({
      error: { code: 'permission.refused', act: 'cycle.change' },
    })
  })
})
