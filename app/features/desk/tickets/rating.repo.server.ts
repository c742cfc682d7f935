import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** What the person thought of it, from 1 to 5. */
export type Rating = Readonly<{ score: number; isSolved: boolean; comment: string | null }>

type Of = Readonly<{ agencyId: string; ticketId: string }>

export async function findRating(tx: Tx, { agencyId, ticketId }: Of): Promise<Rating | null> {
  const row = await tx
    .selectFrom('desk_rating')
    .select(['score', 'is_solved', 'comment'])
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return row ? { score: row.score, isSolved: row.is_solved, comment: row.comment } : null
}

/** False where the ticket was rated already. */
export async function insertRating(
  tx: Tx,
  { agencyId, ticketId, score, isSolved, comment, day }: Of & Rating & Readonly<{ day: IsoDay }>,
): Promise<boolean> {
  const row = await tx
    .insertInto('desk_rating')
    .values({
      agency_id: agencyId,
      ticket_id: ticketId,
      score,
      is_solved: isSolved,
      comment,
      rated_on: day,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ticket_id')
    .executeTakeFirst()
  return row !== undefined
}
