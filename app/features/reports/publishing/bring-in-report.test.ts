import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, at, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { aChain, approveReport, resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { aCycle, anApproval, anIssue } from '../../../../tests/support/cycle-builders.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findPublications, withdrawPublication } from '../../approvals/index.server.ts'
import { listCycles } from '../../improvement/index.server.ts'
import { type Cycle, countCycle } from '../../improvement/index.ts'
import { listReports } from '../published-report.queries.server.ts'
import { bringInReport } from './usecases/bring-in-report.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const bringIn = (ctx: Ctx, cycle: Cycle, { replace = false } = {}) =>
  bringInReport(ctx, {
    agencyCode: ctx.agency.code,
    outcome: {
      cycle,
      catalogue: { hash: 'c'.repeat(64), frameworks: {} },
      counts: countCycle(cycle),
      notes: [],
      suspectedFaults: [],
    },
    replace,
  })
const withTitle = (title: string) => aCycle({ issues: [anIssue({ title })] })
const publicYears = async (ctx: Ctx) =>
  (await listReports(ctx)).map(({ fiscalYear, publication }) => [fiscalYear, publication.version])

/** After every meeting of which the reports speak. */
const AFTERWARDS = '2024-12-01T03:00:00Z'
const OF_REPORT = { ...anApproval('2024-11-07', null, 'report'), wording: 'เห็นชอบรายงาน' }

describe('a report that is brought in from its file', () => {
  it('waits where the agency has no chain of approval: it is kept, and nobody reads it', async () => {
    const ctx = await anAgency(database)
    expect(await bringIn(ctx, aCycle())).toMatchObject({
      ok: true,
      value: { status: 'saved', publication: null, standing: { chain: null }, recorded: 0 },
    })
    expect([await listCycles(ctx), await publicYears(ctx)]).toMatchObject([[{ version: 1 }], []])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'agency.named',
      'cycle.imported',
    ])
  })

  it('waits for the steps that are lacking, and is public by the same file once they are passed', async () => {
    const ctx = await anAgency(database)
    await aChain(ctx, ['คณะทำงาน', 'ที่ประชุมฝ่ายบริหาร'])
    await bringIn(ctx, aCycle())
    await approveReport(ctx, aCycle(), { upTo: 1 })
    const waiting = await bringIn(ctx, aCycle())
    const steps = waiting.ok ? waiting.value.standing?.steps : []
    expect(steps?.map(({ passedBy }) => passedBy !== null)).toEqual([true, false])
    await approveReport(ctx, aCycle())
    expect(await bringIn(ctx, aCycle())).toMatchObject({
      ok: true,
      value: { status: 'unchanged', publication: { version: 1 }, standing: null },
    })
    expect(await publicYears(ctx)).toEqual([[2567, 1]])
    expect((await auditOf(database, ctx)).at(-1)?.action).toBe('cycle.published')
    await bringIn(ctx, aCycle())
    expect(await findPublications(ctx, {})).toHaveLength(1)
  })

  it('with other content of the year replaces what is kept, and what is public stays until the new one is approved', async () => {
    const ctx = await anAgency(database)
    await approveReport(ctx, withTitle('a'))
    await bringIn(ctx, withTitle('a'))
    expect(await bringIn(ctx, withTitle('b'))).toMatchObject({ error: { code: 'cycle.already-there' } })
    expect(await bringIn(ctx, withTitle('b'), { replace: true })).toMatchObject({
      ok: true,
      value: { status: 'replaced', version: 2, publication: null, standing: { isChangedSince: true } },
    })
    expect(await publicYears(ctx)).toEqual([[2567, 1]])
    await approveReport(ctx, withTitle('b'))
    expect(await bringIn(ctx, withTitle('b'))).toMatchObject({ value: { publication: { version: 2 } } })
    expect((await findPublications(ctx, {})).map(({ version }) => version)).toEqual([2, 1])
  })

  it('brings the resolutions that it speaks of: the example is public by them, and the same file again records nothing', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const brought = await bringIn(ctx, exampleCycle())
    expect(brought).toMatchObject({ ok: true, value: { publication: { version: 1 }, standing: null } })
    expect(brought.ok && brought.value.recorded).toBeGreaterThan(0)
    const [publication] = await findPublications(ctx, { kind: 'report', key: '2567' })
    expect(publication?.steps.map(({ bodyName }) => bodyName)).not.toEqual([])
    expect(await bringIn(ctx, exampleCycle())).toMatchObject({
      value: { status: 'unchanged', recorded: 0, publication: { version: 1 } },
    })
  })

  it('is not public by meetings whose day is still to come in Thailand', async () => {
    const ctx = await anAgency(database, '2024-11-06T16:59:00Z')
    const cycle = aCycle({ resolutions: [OF_REPORT] })
    expect(await bringIn(ctx, cycle)).toMatchObject({
      ok: true,
      value: { publication: null, recorded: 0, leftOut: [{ why: 'in-future' }] },
    })
    expect(await bringIn(at(ctx, '2024-11-06T17:00:00Z'), cycle)).toMatchObject({
      value: { publication: { version: 1 }, recorded: 1, leftOut: [] },
    })
  })

  it('does not come back after its withdrawal with one letter changed, by the meeting that it names', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const of = (title: string) => aCycle({ issues: [anIssue({ title })], resolutions: [OF_REPORT] })
    await bringIn(ctx, of('a'))
    const [{ id: publicationId } = { id: '' }] = await findPublications(ctx, {})
    await resolveWithdrawal(ctx, publicationId)
    expect(await withdrawPublication(ctx, { publicationId, reason: 'พบข้อมูลส่วนบุคคล' })).toMatchObject({
      ok: true,
    })
    expect(await bringIn(ctx, of('b'), { replace: true })).toMatchObject({
      ok: true,
      value: { publication: null, recorded: 0, leftOut: [{ why: 'before-withdrawal' }] },
    })
    expect(await publicYears(ctx)).toEqual([])
  })

  it('does not become public by a meeting that it names, where the chain of the agency asks another body', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    await aChain(ctx, ['คณะกรรมการบริหาร'])
    const cycle = aCycle({ resolutions: [OF_REPORT] })
    expect(await bringIn(ctx, cycle)).toMatchObject({ ok: true, value: { publication: null, recorded: 1 } })
    expect(await publicYears(ctx)).toEqual([])
  })

  it('says which resolutions it could not record, and is not public by them', async () => {
    const ctx = await anAgency(database)
    const asked = { ...OF_REPORT, wording: 'เสนอที่ประชุมเพื่อขอความเห็นชอบ' }
    expect(await bringIn(ctx, aCycle({ resolutions: [asked] }))).toMatchObject({
      ok: true,
      value: {
        publication: null,
        recorded: 0,
        leftOut: [{ meetingNumber: '2/2567', why: 'no-decision' }],
      },
    })
  })

  it('several times at once becomes one version', async () => {
    const ctx = await anAgency(database)
    await approveReport(ctx, aCycle())
    const brought = await Promise.all([1, 2, 3].map(() => bringIn(ctx, aCycle())))
    expect(brought.map((one) => one.ok && one.value.publication?.version)).toEqual([1, 1, 1])
    expect(await findPublications(ctx, {})).toHaveLength(1)
  })

  it('by who has no role for it is refused, which the audit log keeps, and nothing else is written', async () => {
    const ctx = await anAgency(database)
    const id = randomUUID()
    for (const role of ['executive', 'auditor', 'meeting-secretary'] as const)
      expect(await bringIn(as(ctx, id, [role]), aCycle())).toMatchObject({
        ok: false,
        error: {
          code: 'permission.refused',
          act: 'cycle.import',
          roles: ['administrator', 'ita-coordinator'],
        },
      })
    expect((await auditOf(database, ctx)).map((entry) => [entry.action, entry.object_id])).toEqual(
      Array(3).fill(['permission.refused', 'cycle.import']),
    )
    expect(await listCycles(ctx)).toEqual([])
    expect(await bringIn(as(ctx, id, ['ita-coordinator']), aCycle())).toMatchObject({ ok: true })
  })
})
