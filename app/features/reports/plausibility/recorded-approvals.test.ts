import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { exampleCycle, exampleFaults } from '../../../../tests/support/example-cycle.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listApprovals, placeMatter, recordReported } from '../../approvals/index.server.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { contentOf } from '../../improvement/index.ts'
import { prepareReport } from '../prepare-report.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const EXAMPLE = exampleCycle()

async function recorded(ctx: Ctx) {
  const agencyId = ctx.agency.id
  await withAgency(ctx.db, agencyId, async (tx) => {
    const thing = { kind: 'report', key: '2567', title: 'รายงาน', content: contentOf(EXAMPLE) } as const
    await recordReported(tx, ctx, {
      agencyId,
      names: { nameTh: EXAMPLE.agency.name, shortName: EXAMPLE.agency.shortName },
      mentions: EXAMPLE.resolutions.map((mention) => ({ ...mention, heldOn: mention.heldOn.day })),
      report: await placeMatter(tx, ctx, { agencyId, ...thing }),
    })
  })
  return listApprovals(ctx, { fiscalYear: 2567 })
}

const findingsWith = async (approvals: Parameters<typeof prepareReport>[0]['approvals']) =>
  prepareReport({
    cycle: EXAMPLE,
    catalogue: await loadCatalogue(),
    lang: 'th',
    suspectedFaults: exampleFaults(),
    withFindings: true,
    ...(approvals && { approvals }),
  }).findings

test('the year of the example has its four resolutions, by their days, each as what it is about', async () => {
  const ctx = await anAgency(database)
  const approvals = await recorded(ctx)
  expect(approvals.map(({ meetingNumber, about }) => `${meetingNumber} ${about}`)).toEqual([
    '2/2567 measures',
    '8/2567 other',
    '3/2567 report',
    '9/2567 report',
  ])
  expect(await listApprovals(ctx, { fiscalYear: 2568 })).toEqual([])
})

test('the findings of the example are the same from its records as from its own words', async () => {
  const records = await recorded(await anAgency(database))
  const fromWords = await findingsWith(undefined)
  expect(fromWords.some(({ code }) => code === 'period.ended-before-approval')).toBe(true)
  expect(await findingsWith({ records, measuresHash: null })).toEqual(fromWords)
  expect(await findingsWith({ records, measuresHash: 'a'.repeat(64) })).toEqual(fromWords)
})

test('a resolution that was withdrawn is no approval: what the report says of it is asked about', async () => {
  const ctx = await anAgency(database)
  await aPublishedReport(ctx)
  const findingsNow = async () =>
    ((await findPublishedReport(ctx, { fiscalYear: 2567, lang: 'th' }))?.findings ?? []).filter(({ code }) =>
      code.startsWith('approval.'),
    )
  expect(await findingsNow()).toEqual([])
  await database.owner.query(
    `update resolution set withdrawn_at = now(), withdrawn_by_name = 'test', withdrawn_reason = 'ผิด'
     where agency_id = $1 and decided_on = '2024-11-07'`,
    [ctx.agency.id],
  )
  expect(await findingsNow()).toMatchObject([
    { code: 'approval.not-recorded', where: { th: 'ทั้งรายงาน (หน้าปก)' } },
  ])
})
