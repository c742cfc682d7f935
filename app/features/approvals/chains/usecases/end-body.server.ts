import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findBody, setBodyEnded } from '../body.repo.server.ts'
import { isInChain } from '../chain.repo.server.ts'

/** A body meets no more: its meetings stay, and no chain in force may have it. */
export function endBody(
  ctx: Ctx,
  given: Readonly<{ bodyId: string }>,
): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const body = await findBody(tx, { agencyId, id: given.bodyId })
    if (!body || body.endedAt !== null) return err({ code: 'body.unknown' })
    if (await isInChain(tx, { agencyId, bodyId: body.id })) return err({ code: 'body.in-chain' })
    await setBodyEnded(tx, { agencyId, id: body.id, at: ctx.now(), version: body.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'body.ended',
      object: { kind: 'meeting-body', id: body.id },
      detail: { name: body.name },
    })
    return ok(null)
  })
}
