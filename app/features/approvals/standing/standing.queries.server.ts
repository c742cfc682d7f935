import type { RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { resolutionsOfBodies } from '../in-meeting.queries.server.ts'
import type { ChainKind, Decision, MatterKey, MeetingForm, MeetingState } from '../matter.domain.ts'
import { isChainKind } from '../matter.domain.ts'
import { type Chain, type ResolutionRecord, type Standing, standingOf } from './standing.domain.ts'

/** The chain of a kind that is in force; null where none was made. */
export async function readChain(tx: Tx, agencyId: string, kind: ChainKind): Promise<Chain | null> {
  const chain = await tx
    .selectFrom('approval_chain')
    .select(['id', 'version', 'made_at', 'made_by'])
    .where('agency_id', '=', agencyId)
    .where('matter_kind', '=', kind)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!chain) return null
  const steps = await tx
    .selectFrom('approval_chain_step as step')
    .innerJoin('meeting_body as body', (join) =>
      join.onRef('body.agency_id', '=', 'step.agency_id').onRef('body.id', '=', 'step.body_id'),
    )
    .select([
      'step.position',
      'step.body_id',
      'body.name',
      'step.accepts',
      'step.circular_allowed',
      'step.recorders',
    ])
    .where('step.agency_id', '=', agencyId)
    .where('step.chain_id', '=', chain.id)
    .orderBy('step.position')
    .execute()
  return {
    id: chain.id,
    kind,
    version: chain.version,
    madeAt: chain.made_at,
    madeBy: chain.made_by,
    steps: steps.map((step) => ({
      position: step.position,
      bodyId: step.body_id,
      bodyName: step.name,
      accepts: step.accepts as Chain['steps'][number]['accepts'],
      circularAllowed: step.circular_allowed,
      recorders: step.recorders as readonly RoleName[],
    })),
  }
}

/** Every resolution about any content of one thing, withdrawn ones too, by the day on which it was decided. */
export async function readResolutions(
  tx: Tx,
  agencyId: string,
  { kind, key }: MatterKey,
): Promise<readonly ResolutionRecord[]> {
  const rows = await resolutionsOfBodies(tx)
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.agency_id', '=', 'resolution.agency_id')
        .onRef('matter.id', '=', 'resolution.matter_id'),
    )
    .select([
      'resolution.id',
      'resolution.agenda_item_id',
      'resolution.decision',
      'resolution.wording',
      'resolution.decided_on',
      'resolution.recorded_at',
      'resolution.recorded_by_name',
      'resolution.origin',
      'resolution.withdrawn_at',
      'matter.id as matter_id',
      'matter.content_hash',
      'meeting.id as meeting_id',
      'meeting.number',
      'meeting.form',
      'meeting.state',
      'body.id as body_id',
      'body.name as body_name',
    ])
    .where('matter.agency_id', '=', agencyId)
    .where('matter.kind', '=', kind)
    .where('matter.key', '=', key)
    .orderBy('resolution.decided_on')
    .orderBy('resolution.recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agendaItemId: row.agenda_item_id,
    meetingId: row.meeting_id,
    bodyId: row.body_id,
    bodyName: row.body_name,
    meetingNumber: row.number,
    form: row.form as MeetingForm,
    meetingState: row.state as MeetingState,
    matterId: row.matter_id,
    contentHash: row.content_hash,
    decision: row.decision as Decision,
    wording: row.wording,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by_name,
    origin: row.origin as ResolutionRecord['origin'],
    isWithdrawn: row.withdrawn_at !== null,
  }))
}

/**
 * How far one content of a thing came, inside a transaction of the caller; by the chain in force, or by `underChain`, one that
 * might be.
 */
export async function readStanding(
  tx: Tx,
  agencyId: string,
  given: MatterKey & Readonly<{ contentHash: string; underChain?: Chain }>,
): Promise<Standing> {
  const chain =
    given.underChain ?? (isChainKind(given.kind) ? await readChain(tx, agencyId, given.kind) : null)
  const resolutions = await readResolutions(tx, agencyId, given)
  const withdrawn = await tx
    .selectFrom('publication')
    .select(({ fn }) => fn.max('withdrawn_at').as('at'))
    .where('agency_id', '=', agencyId)
    .where('kind', '=', given.kind)
    .where('key', '=', given.key)
    .where('content_hash', '=', given.contentHash)
    .executeTakeFirst()
  return standingOf(chain, {
    contentHash: given.contentHash,
    resolutions,
    withdrawnAt: withdrawn?.at ?? null,
  })
}

export const findStanding = (
  ctx: Ctx,
  given: MatterKey & Readonly<{ contentHash: string }>,
): Promise<Standing> => withAgency(ctx.db, ctx.agency.id, (tx) => readStanding(tx, ctx.agency.id, given))
