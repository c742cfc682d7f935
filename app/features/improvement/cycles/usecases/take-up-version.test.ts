import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import { aPublishedReport, exampleRoster } from '../../../../../tests/support/example-at-work.ts'
import { aUnit } from '../../../../../tests/support/working-builders.ts'
import { findWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import { findDraftCycle } from '../draft-cycle.queries.server.ts'
import { takeUpVersion } from './take-up-version.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('taking up a published report', () => {
  it('the example at work is the same content as the example that was published', async () => {
    const ctx = await anAgency(database)
    await exampleRoster(ctx)
    const hash = await aPublishedReport(ctx)
    const taken = await takeUpVersion(ctx, { fiscalYear: 2567 })
    expect(taken).toMatchObject({
      ok: true,
      value: { issues: 7, measures: 10, unmatched: [], isSame: true },
    })
    expect((await findDraftCycle(ctx, 2567))?.contentHash).toBe(hash)
    expect(await auditOf(database, ctx)).toContainEqual(
      expect.objectContaining({
        action: 'cycle.opened',
        detail: expect.objectContaining({ fiscalYear: 2567, version: 1, unmatchedUnits: '' }),
      }),
    )
  })

  it('measures that have a summary are done, and owners are units of the directory', async () => {
    const ctx = await anAgency(database)
    await exampleRoster(ctx)
    await aPublishedReport(ctx)
    await takeUpVersion(ctx, { fiscalYear: 2567 })
    const measures = (await findWorkingCycle(ctx, 2567))?.issues.flatMap((issue) => issue.measures) ?? []
    expect(new Set(measures.map(({ state }) => state))).toEqual(new Set(['done']))
    expect(measures.every(({ units }) => units.length > 0)).toBe(true)
  })

  it('units that the directory does not have are told, and what the report prints of them stays', async () => {
    const ctx = await anAgency(database)
    // Under its code alone, and under its name with a space in it.
    await aUnit(ctx, 'CSR', 'ชื่ออื่น')
    await aPublishedReport(ctx)
    const taken = await takeUpVersion(ctx, { fiscalYear: 2567 })
    const unmatched = taken.ok ? taken.value.unmatched : []
    expect(unmatched.map(({ unit }) => unit.code)).not.toContain('CSR')
    expect(unmatched).toContainEqual({
      unit: { name: expect.any(String), code: 'DCM' },
      measures: expect.any(Number),
    })
    expect(taken).toMatchObject({ ok: true, value: { isSame: false } })
    const cycle = (await findDraftCycle(ctx, 2567))?.cycle
    expect(cycle?.issues[0]?.measures[0]?.owners).toMatchObject({
      state: 'value',
      value: { written: expect.any(String) },
    })
  })

  it('a year at work is not written over, also by two at once', async () => {
    const ctx = await anAgency(database)
    await aPublishedReport(ctx)
    const taken = await Promise.all([1, 2, 3].map(() => takeUpVersion(ctx, { fiscalYear: 2567 })))
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    expect(taken.flatMap((result) => (result.ok ? [] : [result.error.code]))).toEqual([
      'year.open-already',
      'year.open-already',
    ])
    expect((await findWorkingCycle(ctx, 2567))?.issues).toHaveLength(7)
  })

  it('what is not published, and what another agency published, cannot be taken up', async () => {
    const ctx = await anAgency(database)
    await aPublishedReport(ctx)
    const other = await anAgency(database)
    expect(await takeUpVersion(other, { fiscalYear: 2567 })).toMatchObject({
      ok: false,
      error: { code: 'year.not-saved' },
    })
  })

  it('a unit owner may not', async () => {
    const ctx = await anAgency(database)
    await aPublishedReport(ctx)
    const unitId = await aUnit(ctx, 'DCM')
    const { id } = await aPerson(ctx)
    const owner = as(ctx, id, [{ role: 'unit-owner', unitId }])
    expect(await takeUpVersion(owner, { fiscalYear: 2567 })).toMatchObject({
      ok: false,
      error: { code: 'permission.refused', act: 'cycle.change' },
    })
    expect(await findWorkingCycle(ctx, 2567)).toBeNull()
    expect((await auditOf(database, ctx)).at(-1)?.action).toBe('permission.refused')
  })
})
