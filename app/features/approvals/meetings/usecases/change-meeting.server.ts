import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findBody } from '../../chains/body.repo.server.ts'
import type { Meeting, MeetingFacts } from '../meeting.domain.ts'
import { findMeeting, hasResolutions, isNumberTaken, updateMeeting } from '../meeting.repo.server.ts'
import {
  type MeetingClash,
  type MergedMeeting,
  mergeMeeting,
  touchesFixed,
} from '../meeting-change.domain.ts'

export type ChangeMeeting = Readonly<{
  meetingId: string
  seenVersion: number
  /** What the page showed when it was opened; null where that is not known. */
  seen: MeetingFacts | null
  /** What was typed; a fact that is absent stays as it is. */
  mine: Partial<MeetingFacts>
}>
type Changed = Readonly<{ version: number }>

/** Changes facts of a meeting. What another changed meanwhile stays; where both changed one fact, it is chosen between first. */
export function changeMeeting(
  ctx: Ctx,
  given: ChangeMeeting,
): Promise<Result<Changed, ApprovalsError | MeetingClash>> {
  return inTransaction<Changed, ApprovalsError | MeetingClash>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const meeting = await findMeeting(tx, { agencyId, id: given.meetingId })
    if (!meeting) return err({ code: 'meeting.unknown' })
    if (meeting.state === 'cancelled') return err({ code: 'meeting.cancelled' })
    const { facts: now, version } = meeting
    const merged = mergeMeeting({ ...given, now, version })
    if (!merged.ok) return merged
    const { facts, changed } = merged.value
    if (changed.length === 0) return ok({ version })
    const fault = await faultOf(tx, ctx, { meeting, merged: merged.value })
    if (fault) return err(fault)
    await updateMeeting(tx, { agencyId, id: meeting.id, facts, version: version + 1 })
    // Public pages name the meetings whose resolutions something rests on.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'meeting.changed',
      object: { kind: 'meeting', id: meeting.id },
      detail: {
        fields: changed.join(', '),
        numberBefore: now.number,
        number: facts.number,
        heldOnBefore: now.heldOn,
        heldOn: facts.heldOn,
      },
    })
    return ok({ version: version + 1 })
  })
}

type Judged = Readonly<{ meeting: Meeting; merged: MergedMeeting }>

async function faultOf(tx: Tx, ctx: Ctx, { meeting, merged }: Judged): Promise<ApprovalsError | null> {
  const agencyId = ctx.agency.id
  const { facts } = merged
  if (touchesFixed(merged) && (await hasResolutions(tx, { agencyId, id: meeting.id })))
    return { code: 'meeting.has-resolutions' }
  const body = await findBody(tx, { agencyId, id: facts.bodyId })
  // One that has ended since keeps its meetings.
  if (!body || (body.endedAt !== null && body.id !== meeting.facts.bodyId)) return { code: 'body.unknown' }
  if (meeting.state === 'held' && facts.heldOn > thaiDay(ctx.now())) return { code: 'meeting.in-future' }
  return (await isNumberTaken(tx, { agencyId, facts, except: meeting.id }))
    ? { code: 'meeting.number-taken' }
    : null
}
