import { randomUUID } from 'node:crypto'
import { placeMatter, readStanding } from '../../app/features/approvals/index.server.ts'
import { findDraftCycle } from '../../app/features/improvement/index.server.ts'
import { type Cycle, contentOf } from '../../app/features/improvement/index.ts'
import { thaiDay } from '../../app/kernel/thai-day.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { type Tx, withAgency } from '../../app/platform/db/tenant.server.ts'

let meetings = 0

/** Lets every step of the chain approve the report of the year as its work now makes it; gives its content hash. */
export async function approveForPublication(
  ctx: Ctx,
  { fiscalYear }: Readonly<{ fiscalYear: number }>,
): Promise<string> {
  const draft = await findDraftCycle(ctx, fiscalYear)
  if (!draft) throw new Error(`${fiscalYear} is not open`)
  await approveReport(ctx, draft.cycle)
  return draft.contentHash
}

/**
 * Lets every step of the chain for reports approve exactly this content, today, in a meeting of its body each. Where the
 * agency has no chain, a body that is asked alone becomes it. With `upTo` the later steps have not met yet.
 */
export function approveReport(ctx: Ctx, cycle: Cycle, { upTo }: { upTo?: number } = {}): Promise<void> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const thing = { kind: 'report', key: String(cycle.fiscalYear) } as const
    const matter = await placeMatter(tx, ctx, {
      agencyId,
      ...thing,
      title: cycle.cover.title || 'รายงาน',
      content: contentOf(cycle),
    })
    const asked = { ...thing, contentHash: matter.contentHash }
    if (!(await readStanding(tx, agencyId, asked)).chain) await insertChain(tx, ctx, ['ที่ประชุมฝ่ายบริหาร'])
    const { steps } = await readStanding(tx, agencyId, asked)
    for (const { position, bodyId, passedBy } of steps)
      if (!passedBy && position <= (upTo ?? steps.length))
        await insertResolution(tx, ctx, { bodyId, matterId: matter.id, contentHash: matter.contentHash })
  })
}

/** A chain of approval for reports, step by step through these bodies. */
export const aChain = (ctx: Ctx, bodies: readonly string[]): Promise<void> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => insertChain(tx, ctx, bodies))

async function insertChain(tx: Tx, ctx: Ctx, bodies: readonly string[]): Promise<void> {
  const agency_id = ctx.agency.id
  const chain_id = randomUUID()
  await tx
    .insertInto('approval_chain')
    .values({
      agency_id,
      id: chain_id,
      matter_kind: 'report',
      version: 1,
      made_at: ctx.now(),
      made_by: ctx.actor.name,
    })
    .execute()
  for (const [index, name] of bodies.entries()) {
    const body_id = randomUUID()
    await tx.insertInto('meeting_body').values({ agency_id, id: body_id, name }).execute()
    await tx
      .insertInto('approval_chain_step')
      .values({
        agency_id,
        chain_id,
        position: index + 1,
        body_id,
        accepts: 'approved',
        circular_allowed: false,
        recorders: ['meeting-secretary'],
      })
      .execute()
  }
}

type About = Readonly<{ bodyId: string; matterId: string; contentHash: string }>

/** An approval of a matter by a meeting of the body that was held today; gives the resolution. */
async function insertResolution(tx: Tx, ctx: Ctx, { bodyId, matterId, contentHash }: About): Promise<string> {
  meetings += 1
  const agency_id = ctx.agency.id
  const day = thaiDay(ctx.now())
  const [meeting_id, item_id, id] = [randomUUID(), randomUUID(), randomUUID()]
  await tx
    .insertInto('meeting')
    .values({
      agency_id,
      id: meeting_id,
      body_id: bodyId,
      form: 'meeting',
      // Later than any that a report speaks of.
      number: `${100 + meetings}/2567`,
      held_on: day,
      calendar_year: Number(day.slice(0, 4)) + 543,
      state: 'held',
      entered_at: ctx.now(),
      entered_by_name: ctx.actor.name,
      origin: 'entered',
    })
    .execute()
  await tx
    .insertInto('agenda_item')
    .values({
      agency_id,
      id: item_id,
      meeting_id,
      position: 1,
      title: 'เรื่องเพื่อพิจารณา',
      matter_id: matterId,
      added_at: ctx.now(),
      added_by_name: ctx.actor.name,
    })
    .execute()
  await tx
    .insertInto('resolution')
    .values({
      agency_id,
      id,
      agenda_item_id: item_id,
      matter_id: matterId,
      content_hash: contentHash,
      decision: 'approved',
      wording: 'ที่ประชุมมีมติเห็นชอบ',
      decided_on: day,
      recorded_at: ctx.now(),
      recorded_by_name: ctx.actor.name,
      origin: 'entered',
    })
    .execute()
  return id
}

/** A resolution of the body that decided last about a publication, by which it may be withdrawn; gives the resolution. */
export const resolveWithdrawal = (ctx: Ctx, publicationId: string): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const matter = await placeMatter(tx, ctx, {
      agencyId,
      kind: 'withdrawal',
      key: publicationId,
      title: 'ถอนการเผยแพร่',
      content: { schema: 'prongsai.withdrawal/1', publicationId },
    })
    const { body_id } = await tx
      .selectFrom('publication_step as step')
      .innerJoin('publication as p', (join) =>
        join.onRef('p.agency_id', '=', 'step.agency_id').onRef('p.id', '=', 'step.publication_id'),
      )
      .innerJoin('approval_chain_step as chain', (join) =>
        join
          .onRef('chain.agency_id', '=', 'p.agency_id')
          .onRef('chain.chain_id', '=', 'p.chain_id')
          .onRef('chain.position', '=', 'step.position'),
      )
      .select('chain.body_id')
      .where('step.agency_id', '=', agencyId)
      .where('step.publication_id', '=', publicationId)
      .orderBy('step.position', 'desc')
      .executeTakeFirstOrThrow()
    return insertResolution(tx, ctx, {
      bodyId: body_id,
      matterId: matter.id,
      contentHash: matter.contentHash,
    })
  })
