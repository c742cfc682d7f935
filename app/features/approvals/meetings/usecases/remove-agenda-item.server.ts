import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findAgendaItem, updateAgendaItem } from '../agenda.repo.server.ts'

type RemoveItem = Readonly<{ agendaItemId: string; seenVersion: number }>

/** Takes an item off its agenda while nothing is resolved of it. */
export function removeAgendaItem(ctx: Ctx, given: RemoveItem): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const item = await findAgendaItem(tx, { agencyId, id: given.agendaItemId })
    if (!item) return err({ code: 'agenda-item.unknown' })
    if (item.hasResolution) return err({ code: 'agenda-item.has-resolution' })
    if (item.version !== given.seenVersion) return err({ code: 'agenda-item.clash' })
    await updateAgendaItem(tx, { agencyId, id: item.id }, { removedAt: ctx.now(), version: item.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'agenda-item.removed',
      object: { kind: 'agenda-item', id: item.id },
      detail: { meeting: item.meetingId, title: item.title },
    })
    return ok(null)
  })
}
