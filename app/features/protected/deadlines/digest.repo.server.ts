import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

type Round = Readonly<{ agencyId: string; day: IsoDay; hour: number }>

/** Claims a round; false when it was claimed before, by whichever program. */
export async function claimRound(tx: Tx, { agencyId, day, hour }: Round): Promise<boolean> {
  const claimed = await tx
    .insertInto('protected.digest_sent')
    .values({ agency_id: agencyId, day, hour })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hour')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Of a round in which nothing could be sent: it is tried again. */
export async function giveRoundBack(tx: Tx, { agencyId, day, hour }: Round): Promise<void> {
  await tx
    .deleteFrom('protected.digest_sent')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .where('hour', '=', hour)
    .execute()
}

/** Everybody appointed now. */
export async function listAppointedPersons(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('protected.appointment')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', agencyId)
    .where('ended_day', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
