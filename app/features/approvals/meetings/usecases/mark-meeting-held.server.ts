import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findMeeting, setMeetingState } from '../meeting.repo.server.ts'

type Which = Readonly<{ meetingId: string; seenVersion: number }>

/** Records that a meeting was held; from then on its resolutions can be recorded. */
export function markMeetingHeld(ctx: Ctx, given: Which): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const meeting = await findMeeting(tx, { agencyId, id: given.meetingId })
    if (!meeting) return err({ code: 'meeting.unknown' })
    if (meeting.state === 'held') return ok(null)
    if (meeting.state === 'cancelled') return err({ code: 'meeting.cancelled' })
    if (meeting.version !== given.seenVersion) return err({ code: 'meeting.clash' })
    if (meeting.facts.heldOn > thaiDay(ctx.now())) return err({ code: 'meeting.in-future' })
    await setMeetingState(tx, { agencyId, id: meeting.id, state: 'held', version: meeting.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'meeting.held',
      object: { kind: 'meeting', id: meeting.id },
      detail: { number: meeting.facts.number, heldOn: meeting.facts.heldOn },
    })
    return ok(null)
  })
}
