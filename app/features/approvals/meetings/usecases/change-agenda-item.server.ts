import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findAgendaItem, updateAgendaItem } from '../agenda.repo.server.ts'
import { type ItemFacts, judgeItem } from '../meeting.domain.ts'
import { findMeeting } from '../meeting.repo.server.ts'

type ChangeItem = ItemFacts & Readonly<{ agendaItemId: string; seenVersion: number }>

/** Calls an item of an agenda otherwise while nothing is resolved of it; what it puts forward stays. */
export function changeAgendaItem(ctx: Ctx, given: ChangeItem): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const facts = judgeItem(given)
    if (!facts.ok) return facts
    const item = await findAgendaItem(tx, { agencyId, id: given.agendaItemId })
    if (!item) return err({ code: 'agenda-item.unknown' })
    if (item.hasResolution) return err({ code: 'agenda-item.has-resolution' })
    const meeting = await findMeeting(tx, { agencyId, id: item.meetingId })
    if (meeting?.state === 'cancelled') return err({ code: 'meeting.cancelled' })
    const names = ['number', 'title', 'details'] as const
    const changed = names.filter((name) => facts.value[name] !== item[name])
    if (changed.length === 0) return ok(null)
    if (item.version !== given.seenVersion) return err({ code: 'agenda-item.clash' })
    await updateAgendaItem(tx, { agencyId, id: item.id }, { ...facts.value, version: item.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'agenda-item.changed',
      object: { kind: 'agenda-item', id: item.id },
      detail: { fields: changed.join(', ') },
    })
    return ok(null)
  })
}
