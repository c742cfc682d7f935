import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { DECISIONS } from '../matter.domain.ts'
import { placeMatter } from '../matter.repo.server.ts'
import { readStanding } from '../standing/standing.queries.server.ts'
import { makePublic } from './publication.repo.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const BODIES = ['คณะทำงาน', 'ที่ประชุมฝ่ายบริหาร', 'คณะกรรมการ'] as const
const DAYS = ['2024-10-21', '2024-11-07', '2024-11-20'] as const
const CONTENTS = [{ text: 'ฉบับแรก' }, { text: 'ฉบับแก้ไข' }] as const
const THING = { kind: 'report', key: '2567' } as const

type Step = Readonly<{ body: number; accepts: 'approved' | 'acknowledged'; circularAllowed: boolean }>
type Said = Readonly<{
  body: number
  day: number
  content: number
  decision: (typeof DECISIONS)[number]
  form: 'meeting' | 'circular'
  state: 'held' | 'planned' | 'cancelled'
  isWithdrawn: boolean
}>

const steps: fc.Arbitrary<readonly Step[]> = fc.uniqueArray(
  fc.record({
    body: fc.nat(2),
    accepts: fc.constantFrom('approved', 'acknowledged'),
    circularAllowed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3, selector: ({ body }) => body },
)
// Mostly approvals of the content that is asked for, so that complete chains are not rare.
const said: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.record({
    body: fc.nat(2),
    day: fc.nat(2),
    content: fc.constantFrom(0, 0, 0, 1),
    decision: fc.oneof(
      { weight: 3, arbitrary: fc.constant('approved' as const) },
      fc.constantFrom(...DECISIONS),
    ),
    form: fc.constantFrom('meeting', 'meeting', 'circular'),
    state: fc.constantFrom('held', 'held', 'held', 'planned', 'cancelled'),
    isWithdrawn: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 8 },
)

const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])

/** Rows as the use cases would have left them, and what they are about. */
async function given(ctx: Ctx, chain: readonly Step[], records: readonly Said[]) {
  const agency = ctx.agency.id
  const bodies = BODIES.map((name) => ({ id: randomUUID(), name }))
  for (const { id, name } of bodies)
    await sql('insert into meeting_body (agency_id, id, name) values ($1, $2, $3)', [agency, id, name])
  const chainId = randomUUID()
  await sql(
    `insert into approval_chain (agency_id, id, matter_kind, version, made_at, made_by) values ($1, $2, 'report', 1, now(), 'test')`,
    [agency, chainId],
  )
  for (const [index, step] of chain.entries())
    await sql('insert into approval_chain_step values ($1, $2, $3, $4, $5, $6, $7)', [
      agency,
      chainId,
      index + 1,
      bodies[step.body]?.id,
      step.accepts,
      step.circularAllowed,
      ['meeting-secretary'],
    ])
  const matters = await withAgency(database.db, agency, (tx) =>
    Promise.all(
      CONTENTS.map((content) =>
        placeMatter(tx, ctx, { agencyId: agency, ...THING, title: 'รายงาน', content }),
      ),
    ),
  )
  for (const [index, one] of records.entries()) {
    const [meeting, item] = [randomUUID(), randomUUID()]
    await sql(
      `insert into meeting (agency_id, id, body_id, form, number, held_on, calendar_year, state, entered_at, entered_by_name, origin)
       values ($1, $2, $3, $4, $5, $6, 2567, $7, now(), 'test', 'entered')`,
      [agency, meeting, bodies[one.body]?.id, one.form, `${index + 1}/2567`, DAYS[one.day], one.state],
    )
    const matter = matters[one.content]
    await sql(
      `insert into agenda_item (agency_id, id, meeting_id, position, title, matter_id, added_at, added_by_name)
       values ($1, $2, $3, 1, 'รายงาน', $4, now(), 'test')`,
      [agency, item, meeting, matter?.id],
    )
    await sql(
      `insert into resolution (agency_id, id, agenda_item_id, matter_id, content_hash, decision, wording, decided_on,
         recorded_at, recorded_by_name, origin, withdrawn_at, withdrawn_by_name, withdrawn_reason)
       values ($1, $2, $3, $4, $5, $6, 'มติ', $7, $8, 'test', 'entered', $9, $10, $10)`,
      [
        agency,
        randomUUID(),
        item,
        matter?.id,
        matter?.contentHash,
        one.decision,
        DAYS[one.day],
        new Date(Date.UTC(2024, 11, 1, 0, 0, index)),
        one.isWithdrawn ? new Date(Date.UTC(2024, 11, 2)) : null,
        one.isWithdrawn ? 'test' : null,
      ],
    )
  }
  return { chainId, matter: matters[0] ?? null }
}

