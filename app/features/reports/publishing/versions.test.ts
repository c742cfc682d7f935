import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { approveReport, resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { aCycle, anIssue } from '../../../../tests/support/cycle-builders.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { itemRef } from '../../../kernel/item-ref.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findPublications, withdrawPublication, withdrawResolution } from '../../approvals/index.server.ts'
import { type Cycle, countCycle } from '../../improvement/index.ts'
import {
  findPublishedReport,
  findReportAnswering,
  findReportVersion,
  listReportIssues,
  listReports,
} from '../published-report.queries.server.ts'
import { bringInReport } from './usecases/bring-in-report.server.ts'
import { listedVersions } from './version-list.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = 2567
const ITEM = itemRef(2568, 'O28')
const withTitle = (title: string) => aCycle({ issues: [anIssue({ title })] })

/** Another content of the year, approved and published beside what stands. */
async function another(ctx: Ctx, cycle: Cycle): Promise<void> {
  await approveReport(ctx, cycle)
  await bringInReport(ctx, {
    agencyCode: ctx.agency.code,
    outcome: {
      cycle,
      catalogue: { hash: 'c'.repeat(64), frameworks: {} },
      counts: countCycle(cycle),
      notes: [],
      suspectedFaults: [],
    },
    replace: true,
  })
}

async function twoVersions(): Promise<Ctx> {
  const ctx = await anAgency(database)
  await aPublishedReport(ctx, withTitle('ก'))
  await another(ctx, withTitle('ข'))
  return ctx
}

const titleOf = async (ctx: Ctx, version?: number) =>
  (await findPublishedReport(ctx, { fiscalYear: YEAR, version, lang: 'th' }))?.cycle.issues[0]?.title ?? null
const idOf = async (ctx: Ctx, version: number) =>
  (await findPublications(ctx, { kind: 'report' })).find((one) => one.version === version)?.id ?? ''
/** By its resolution, a day later. */
async function withdraw(ctx: Ctx, version: number, reason = 'พบข้อมูลส่วนบุคคล') {
  const publicationId = await idOf(ctx, version)
  await resolveWithdrawal(ctx, publicationId)
  return withdrawPublication(at(ctx, '2024-10-02T03:00:00Z'), { publicationId, reason })
}

describe('versions of a report', () => {
  it('stand beside each other: the year answers with the newest, each version with itself', async () => {
    const ctx = await twoVersions()
    expect([await titleOf(ctx), await titleOf(ctx, 1), await titleOf(ctx, 2), await titleOf(ctx, 3)]).toEqual(
      ['ข', 'ก', 'ข', null],
    )
    const found = await findPublishedReport(ctx, { fiscalYear: YEAR, version: 1, lang: 'th' })
    expect(listedVersions(found?.versions ?? [])).toEqual([
      { version: 2, day: '2024-10-01', status: 'published' },
      { version: 1, day: '2024-10-01', status: 'superseded' },
    ])
    expect((await listReports(ctx)).map(({ publication }) => publication.version)).toEqual([2])
  })

  it('are nowhere of a report that was kept and never published', async () => {
    const ctx = await anAgency(database)
    await bringInReport(ctx, {
      agencyCode: ctx.agency.code,
      outcome: {
        cycle: aCycle(),
        catalogue: { hash: 'c'.repeat(64), frameworks: {} },
        counts: countCycle(aCycle()),
        notes: [],
        suspectedFaults: [],
      },
    })
    expect(await titleOf(ctx)).toBeNull()
    expect(await listReports(ctx)).toEqual([])
    expect(await listReportIssues(ctx)).toEqual([])
    expect(await findReportAnswering(ctx, { item: ITEM, lang: 'th' })).toBeNull()
    expect(await findReportVersion(ctx, { fiscalYear: YEAR })).toBeNull()
  })
})

