import { thaiDay } from '../../../kernel/thai-day.ts'
import type { ProgramCtx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { CHAIN_KINDS, type Matter, type MatterKind, type MeetingState } from '../matter.domain.ts'
import type { Known, KnownItem, ReportPlan } from './report-plan.domain.ts'
import type { MentionAbout } from './reported-mention.domain.ts'
import { reportedTitle } from './reported-words.th.ts'

/** All that the plan of a report asks of an agency. Cancelled meetings are gone: their number may be given again. */
export async function readKnown(
  tx: Tx,
  agencyId: string,
  { kind, key }: Pick<Matter, 'kind' | 'key'>,
): Promise<Known> {
  const bodies = await tx
    .selectFrom('meeting_body')
    .select(['id', 'name', 'short_name', 'ended_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .execute()
  const meetings = await tx
    .selectFrom('meeting')
    .select(['id', 'body_id', 'number', 'calendar_year', 'held_on', 'state'])
    .where('agency_id', '=', agencyId)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .execute()
  const chains = await tx
    .selectFrom('approval_chain')
    .select('matter_kind')
    .where('agency_id', '=', agencyId)
    .execute()
  const withdrawn = await tx
    .selectFrom('publication')
    .select(({ fn }) => fn.max('withdrawn_at').as('at'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return {
    withdrawnOn: withdrawn?.at ? thaiDay(withdrawn.at) : null,
    bodies: bodies.map((body) => ({
      id: body.id,
      name: body.name,
      shortName: body.short_name,
      isEnded: body.ended_at !== null,
    })),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      bodyId: meeting.body_id,
      number: meeting.number,
      calendarYear: meeting.calendar_year,
      heldOn: meeting.held_on,
      state: meeting.state as MeetingState,
    })),
    items: await readItems(tx, agencyId),
    chains: CHAIN_KINDS.filter((kind) => chains.some((chain) => chain.matter_kind === kind)),
  }
}

/** An item with two resolutions, one of them withdrawn, is two of these, the one that stands first. */
async function readItems(tx: Tx, agencyId: string): Promise<readonly KnownItem[]> {
  const rows = await tx
    .selectFrom('agenda_item as item')
    .leftJoin('matter', (join) =>
      join.onRef('matter.agency_id', '=', 'item.agency_id').onRef('matter.id', '=', 'item.matter_id'),
    )
    .leftJoin('resolution', (join) =>
      join
        .onRef('resolution.agency_id', '=', 'item.agency_id')
        .onRef('resolution.agenda_item_id', '=', 'item.id'),
    )
    .select([
      'item.id',
      'item.meeting_id',
      'matter.id as matter_id',
      'matter.kind',
      'matter.key',
      'resolution.id as resolution_id',
      'resolution.wording',
      'resolution.origin',
      'resolution.withdrawn_at',
      (eb) =>
        eb
          .exists(
            eb
              .selectFrom('publication_step as step')
              .select('step.position')
              .whereRef('step.agency_id', '=', 'resolution.agency_id')
              .whereRef('step.resolution_id', '=', 'resolution.id'),
          )
          .as('is_public'),
    ])
    .where('item.agency_id', '=', agencyId)
    .where('item.removed_at', 'is', null)
    .orderBy((order) => order.case().when('resolution.withdrawn_at', 'is', null).then(0).else(1).end())
    .orderBy('item.id')
    .execute()
  const mentions = await tx
    .selectFrom('reported_resolution')
    .select(['resolution_id', 'fiscal_year', 'about'])
    .where('agency_id', '=', agencyId)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    matter:
      row.matter_id === null || row.kind === null || row.key === null
        ? null
        : { id: row.matter_id, kind: row.kind as MatterKind, key: row.key },
    resolution:
      row.resolution_id === null || row.wording === null
        ? null
        : {
            id: row.resolution_id,
            wording: row.wording,
            origin: row.origin === 'entered' ? 'entered' : 'report-text',
            isWithdrawn: row.withdrawn_at !== null,
            isPublic: row.is_public === true,
            mentions: mentions
              .filter((mention) => mention.resolution_id === row.resolution_id)
              .map((mention) => ({ fiscalYear: mention.fiscal_year, about: mention.about as MentionAbout })),
          },
  }))
}

