import { refusalOf } from '../../../../kernel/permission.ts'
import { err, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { attachEvidence, detachEvidence } from '../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../evidence/index.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findItemToResolve } from '../resolution.repo.server.ts'

export type PaperError = EvidenceError | ApprovalsError<'agenda-item.unknown' | 'meeting.cancelled'>

/** Attaches papers to an agenda item; gives the pieces of evidence that were not attached before. */
export function attachPapers(
  ctx: Ctx,
  { agendaItemId, evidenceIds }: Readonly<{ agendaItemId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], PaperError>> {
  return inTransaction<readonly string[], PaperError>(ctx, async (tx) => {
    const fault = await faultOf(tx, ctx, agendaItemId)
    if (fault) return err(fault)
    return attachEvidence(tx, ctx, { kind: 'agenda-item', id: agendaItemId, evidenceIds })
  })
}

/** Takes a paper off an agenda item; false when it was not on it. The piece of evidence itself stays. */
export function detachPaper(
  ctx: Ctx,
  { agendaItemId, evidenceId }: Readonly<{ agendaItemId: string; evidenceId: string }>,
): Promise<Result<boolean, PaperError>> {
  return inTransaction<boolean, PaperError>(ctx, async (tx) => {
    const fault = await faultOf(tx, ctx, agendaItemId)
    if (fault) return err(fault)
    return detachEvidence(tx, ctx, { kind: 'agenda-item', id: agendaItemId, evidenceId })
  })
}

async function faultOf(tx: Tx, ctx: Ctx, agendaItemId: string): Promise<PaperError | null> {
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
  if (refusal) return refusal
  const item = await findItemToResolve(tx, { agencyId: ctx.agency.id, id: agendaItemId })
  if (!item) return { code: 'agenda-item.unknown' }
  return item.meeting.state === 'cancelled' ? { code: 'meeting.cancelled' } : null
}
