import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { placeMatter } from '../matter.repo.server.ts'
import { findStanding } from '../standing/standing.queries.server.ts'
import { recordReported } from './record-reported.server.ts'
import type { ReportedMention } from './reported-mention.domain.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const { source: _source, ...EXAMPLE } = exampleCycle()
const MENTIONS: readonly ReportedMention[] = EXAMPLE.resolutions.map((mention) => ({
  ...mention,
  heldOn: mention.heldOn.day,
}))
/** After every meeting of which the reports speak. */
const AFTERWARDS = '2025-12-01T03:00:00Z'
const NAMES = { nameTh: EXAMPLE.agency.name, shortName: EXAMPLE.agency.shortName }
const BOARD = 'ที่ประชุมฝ่ายบริหาร'
const WORKING_GROUP = 'คณะทำงานส่งเสริมและพัฒนาการบริหารงานที่โปร่งใส และพัฒนาบริหารจัดการคุณภาพองค์กร'

/** The report of a year with this content, as the import does. */
const reported = (ctx: Ctx, { content = EXAMPLE as object, key = '2567', mentions = MENTIONS } = {}) =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const given = { agencyId: ctx.agency.id, kind: 'report', key, title: `รายงาน ${key}`, content } as const
    const report = await placeMatter(tx, ctx, given)
    const recorded = await recordReported(tx, ctx, {
      agencyId: ctx.agency.id,
      names: NAMES,
      mentions,
      report,
    })
    return { ...recorded, report }
  })

const rows = async (ctx: Ctx, sql: string) => (await database.owner.query(sql, [ctx.agency.id])).rows
const recordsOf = (ctx: Ctx) =>
  rows(
    ctx,
    `select body.name as body, meeting.number, meeting.held_on::text, meeting.state, meeting.origin,
       resolution.decision, resolution.content_hash, resolution.origin as of
     from resolution
     join agenda_item as item on item.agency_id = resolution.agency_id and item.id = resolution.agenda_item_id
     join meeting on meeting.agency_id = item.agency_id and meeting.id = item.meeting_id
     join meeting_body as body on body.agency_id = meeting.agency_id and body.id = meeting.body_id
     where resolution.agency_id = $1 order by meeting.held_on, item.position`,
  )
const chainOf = (ctx: Ctx, kind: string) =>
  rows(
    ctx,
    `select body.name, step.accepts, chain.version from approval_chain as chain
     join approval_chain_step as step on step.agency_id = chain.agency_id and step.chain_id = chain.id
     join meeting_body as body on body.agency_id = step.agency_id and body.id = step.body_id
     where chain.agency_id = $1 and chain.matter_kind = '${kind}' order by step.position`,
  )

