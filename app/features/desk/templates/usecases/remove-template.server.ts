import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { endTemplate } from '../template.repo.server.ts'

/** Takes a template out; answers that began by it stay. */
export function removeTemplate(ctx: Ctx, { id }: Readonly<{ id: string }>): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'template.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    if (!(await endTemplate(tx, agencyId, id, { at: ctx.now(), byName: ctx.actor.name })))
      return err({ code: 'template.unknown' })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'desk-template.removed',
      object: { kind: 'desk-template', id },
      detail: {},
    })
    return ok(null)
  })
}
