import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import { inTransaction } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { applyEdit } from './edit.server.ts'
import { holdIssue, holdMeasure, setRemoved, updateIssue, updateMeasure } from './working.repo.server.ts'
import { findCycleWith, findWorkingCycle } from './working-cycle.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aYear() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const units = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, unitIds: [units[1] ?? '', units[0] ?? ''] })
  return { ctx, cycleId, issueId, measureId, units }
}

describe('a year at work', () => {
  it('is read whole, in order, with owners in the order in which they are named', async () => {
    const { ctx, issueId, measureId, units } = await aYear()
    const cycle = await findWorkingCycle(ctx, 2568)
    expect(cycle?.issues.map(({ id, number }) => [id, number])).toEqual([[issueId, 1]])
    const measure = cycle?.issues[0]?.measures[0]
    expect(measure).toMatchObject({ id: measureId, number: 1, state: 'not-started', dueOn: null })
    expect(measure?.facts.unitIds).toEqual([units[1], units[0]])
    expect(await findCycleWith(ctx, { measureId })).toEqual(cycle)
  })

  it('what was removed is gone with what is in it, and comes back with it', async () => {
    const { ctx, issueId, measureId } = await aYear()
    const remove = (at: Date | null) =>
      withAgency(ctx.db, ctx.agency.id, (tx) =>
        setRemoved(tx, 'issue', { agencyId: ctx.agency.id, id: issueId }, at),
      )
    await remove(ctx.now())
    expect((await findWorkingCycle(ctx, 2568))?.issues).toEqual([])
    expect(await findCycleWith(ctx, { measureId })).toBeNull()
    await remove(null)
    expect((await findWorkingCycle(ctx, 2568))?.issues[0]?.measures).toHaveLength(1)
  })

  it('another agency finds nothing of it', async () => {
    const { measureId } = await aYear()
    const other = await anAgency(database)
    expect(await findWorkingCycle(other, 2568)).toBeNull()
    expect(await findCycleWith(other, { measureId })).toBeNull()
    expect(await findCycleWith(other, { measureId: 'no identifier' })).toBeNull()
  })
})

describe('saving what another may have changed', () => {
  const saveTitle = (ctx: Awaited<ReturnType<typeof aYear>>['ctx'], id: string, seen: number, mine: object) =>
    inTransaction(ctx, async (tx) => {
      const held = await holdIssue(tx, { agencyId: ctx.agency.id, id })
      if (!held) throw new Error('no issue')
      const edited = await applyEdit(tx, ctx, {
        kind: 'issue',
        objectId: id,
        now: held.facts,
        version: held.version,
        seenVersion: seen,
        mine,
      })
      if (edited.ok && edited.value.changed.length > 0)
        await updateIssue(tx, {
          agencyId: ctx.agency.id,
          id,
          version: edited.value.version,
          facts: edited.value.values,
        })
      return edited
    })

  it('two fields by two people are both kept; one field by two is refused with both sides', async () => {
    const { ctx, issueId } = await aYear()
    expect(await saveTitle(ctx, issueId, 1, { title: 'ก' })).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    expect(await saveTitle(ctx, issueId, 1, { title: 'ประเด็นทดสอบ', listedTitle: 'ข' })).toMatchObject({
      ok: true,
      value: { version: 3, changed: ['listedTitle'] },
    })
    expect(await saveTitle(ctx, issueId, 1, { title: 'ค' })).toMatchObject({
      ok: false,
      error: {
        code: 'edit.clash',
        version: 3,
        clashes: [{ field: 'title', seen: 'ประเด็นทดสอบ', theirs: 'ก', mine: 'ค' }],
        untouched: [],
        last: { byName: 'test' },
      },
    })
    expect((await findWorkingCycle(ctx, 2568))?.issues[0]?.facts).toMatchObject({
      title: 'ก',
      listedTitle: 'ข',
    })
  })

  it('of many at once none is lost without a word', async () => {
    const { ctx, issueId } = await aYear()
    const saved = await Promise.all(
      ['ก', 'ข', 'ค', 'ง'].map((title) => saveTitle(ctx, issueId, 1, { title })),
    )
    expect(saved.filter((result) => result.ok)).toHaveLength(1)
    expect(saved.flatMap((result) => (result.ok ? [] : [result.error.code]))).toEqual(
      Array.from({ length: 3 }, () => 'edit.clash'),
    )
  })

  it('owners are written with the measure', async () => {
    const { ctx, measureId, units } = await aYear()
    await withAgency(ctx.db, ctx.agency.id, async (tx) => {
      const held = await holdMeasure(tx, { agencyId: ctx.agency.id, id: measureId })
      if (!held) throw new Error('no measure')
      const facts = { ...held.facts, unitIds: [units[0] ?? ''], summary: aValue(plain('ทำแล้ว')) }
      await updateMeasure(tx, { agencyId: ctx.agency.id, id: measureId, version: 2, facts })
      expect((await holdMeasure(tx, { agencyId: ctx.agency.id, id: measureId }))?.facts).toEqual(facts)
    })
  })
})