describe('the resolutions that the report of the example speaks of', () => {
  it('are four records of two bodies, of which those about the report are bound to its content', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const { report, recorded, madeChains, leftOut } = await reported(ctx)
    expect({ recorded, madeChains, leftOut }).toEqual({
      recorded: 4,
      madeChains: ['measures', 'report'],
      leftOut: [],
    })
    const held = { state: 'held', origin: 'report-text', of: 'report-text', decision: 'approved' }
    const hash = report.contentHash
    expect(await recordsOf(ctx)).toEqual([
      { ...held, body: BOARD, number: '2/2567', held_on: '2024-03-13', content_hash: null },
      { ...held, body: BOARD, number: '8/2567', held_on: '2024-10-11', content_hash: null },
      { ...held, body: WORKING_GROUP, number: '3/2567', held_on: '2024-10-21', content_hash: hash },
      { ...held, body: BOARD, number: '9/2567', held_on: '2024-11-07', content_hash: hash },
    ])
    expect(await chainOf(ctx, 'report')).toEqual([
      { name: WORKING_GROUP, accepts: 'approved', version: 1 },
      { name: BOARD, accepts: 'approved', version: 1 },
    ])
    expect(await chainOf(ctx, 'measures')).toEqual([{ name: BOARD, accepts: 'approved', version: 1 }])
  })

  it('approve exactly the content of the example, and nothing else', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const { report } = await reported(ctx)
    const standing = (contentHash: string) => findStanding(ctx, { kind: 'report', key: '2567', contentHash })
    expect((await standing(report.contentHash)).isComplete).toBe(true)
    expect(await standing('0'.repeat(64))).toMatchObject({ isComplete: false, isChangedSince: true })
  })

  it('are each in the audit log, with where they come from', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const { report } = await reported(ctx)
    const log = await auditOf(database, ctx)
    expect(log.map(({ action }) => action)).toEqual([
      ...Array(4).fill('resolution.recorded'),
      'chain.changed',
      'chain.changed',
    ])
    expect(log.map(({ detail }) => detail)).toMatchObject([
      { number: '2/2567', origin: 'report-text', hash: null },
      { number: '8/2567', origin: 'report-text', hash: null },
      { number: '3/2567', origin: 'report-text', hash: report.contentHash },
      { number: '9/2567', origin: 'report-text', hash: report.contentHash },
      { kind: 'measures', origin: 'report-text' },
      { kind: 'report', origin: 'report-text' },
    ])
  })

  it('change nothing when the same report comes again', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    await reported(ctx)
    const before = { records: await recordsOf(ctx), log: await auditOf(database, ctx) }
    expect(await reported(ctx)).toMatchObject({ recorded: 0, madeChains: [] })
    expect({ records: await recordsOf(ctx), log: await auditOf(database, ctx) }).toEqual(before)
  })

  it('are recorded once where the same report is brought in twice at the same time', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const both = await Promise.all([reported(ctx), reported(ctx)])
    expect(both.map(({ recorded }) => recorded).toSorted()).toEqual([0, 4])
    expect(await recordsOf(ctx)).toHaveLength(4)
  })

  it('have an item of their own where the report comes with new content', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    await reported(ctx)
    const changed = { ...EXAMPLE, cover: { ...EXAMPLE.cover, title: 'ฉบับแก้ไข' } }
    const { recorded, report } = await reported(ctx, { content: changed })
    expect(recorded).toBe(2)
    const of = { kind: 'report', key: '2567', contentHash: report.contentHash } as const
    expect((await findStanding(ctx, of)).isComplete).toBe(true)
    expect(await rows(ctx, 'select id from meeting where agency_id = $1')).toHaveLength(4)
    const items = await rows(
      ctx,
      `select position from agenda_item as item join meeting on meeting.id = item.meeting_id
       where item.agency_id = $1 and meeting.number = '9/2567' order by position`,
    )
    expect(items).toEqual([{ position: 1 }, { position: 2 }])
  })

  it('do not come back after somebody withdrew them', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    const { report } = await reported(ctx)
    await database.owner.query(
      `update resolution set withdrawn_at = now(), withdrawn_by_name = 'test', withdrawn_reason = 'ผิด'
       where agency_id = $1 and content_hash is not null`,
      [ctx.agency.id],
    )
    expect((await reported(ctx)).recorded).toBe(0)
    const of = { kind: 'report', key: '2567', contentHash: report.contentHash } as const
    expect((await findStanding(ctx, of)).isComplete).toBe(false)
  })
})

describe('the report of another year', () => {
  const LATER = [
    {
      body: `${BOARD} ของ ${EXAMPLE.agency.name}`,
      meetingNumber: '10/2568',
      heldOn: '2025-11-05',
      wording: 'ได้รับความเห็นชอบ',
      about: 'report',
    },
  ] as const

  it('finds the bodies and the chain of the first, and waits for the steps that it does not name', async () => {
    const ctx = await anAgency(database, AFTERWARDS)
    await reported(ctx)
    const later = await reported(ctx, { content: { fiscalYear: 2568 }, key: '2568', mentions: LATER })
    expect(later).toMatchObject({ recorded: 1, madeChains: [] })
    expect(await rows(ctx, 'select id from meeting_body where agency_id = $1')).toHaveLength(2)
    const of = { kind: 'report', key: '2568', contentHash: later.report.contentHash } as const
    expect((await findStanding(ctx, of)).steps.map(({ passedBy }) => passedBy !== null)).toEqual([
      false,
      false,
    ])
  })
})
