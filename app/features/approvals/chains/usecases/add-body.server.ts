import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { type BodyNames, judgeNames } from '../body.domain.ts'
import { insertBody, isNameTaken } from '../body.repo.server.ts'

/** Adds a body that decides, under a name that no other body in use has. */
export function addBody(ctx: Ctx, given: BodyNames): Promise<Result<{ bodyId: string }, ApprovalsError>> {
  return inTransaction<{ bodyId: string }, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const names = judgeNames(given)
    if (!names.ok) return names
    if (await isNameTaken(tx, { agencyId, name: names.value.name })) return err({ code: 'body.name-taken' })
    const bodyId = await insertBody(tx, { agencyId, ...names.value })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'body.added',
      object: { kind: 'meeting-body', id: bodyId },
      detail: { name: names.value.name },
    })
    return ok({ bodyId })
  })
}
