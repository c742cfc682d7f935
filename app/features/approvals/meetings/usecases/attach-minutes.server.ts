import { refusalOf } from '../../../../kernel/permission.ts'
import { err, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { attachEvidence, detachEvidence } from '../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../evidence/index.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findMeeting } from '../meeting.repo.server.ts'

type MinutesError = EvidenceError | ApprovalsError<'meeting.unknown' | 'meeting.cancelled'>

/** Attaches minutes that were signed and scanned, or another paper, to a meeting; gives what was not attached before. */
export function attachMinutes(
  ctx: Ctx,
  { meetingId, evidenceIds }: Readonly<{ meetingId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], MinutesError>> {
  return inTransaction<readonly string[], MinutesError>(ctx, async (tx) => {
    const fault = await faultOf(tx, ctx, meetingId)
    if (fault) return err(fault)
    return attachEvidence(tx, ctx, { kind: 'meeting', id: meetingId, evidenceIds })
  })
}

/** Takes a paper off a meeting; false when it was not on it. The piece of evidence itself stays. */
export function detachMinutes(
  ctx: Ctx,
  { meetingId, evidenceId }: Readonly<{ meetingId: string; evidenceId: string }>,
): Promise<Result<boolean, MinutesError>> {
  return inTransaction<boolean, MinutesError>(ctx, async (tx) => {
    const fault = await faultOf(tx, ctx, meetingId)
    if (fault) return err(fault)
    return detachEvidence(tx, ctx, { kind: 'meeting', id: meetingId, evidenceId })
  })
}

async function faultOf(tx: Tx, ctx: Ctx, meetingId: string): Promise<MinutesError | null> {
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
  if (refusal) return refusal
  const meeting = await findMeeting(tx, { agencyId: ctx.agency.id, id: meetingId })
  if (!meeting) return { code: 'meeting.unknown' }
  return meeting.state === 'cancelled' ? { code: 'meeting.cancelled' } : null
}
