import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { mailFollowers } from '../answering.server.ts'
import { decideAssignment } from '../assigning.server.ts'
import { actRefusal, type Decided, keepDecided } from '../changing-ticket.server.ts'
import { decideClosing, decideJunk } from '../ending.server.ts'
import { PRIORITIES, type Ticket, type TicketAct } from '../ticket.domain.ts'
import { holdTicket } from '../ticket.repo.server.ts'

export type BulkAct = 'assign' | 'close' | 'junk' | 'priority'
export type BulkTickets = Readonly<{
  act: BulkAct
  rows: readonly Readonly<{ id: string; seenVersion: number }>[]
  unitId?: string | null
  officerId?: string | null
  priority?: string
  reason?: string
}>
export type BulkDone = Readonly<{
  done: number
  refused: readonly Readonly<{ id: string; reference: string | null; error: DeskError }>[]
}>

const MOST_ROWS = 200
const ACT: Readonly<Record<BulkAct, TicketAct>> = {
  assign: 'assign',
  close: 'close',
  junk: 'junk',
  priority: 'change',
}

/** Does one thing with many tickets, each by itself: what cannot be done with one does not undo the others. */
export async function bulkTickets(
  ctx: Ctx,
  tools: Pick<DeskTools, 'followUpAddress'>,
  asked: BulkTickets,
): Promise<Result<BulkDone, DeskError>> {
  if (asked.rows.length === 0) return err({ code: 'ticket.none-chosen' })
  if (asked.rows.length > MOST_ROWS) return err({ code: 'ticket.too-many' })
  const refused: { id: string; reference: string | null; error: DeskError }[] = []
  let done = 0
  for (const { id, seenVersion } of asked.rows) {
    let reference: string | null = null
    const one = await inTransaction<null, DeskError>(ctx, async (tx) => {
      const ticket = await holdTicket(tx, ctx.agency.id, id)
      if (!ticket) return err({ code: 'ticket.unknown' })
      reference = ticket.reference
      const refusal = actRefusal(ctx, ACT[asked.act], ticket, seenVersion)
      if (refusal) return err(refusal)
      const decided = await decide(tx, ctx, tools, { ticket, asked })
      if (!decided.ok) return decided
      await keepDecided(tx, ctx, ticket, decided.value)
      return ok(null)
    })
    if (one.ok) done += 1
    else refused.push({ id, reference, error: one.error })
    // Who may not do it to any is told so, and not for each.
    if (!one.ok && one.error.code === 'permission.refused' && done === 0) return one
  }
  return ok({ done, refused })
}

type Asked = Readonly<{ ticket: Ticket; asked: BulkTickets }>

async function decide(
  tx: Tx,
  ctx: Ctx,
  tools: Pick<DeskTools, 'followUpAddress'>,
  { ticket, asked }: Asked,
): Promise<Result<Decided, DeskError>> {
  const { reason = '', unitId = null, officerId = null } = asked
  switch (asked.act) {
    case 'assign':
      return decideAssignment(tx, ctx, ticket, { unitId, officerId, note: '' })
    case 'junk':
      return decideJunk(ticket, reason)
    case 'close': {
      const decided = decideClosing(ctx, ticket, reason)
      if (decided.ok && decided.value.event.body)
        await mailFollowers(tx, ctx, tools, {
          ticket,
          what: 'closed',
          text: decided.value.event.body,
          files: 0,
        })
      return decided
    }
    case 'priority': {
      const priority = PRIORITIES.find((one) => one === asked.priority)
      if (!priority || priority === ticket.priority) return err({ code: 'ticket.nothing-changed' })
      const detail = { fromPriority: ticket.priority, priority }
      return ok({
        change: { priority },
        event: { kind: 'changed', detail },
        audit: { action: 'ticket.changed', detail },
      })
    }
  }
}
