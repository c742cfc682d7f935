import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { OPEN_STATES, type Ticket } from '../tickets/ticket.domain.ts'
import { TICKET_COLUMNS, ticketOf } from '../tickets/ticket.repo.server.ts'

const MOST_AT_ONCE = 500

/** Waiting tickets that are due until a day, locked; those that somebody else works on just now are left for the next round. */
export async function holdDueUntil(
  tx: Tx,
  { agencyId, until }: Readonly<{ agencyId: string; until: IsoDay }>,
): Promise<readonly (Ticket & Readonly<{ remindedOf: IsoDay | null }>)[]> {
  const rows = await tx
    .selectFrom('desk_ticket')
    .select(TICKET_COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('state', 'in', OPEN_STATES)
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ ...ticketOf(row), remindedOf: row.reminded_of }))
}

/** Notes of which day due somebody was reminded; the ticket itself has not changed by it. */
export async function setReminded(
  tx: Tx,
  { agencyId, id, day }: Readonly<{ agencyId: string; id: string; day: IsoDay }>,
): Promise<void> {
  await tx
    .updateTable('desk_ticket')
    .set({ reminded_of: day })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Notes which step an overdue ticket has reached; who has it open may go on. */
export async function setEscalated(
  tx: Tx,
  { agencyId, id, step }: Readonly<{ agencyId: string; id: string; step: number }>,
): Promise<void> {
  await tx
    .updateTable('desk_ticket')
    .set({ escalated_step: step })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
