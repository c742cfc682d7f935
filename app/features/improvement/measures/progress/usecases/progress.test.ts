import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../../../tests/support/working-builders.ts'
import { plain } from '../../../../../kernel/rich-text.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../../platform/db/tenant.server.ts'
import type { MeasureState } from '../../../working/measure-state.domain.ts'
import { listSteps } from '../../steps/step.repo.server.ts'
import { listProgress } from '../progress.repo.server.ts'
import { addProgress } from './add-progress.server.ts'
import { withdrawProgress } from './withdraw-progress.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aScene(state: MeasureState = 'not-started') {
  const ctx = await anAgency(database)
  const [csr, dcm] = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const measureId = await aMeasureAtWork(ctx, { cycleId, issueId, unitIds: [csr], state })
  const owner = async (unitId: string) => as(ctx, (await aPerson(ctx)).id, [{ role: 'unit-owner', unitId }])
  return { ctx, measureId, owner: await owner(csr), colleague: await owner(csr), stranger: await owner(dcm) }
}
const add = (ctx: Ctx, measureId: string, text = 'ประชุมแล้ว', happenedOn = '2024-09-30') =>
  addProgress(ctx, { measureId, happenedOn, text: plain(text) })
const entriesOf = (ctx: Ctx, measureId: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listProgress(tx, { agencyId: ctx.agency.id, measureId }))
const stepsOf = (ctx: Ctx, measureId: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => listSteps(tx, { agencyId: ctx.agency.id, measureId }))

describe('progress of a measure', () => {
  it('the first entry begins the measure, and later ones do not begin it again', async () => {
    const { ctx, measureId, owner } = await aScene()
    expect(await add(owner, measureId)).toMatchObject({ ok: true })
    expect(await add(owner, measureId, 'ส่งหนังสือแล้ว', '2024-10-01')).toMatchObject({ ok: true })
    expect((await stepsOf(ctx, measureId)).map(({ kind }) => kind)).toEqual(['started'])
    expect((await entriesOf(ctx, measureId)).map(({ happenedOn }) => happenedOn)).toEqual([
      '2024-10-01',
      '2024-09-30',
    ])
    expect((await auditOf(database, ctx)).map(({ action, detail }) => [action, detail.started])).toEqual([
      ['progress.added', true],
      ['progress.added', false],
    ])
  })

  it('of two first entries at once both are kept, and the measure is begun once', async () => {
    const { ctx, measureId, owner, colleague } = await aScene()
    const both = await Promise.all([add(owner, measureId, 'ก'), add(colleague, measureId, 'ข')])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await entriesOf(ctx, measureId)).toHaveLength(2)
    expect(await stepsOf(ctx, measureId)).toHaveLength(1)
  })

  it('a day that has not come, no words, or a measure that was accepted: nothing is written', async () => {
    const { ctx, measureId, owner } = await aScene()
    expect(await add(owner, measureId, 'พรุ่งนี้', '2024-10-02')).toMatchObject({
      error: { code: 'progress.future-day' },
    })
    expect(await add(owner, measureId, ' ')).toMatchObject({ error: { code: 'progress.no-text' } })
    expect(await add(owner, measureId, 'ก'.repeat(20_001))).toMatchObject({
      error: { code: 'text.too-long' },
    })
    expect(await entriesOf(ctx, measureId)).toEqual([])
    const done = await aScene('done')
    expect(await add(done.owner, done.measureId)).toMatchObject({ error: { code: 'measure.is-done' } })
  })

  it('owners of other units and other agencies may not', async () => {
    const { measureId, stranger } = await aScene()
    expect(await add(stranger, measureId)).toMatchObject({ error: { code: 'permission.refused' } })
    const other = await aScene()
    expect(
      await add(as(other.ctx, (await aPerson(other.ctx)).id, ['ita-coordinator']), measureId),
    ).toMatchObject({ error: { code: 'measure.unknown' } })
  })

  it('is withdrawn by who wrote it, and stays as a line that says so', async () => {
    const { ctx, measureId, owner, colleague } = await aScene()
    const added = await add(owner, measureId)
    const progressId = added.ok ? added.value : ''
    expect(await withdrawProgress(colleague, { measureId, progressId })).toMatchObject({
      error: { code: 'permission.refused', act: 'progress.withdraw' },
    })
    expect(await withdrawProgress(owner, { measureId, progressId })).toMatchObject({ ok: true })
    expect(await withdrawProgress(owner, { measureId, progressId })).toMatchObject({
      error: { code: 'progress.unknown' },
    })
    expect((await entriesOf(ctx, measureId)).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true])
  })
})