const insertAnyhow =
  (ctx: Ctx, { chainId, matter }: Awaited<ReturnType<typeof given>>) =>
  (tx: Tx) =>
    tx
      .insertInto('publication')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        ...THING,
        version: 1,
        content_hash: matter?.contentHash ?? '',
        matter_id: matter?.id ?? null,
        chain_id: chainId,
        published_at: ctx.now(),
        published_by_name: 'somebody who goes around the program',
      })
      .execute()

describe('the gate', () => {
  it('of the database lets exactly those contents out that the rule of the program calls complete', async () => {
    let complete = 0
    await fc.assert(
      fc.asyncProperty(steps, said, async (chain, records) => {
        const ctx = await anAgency(database)
        const asked = await given(ctx, chain, records)
        const { contentHash = '' } = asked.matter ?? {}
        const standing = await withAgency(database.db, ctx.agency.id, (tx) =>
          readStanding(tx, ctx.agency.id, { ...THING, contentHash }),
        )
        if (standing.isComplete) complete += 1
        const inserted = await withAgency(database.db, ctx.agency.id, insertAnyhow(ctx, asked)).then(
          () => true,
          (error: { code?: string }) => {
            expect(error.code).toBe('23001')
            return false
          },
        )
        expect(inserted).toBe(standing.isComplete)
      }),
      { numRuns: 80, seed: 2567 },
    )
    // Otherwise the property would hold of a gate that lets nothing out.
    expect(complete).toBeGreaterThan(5)
  })

  it('publishes once, says by which resolutions, and the same again changes nothing', async () => {
    const ctx = await anAgency(database)
    const yes = {
      content: 0,
      decision: 'approved',
      form: 'meeting',
      state: 'held',
      isWithdrawn: false,
    } as const
    const chain = [0, 1].map((body) => ({ body, accepts: 'approved', circularAllowed: false }) as const)
    const { matter } = await given(ctx, chain, [
      { ...yes, body: 0, day: 0 },
      { ...yes, body: 1, day: 1 },
    ])
    const publish = () =>
      withAgency(database.db, ctx.agency.id, (tx) =>
        makePublic(tx, ctx, {
          agencyId: ctx.agency.id,
          ...THING,
          contentHash: matter?.contentHash ?? '',
          proof: null,
        }),
      )
    expect(await publish()).toMatchObject({ ok: true, value: { version: 1, isNew: true } })
    expect(await publish()).toMatchObject({ ok: true, value: { version: 1, isNew: false } })
    const { rows } = await sql(
      'select position from publication_step where agency_id = $1 order by position',
      [ctx.agency.id],
    )
    expect(rows.map(({ position }) => position)).toEqual([1, 2])
  })

  it('refuses a content that no meeting saw, and one without a chain', async () => {
    const ctx = await anAgency(database)
    const asked = { agencyId: ctx.agency.id, ...THING, contentHash: 'c'.repeat(64), proof: null }
    expect(await withAgency(database.db, ctx.agency.id, (tx) => makePublic(tx, ctx, asked))).toMatchObject({
      ok: false,
      error: { code: 'publication.not-approved', standing: { chain: null, isComplete: false } },
    })
    await expect(
      withAgency(database.db, ctx.agency.id, insertAnyhow(ctx, { chainId: randomUUID(), matter: null })),
    ).rejects.toMatchObject({ code: '23001' })
  })

  it('a publication is not written over: not its content, not its day, and it is withdrawn by a resolution alone', async () => {
    const ctx = await anAgency(database)
    const yes = {
      content: 0,
      decision: 'approved',
      form: 'meeting',
      state: 'held',
      isWithdrawn: false,
    } as const
    const asked = await given(
      ctx,
      [{ body: 0, accepts: 'approved', circularAllowed: false }],
      [{ ...yes, body: 0, day: 0 }],
    )
    await withAgency(database.db, ctx.agency.id, insertAnyhow(ctx, asked))
    const as = (change: Readonly<Record<string, unknown>>) =>
      withAgency(database.db, ctx.agency.id, (tx) =>
        tx.updateTable('publication').set(change).where('agency_id', '=', ctx.agency.id).execute(),
      )
    await expect(as({ content_hash: 'd'.repeat(64) })).rejects.toMatchObject({ code: '42501' })
    await expect(as({ published_at: new Date() })).rejects.toMatchObject({ code: '42501' })
    const { rows } = await sql('select id from resolution where agency_id = $1', [ctx.agency.id])
    const withdrawal = {
      withdrawn_at: new Date(),
      withdrawn_by_name: 'ใครก็ได้',
      withdrawn_reason: 'ไม่มีมติ',
      withdrawn_by_resolution: rows[0]?.id,
    }
    await expect(as(withdrawal)).rejects.toMatchObject({ code: '23001' })
    await expect(
      withAgency(database.db, ctx.agency.id, (tx) =>
        tx.deleteFrom('publication').where('agency_id', '=', ctx.agency.id).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