describe('a version that is withdrawn', () => {
  it('says when, by which resolution and why, and the version before it stands again', async () => {
    const ctx = await twoVersions()
    expect(await withdraw(ctx, 2)).toEqual({ ok: true, value: null })
    expect([await titleOf(ctx), await titleOf(ctx, 2), await titleOf(ctx, 1)]).toEqual(['ก', null, 'ก'])
    expect(await findReportVersion(ctx, { fiscalYear: YEAR, version: 2 })).toMatchObject({
      publication: {
        version: 2,
        withdrawal: {
          at: new Date('2024-10-02T03:00:00Z'),
          reason: 'พบข้อมูลส่วนบุคคล',
          resolution: { decision: 'approved', bodyName: 'ที่ประชุมฝ่ายบริหาร', decidedOn: '2024-10-01' },
        },
      },
    })
    for (const version of [undefined, 1])
      expect(await findReportVersion(ctx, { fiscalYear: YEAR, version })).toMatchObject({
        publication: { version: 1, withdrawal: null },
      })
    const { versions = [] } = (await findReportVersion(ctx, { fiscalYear: YEAR, version: 2 })) ?? {}
    expect(listedVersions(versions).map(({ status }) => status)).toEqual(['withdrawn', 'published'])
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'publication.withdrawn',
      detail: { version: 2, key: '2567', reason: 'พบข้อมูลส่วนบุคคล' },
    })
  })

  it('leaves the year with a page that says so where no other stands, and nothing else leads there', async () => {
    const ctx = await anAgency(database)
    await aPublishedReport(ctx, withTitle('เดียว'))
    await withdraw(ctx, 1)
    expect(await findReportVersion(ctx, { fiscalYear: YEAR })).toMatchObject({
      publication: { version: 1, withdrawal: { reason: 'พบข้อมูลส่วนบุคคล' } },
    })
    expect([
      await listReports(ctx),
      await listReportIssues(ctx),
      await findReportAnswering(ctx, { item: ITEM, lang: 'th' }),
    ]).toEqual([[], [], null])
  })

  it('comes back as another version, by another approval alone', async () => {
    const ctx = await anAgency(database)
    const cycle = withTitle('กลับมา')
    await aPublishedReport(ctx, cycle)
    await withdraw(ctx, 1)
    const later = at(ctx, '2024-10-03T03:00:00Z')
    const again = async () => {
      const outcome = { cycle, catalogue: { hash: 'c'.repeat(64), frameworks: {} } }
      const brought = await bringInReport(later, {
        agencyCode: ctx.agency.code,
        outcome: { ...outcome, counts: countCycle(cycle), notes: [], suspectedFaults: [] },
      })
      return brought.ok ? brought.value.publication : 'refused'
    }
    expect(await again()).toBeNull()
    await approveReport(later, cycle)
    expect(await again()).toEqual({ version: 2 })
    expect([await titleOf(ctx), await titleOf(ctx, 1), await titleOf(ctx, 2)]).toEqual([
      'กลับมา',
      null,
      'กลับมา',
    ])
  })

  it('is withdrawn by no one without a resolution that stands, without a reason, twice, or without the role', async () => {
    const ctx = await twoVersions()
    const publicationId = await idOf(ctx, 1)
    const withdrawn = (given: Partial<Parameters<typeof withdrawPublication>[1]> = {}, by: Ctx = ctx) =>
      withdrawPublication(by, { publicationId, reason: 'เหตุผล', ...given })
    const code = async (result: ReturnType<typeof withdrawn>) => {
      const done = await result
      return done.ok ? 'done' : done.error.code
    }
    expect(await code(withdrawn())).toBe('publication.no-resolution')
    const wrong = await resolveWithdrawal(ctx, publicationId)
    await withdrawResolution(ctx, { resolutionId: wrong, reason: 'บันทึกผิด' })
    expect(await code(withdrawn())).toBe('publication.no-resolution')
    await resolveWithdrawal(ctx, publicationId)
    expect(await code(withdrawn({ reason: ' ' }))).toBe('resolution.no-reason')
    expect(await code(withdrawn({ publicationId: 'x' }))).toBe('publication.unknown')
    const { id } = await aPerson(ctx)
    expect(await code(withdrawn({}, as(ctx, id, ['unit-owner'])))).toBe('permission.refused')
    expect(await code(withdrawn({}, await anAgency(database)))).toBe('publication.unknown')
    expect(await titleOf(ctx, 1)).toBe('ก')
    expect(await code(withdrawn())).toBe('done')
    expect(await code(withdrawn())).toBe('publication.withdrawn')
  })
})
