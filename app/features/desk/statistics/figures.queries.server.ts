import { sql } from 'kysely'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { TicketKind } from '../tickets/ticket.domain.ts'
import type { Figures } from './figures.domain.ts'

/** Figures of one month of receipt ("2024-10"), one kind and the unit that works on it. */
export type MonthFigures = Figures & Readonly<{ month: string; kind: TicketKind; unitId: string | null }>

/**
 * Everything that was received, counted. A ticket that was merged is as far as the one into which it went.
 */
export async function countFigures(
  tx: Tx,
  { agencyId, today }: Readonly<{ agencyId: string; today: IsoDay }>,
): Promise<readonly MonthFigures[]> {
  const { rows } = await sql<{
    month: string
    kind: TicketKind
    unit_id: string | null
    received: number
    done: number
    in_time: number
    late: number
    overdue: number
  }>`
    with recursive line as (
      select id as own, id as at, merged_into as next from desk_ticket
      where agency_id = ${agencyId} and state not in ('junk', 'moved')
      union all
      select line.own, target.id, target.merged_into from line
      join desk_ticket as target on target.agency_id = ${agencyId} and target.id = line.next
    ), ended as (
      select own, at from line where next is null
    )
    select to_char(own.received_on, 'YYYY-MM') as month, own.kind, last.unit_id,
      count(*)::int as received,
      count(*) filter (where last.state in ('answered', 'closed'))::int as done,
      count(*) filter (where last.in_time)::int as in_time,
      count(*) filter (where not last.in_time)::int as late,
      count(*) filter (where last.state in ('new', 'assigned', 'in-progress', 'reopened')
        and last.due_on < ${today}::date)::int as overdue
    from ended
    join desk_ticket as own on own.agency_id = ${agencyId} and own.id = ended.own
    join desk_ticket as last on last.agency_id = ${agencyId} and last.id = ended.at
    where last.state not in ('junk', 'moved')
    group by 1, 2, 3`.execute(tx)
  return rows.map((row) => ({
    month: row.month,
    kind: row.kind,
    unitId: row.unit_id,
    received: row.received,
    done: row.done,
    inProgress: row.received - row.done,
    answeredInTime: row.in_time,
    answeredLate: row.late,
    overdue: row.overdue,
  }))
}

/** When anything of the desk last changed; null while there is nothing. */
export async function findLastChange(tx: Tx, agencyId: string): Promise<Date | null> {
  const { at } = await tx
    .selectFrom('desk_ticket')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow()
  return at
}
