import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { findAgendaItem, readAgenda, updateAgendaItem } from '../agenda.repo.server.ts'
import { findMeeting } from '../meeting.repo.server.ts'

/** `seenPosition` as the page showed it, so that a button pressed twice moves once. */
type MoveItem = Readonly<{ agendaItemId: string; to: 'earlier' | 'later'; seenPosition: number }>

/** Moves an item one place in its agenda; the first stays first, and the last stays last. */
export function moveAgendaItem(ctx: Ctx, given: MoveItem): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const item = await findAgendaItem(tx, { agencyId, id: given.agendaItemId })
    if (!item) return err({ code: 'agenda-item.unknown' })
    const meeting = await findMeeting(tx, { agencyId, id: item.meetingId })
    if (meeting?.state === 'cancelled') return err({ code: 'meeting.cancelled' })
    if (item.position !== given.seenPosition) return err({ code: 'agenda-item.clash' })
    const agenda = await readAgenda(tx, { agencyId, meetingId: item.meetingId })
    const place = agenda.findIndex(({ id }) => id === item.id)
    const other = agenda[given.to === 'earlier' ? place - 1 : place + 1]
    if (other === undefined) return ok(null)
    for (const [one, position] of [
      [item, other.position],
      [other, item.position],
    ] as const)
      await updateAgendaItem(tx, { agencyId, id: one.id }, { position, version: one.version })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'agenda-item.changed',
      object: { kind: 'agenda-item', id: item.id },
      detail: { positionBefore: item.position, positionAfter: other.position },
    })
    return ok(null)
  })
}
