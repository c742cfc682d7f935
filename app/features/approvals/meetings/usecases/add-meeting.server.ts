import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findBody } from '../../chains/body.repo.server.ts'
import { judgeFacts, type MeetingFacts } from '../meeting.domain.ts'
import { insertMeeting, isNumberTaken } from '../meeting.repo.server.ts'

export type AddMeeting = MeetingFacts & Readonly<{ state: 'planned' | 'held' }>

/** Adds a meeting, or one that was held before: the day of the entry is kept beside the day of the meeting. */
export function addMeeting(
  ctx: Ctx,
  given: AddMeeting,
): Promise<Result<{ meetingId: string }, ApprovalsError>> {
  return inTransaction<{ meetingId: string }, ApprovalsError>(ctx, async (tx) => {
    const { actor } = ctx
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const facts = judgeFacts(given)
    if (!facts.ok) return facts
    const body = await findBody(tx, { agencyId, id: given.bodyId })
    if (!body || body.endedAt !== null) return err({ code: 'body.unknown' })
    if (given.state === 'held' && given.heldOn > thaiDay(ctx.now())) return err({ code: 'meeting.in-future' })
    if (await isNumberTaken(tx, { agencyId, facts: facts.value }))
      return err({ code: 'meeting.number-taken' })
    const meetingId = await insertMeeting(tx, {
      agencyId,
      facts: facts.value,
      state: given.state,
      at: ctx.now(),
      by: actor.kind === 'person' ? actor.id : null,
      byName: actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor,
      action: 'meeting.added',
      object: { kind: 'meeting', id: meetingId },
      detail: { body: body.name, number: facts.value.number, heldOn: facts.value.heldOn, state: given.state },
    })
    return ok({ meetingId })
  })
}