type Writing = Readonly<{ agencyId: string; plan: ReportPlan; report: Matter }>

/** Writes what a report speaks of: bodies, meetings that took place, their items and resolutions. */
export async function insertReported(tx: Tx, ctx: ProgramCtx, given: Writing): Promise<void> {
  const { agencyId, plan, report } = given
  const now = ctx.now()
  const personId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const fiscalYear = Number(report.key)
  if (plan.bodies.length > 0)
    await tx
      .insertInto('meeting_body')
      .values(plan.bodies.map(({ id, name }) => ({ agency_id: agencyId, id, name })))
      .execute()
  if (plan.meetings.length > 0)
    await tx
      .insertInto('meeting')
      .values(
        plan.meetings.map((meeting) => ({
          agency_id: agencyId,
          id: meeting.id,
          body_id: meeting.bodyId,
          form: 'meeting',
          number: meeting.number,
          held_on: meeting.heldOn,
          calendar_year: meeting.calendarYear,
          state: meeting.state,
          entered_at: now,
          entered_by: personId,
          entered_by_name: ctx.actor.name,
          origin: 'report-text',
        })),
      )
      .execute()
  for (const record of plan.records) {
    const matterId = record.isBound ? report.id : null
    if (record.isNewItem)
      await tx
        .insertInto('agenda_item')
        .values({
          agency_id: agencyId,
          id: record.itemId,
          meeting_id: record.meetingId,
          position: await nextPosition(tx, agencyId, record.meetingId),
          title: record.about === 'report' ? report.title : reportedTitle[record.about](fiscalYear),
          matter_id: matterId,
          added_at: now,
          added_by_name: ctx.actor.name,
        })
        .execute()
    await tx
      .insertInto('resolution')
      .values({
        agency_id: agencyId,
        id: record.resolutionId,
        agenda_item_id: record.itemId,
        matter_id: matterId,
        content_hash: record.isBound ? report.contentHash : null,
        decision: record.decision,
        wording: record.wording,
        decided_on: record.decidedOn,
        recorded_at: now,
        recorded_by: personId,
        recorded_by_name: ctx.actor.name,
        origin: 'report-text',
      })
      .execute()
  }
  if (plan.mentions.length > 0)
    await tx
      .insertInto('reported_resolution')
      .values(
        plan.mentions.map(({ resolutionId, about }) => ({
          agency_id: agencyId,
          resolution_id: resolutionId,
          fiscal_year: fiscalYear,
          about,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function nextPosition(tx: Tx, agencyId: string, meetingId: string): Promise<number> {
  const last = await tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('agency_id', '=', agencyId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

/** Makes the first chain of a kind out of the bodies that agreed; meetings alone, recorded by whoever records resolutions. */
export async function insertFirstChain(
  tx: Tx,
  ctx: ProgramCtx,
  given: Readonly<{ agencyId: string; id: string; chain: ReportPlan['chains'][number] }>,
): Promise<void> {
  const { agencyId, id, chain } = given
  await tx
    .insertInto('approval_chain')
    .values({
      agency_id: agencyId,
      id,
      matter_kind: chain.kind,
      version: 1,
      made_at: ctx.now(),
      made_by: ctx.actor.name,
    })
    .execute()
  await tx
    .insertInto('approval_chain_step')
    .values(
      chain.steps.map(({ bodyId, accepts }, index) => ({
        agency_id: agencyId,
        chain_id: id,
        position: index + 1,
        body_id: bodyId,
        accepts,
        circular_allowed: false,
        recorders: [...APPROVALS_POLICY['resolution.record'].roles],
      })),
    )
    .execute()
}
