import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { endSenderRow } from '../sender.repo.server.ts'

/** Ends the leave of a program to send, at once; what it sent stays. */
export function endSender(ctx: Ctx, { id }: Readonly<{ id: string }>): Promise<Result<null, DeskError>> {
  return inTransaction<null, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'settings.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    if (!(await endSenderRow(tx, agencyId, id, ctx.now()))) return err({ code: 'sender.unknown' })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'desk-sender.ended',
      object: { kind: 'desk-sender', id },
      detail: {},
    })
    return ok(null)
  })
}
