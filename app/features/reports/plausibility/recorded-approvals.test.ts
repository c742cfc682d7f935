import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport, exampleRoster } from '../../../../tests/support/example-at-work.ts'
import { exampleCycle, exampleFaults } from '../../../../tests/support/example-cycle.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listApprovals, placeMatter, recordReported } from '../../approvals/index.server.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { takeUpVersion } from '../../improvement/index.server.ts'
import { contentOf } from '../../improvement/index.ts'
import { measuresContentOf } from '../matters/measures-content.domain.ts'
import { prepareReport } from '../prepare-report.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'
import { findWorkingReport } from '../working-report.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const EXAMPLE = exampleCycle()
/** After every meeting of which the report speaks. */
const AFTERWARDS = '2024-12-01T03:00:00Z'

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
  const ctx = await anAgency(database, AFTERWARDS)
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
  const records = await recorded(await anAgency(database, AFTERWARDS))
  const fromWords = await findingsWith(undefined)
  expect(fromWords.some(({ code }) => code === 'period.ended-before-approval')).toBe(true)
  expect(await findingsWith({ records, measuresHash: null })).toEqual(fromWords)
  expect(await findingsWith({ records, measuresHash: 'a'.repeat(64) })).toEqual(fromWords)
})

test('a resolution that was withdrawn is no approval: what the report says of it is asked about', async () => {
  const ctx = await anAgency(database, AFTERWARDS)
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

describe('a year at work', () => {
  const THING = { kind: 'measures', key: '2567', title: 'มาตรการ' } as const
  const approvalCodes = async (ctx: Ctx) =>
    ((await findWorkingReport(ctx, { fiscalYear: 2567, lang: 'th' }))?.findings ?? [])
      .filter(({ code }) => /^(approval|measures)\./.test(code))
      .map(({ code, part }) => `${code} ${part}`)

  /** The example taken up, its measures approved as they stand. */
  async function approvedMeasures(): Promise<Ctx> {
    const ctx = await anAgency(database, AFTERWARDS)
    await exampleRoster(ctx)
    await aPublishedReport(ctx)
    const taken = await takeUpVersion(ctx, { fiscalYear: 2567 })
    if (!taken.ok) throw new Error(taken.error.code)
    const working = await findWorkingReport(ctx, { fiscalYear: 2567, lang: 'th' })
    if (!working) throw new Error('no year at work')
    const agencyId = ctx.agency.id
    const matter = await withAgency(ctx.db, agencyId, (tx) =>
      placeMatter(tx, ctx, { agencyId, ...THING, content: measuresContentOf(working.cycle) }),
    )
    const item = randomUUID()
    await database.owner.query(
      `insert into agenda_item (agency_id, id, meeting_id, position, title, matter_id, added_at, added_by_name)
       select agency_id, $2, id, 9, 'มาตรการ', $3, now(), 'test' from meeting where agency_id = $1 and number = '2/2567'`,
      [agencyId, item, matter.id],
    )
    await database.owner.query(
      `insert into resolution (agency_id, id, agenda_item_id, matter_id, content_hash, decision, wording, decided_on,
         recorded_at, recorded_by_name, origin)
       values ($1, $2, $3, $4, $5, 'approved', 'เห็นชอบมาตรการ', '2024-03-13', now(), 'test', 'entered')`,
      [agencyId, randomUUID(), item, matter.id, matter.contentHash],
    )
    return ctx
  }

  test('has no finding about its approvals as long as it stands as it was approved', async () => {
    expect(await approvalCodes(await approvedMeasures())).toEqual([])
  })

  test('whose measure is changed says so, and leads to what differs of the measures and of the report', async () => {
    const ctx = await approvedMeasures()
    await database.owner.query(
      `update working_measure set text = $2 where agency_id = $1 and id = (
         select id from working_measure where agency_id = $1 order by id limit 1)`,
      [ctx.agency.id, JSON.stringify(aValue(plain('มาตรการที่แก้ไข')))],
    )
    expect(await approvalCodes(ctx)).toEqual([
      'approval.other-content approvals/report/2567/difference',
      'approval.other-content approvals/report/2567/difference',
      'measures.changed-since-approval approvals/measures/2567/difference',
    ])
  })

  test('of which only what came of a measure is changed has its measures as they were approved', async () => {
    const ctx = await approvedMeasures()
    await database.owner.query('update working_measure set summary = $2 where agency_id = $1', [
      ctx.agency.id,
      JSON.stringify(aValue(plain('ดำเนินการแล้ว'))),
    ])
    expect(await approvalCodes(ctx)).toEqual([
      'approval.other-content approvals/report/2567/difference',
      'approval.other-content approvals/report/2567/difference',
    ])
  })
})
