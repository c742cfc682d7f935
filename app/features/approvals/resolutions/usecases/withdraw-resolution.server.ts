import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { keptText, LONGEST_REASON } from '../resolution.domain.ts'
import { holdResolution, setResolutionWithdrawn } from '../resolution.repo.server.ts'

/**
 * Withdraws a resolution that was recorded in error: it counts no more, and stays with the reason. What is public because of
 * it stays public; whoever answers for that is told by the walk.
 */
export function withdrawResolution(
  ctx: Ctx,
  { resolutionId, reason }: Readonly<{ resolutionId: string; reason: string }>,
): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    const refusal = refusalOf(APPROVALS_POLICY, 'resolution.withdraw', actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, agency.id)
    const held = await holdResolution(tx, { agencyId: agency.id, id: resolutionId })
    if (!held) return err({ code: 'resolution.unknown' })
    if (held.isWithdrawn) return err({ code: 'resolution.withdrawn' })
    const why = keptText(reason)
    if (why === null) return err({ code: 'resolution.no-reason' })
    if (why.length > LONGEST_REASON) return err({ code: 'resolution.long-text' })
    await setResolutionWithdrawn(tx, {
      agencyId: agency.id,
      id: resolutionId,
      at: ctx.now(),
      byName: actor.name,
      reason: why,
    })
    // Public pages say by which resolutions, and what of them no longer holds.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'resolution.withdrawn',
      object: { kind: 'resolution', id: resolutionId },
      detail: { item: held.agendaItemId, contentHash: held.contentHash },
    })
    return ok(null)
  })
}
