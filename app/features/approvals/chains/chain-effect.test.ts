import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import type { Matter } from '../matter.domain.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { makePublic } from '../publications/publication.repo.server.ts'
import { recordResolution } from '../resolutions/usecases/record-resolution.server.ts'
import type { NewStep } from './chain.domain.ts'
import { findChainEffect } from './chain-effect.queries.server.ts'
import { findChainsPage } from './chains-page.queries.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

const CONTENT = { text: 'ฉบับแรก' }

/** Reports of the years named, each with the same content. */
const reportsOf = (years: readonly string[]): MatterSources => ({
  report: {
    kind: 'report',
    list: async () => [],
    read: async (_tx, _ctx, { key }) =>
      years.includes(key)
        ? {
            kind: 'report',
            key,
            title: `รายงาน ${key}`,
            content: CONTENT,
            contentHash: contentHash(CONTENT),
          }
        : null,
    cells: () => ({ before: [], after: [] }),
    paper: async () => null,
    part: (key) => `cycles/${key}/report`,
  },
})

const stepsOf = (bodyIds: readonly string[]): readonly NewStep[] =>
  bodyIds.map((bodyId) => ({
    bodyId,
    accepts: 'approved',
    circularAllowed: false,
    recorders: ['meeting-secretary'],
  }))

let meetings = 0
async function approvedBy(ctx: Ctx, bodyId: string, matter: Matter): Promise<void> {
  meetings += 1
  const meetingId = await rows.meeting(ctx, { bodyId, number: `${meetings}/2567`, heldOn: '2024-11-07' })
  const agendaItemId = await rows.item(ctx, { meetingId, matterId: matter.id })
  const recorded = await recordResolution(ctx, {
    agendaItemId,
    seenHash: matter.contentHash,
    decision: 'approved',
    wording: 'มีมติเห็นชอบ',
    confirmsContent: true,
    tasks: [],
  })
  if (!recorded.ok) throw new Error(recorded.error.code)
}

describe('what another chain would mean', () => {
  it('is told of what is under way, and neither of what is public as it stands nor of what is gone', async () => {
    const ctx = await anAgency(database, '2024-11-08T03:00:00Z')
    const [team, board] = [await rows.body(ctx, 'คณะทำงาน'), await rows.body(ctx, 'ฝ่ายบริหาร')]
    await rows.chain(ctx, [board])
    for (const key of ['2565', '2566', '2567'])
      await approvedBy(ctx, board, await rows.matter(ctx, CONTENT, { key }))
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      makePublic(tx, ctx, {
        agencyId: ctx.agency.id,
        kind: 'report',
        key: '2566',
        contentHash: contentHash(CONTENT),
        proof: null,
      }),
    )
    const before = { audit: await auditOf(database, ctx), page: await findChainsPage(ctx) }
    const effect = await findChainEffect(ctx, {
      kind: 'report',
      steps: stepsOf([team, board]),
      sources: reportsOf(['2566', '2567']),
    })
    expect(effect).toEqual({
      ok: true,
      value: {
        kind: 'report',
        bodies: ['คณะทำงาน', 'ฝ่ายบริหาร'],
        underWay: [
          {
            key: '2567',
            title: 'รายงาน 2567',
            before: { passed: 1, steps: 1, isComplete: true },
            after: { passed: 0, steps: 2, isComplete: false },
          },
        ],
        published: 1,
      },
    })
    expect({ audit: await auditOf(database, ctx), page: await findChainsPage(ctx) }).toEqual(before)
  })

  it('lets resolutions count wherever their body stands', async () => {
    const ctx = await anAgency(database, '2024-11-08T03:00:00Z')
    const [team, board] = [await rows.body(ctx, 'คณะทำงาน'), await rows.body(ctx, 'ฝ่ายบริหาร')]
    await approvedBy(ctx, team, await rows.matter(ctx, CONTENT))
    const effect = await findChainEffect(ctx, {
      kind: 'report',
      steps: stepsOf([team, board]),
      sources: reportsOf(['2567']),
    })
    expect(effect.ok && effect.value.underWay).toMatchObject([
      {
        before: { passed: 0, steps: 0, isComplete: false },
        after: { passed: 1, steps: 2, isComplete: false },
      },
    ])
  })

  it('a chain that could not be saved is refused as it would be then', async () => {
    const ctx = await anAgency(database)
    const board = await rows.body(ctx)
    const ask = (steps: readonly NewStep[]) =>
      findChainEffect(ctx, { kind: 'report', steps, sources: reportsOf([]) })
    expect(await ask([])).toEqual({ ok: false, error: { code: 'chain.no-step' } })
    expect(await ask(stepsOf([board, board]))).toEqual({ ok: false, error: { code: 'chain.body-twice' } })
    expect(await ask(stepsOf(['no-body']))).toEqual({ ok: false, error: { code: 'body.unknown' } })
  })
})
