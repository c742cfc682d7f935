import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { CaseCount } from './case-counts.domain.ts'
import { CASE_EVENTS, type CaseEvent } from './case-event.table.ts'

type Counted = Readonly<{
  agencyId: string
  channel: string
  category: string
  day: IsoDay
  events: readonly CaseEvent[]
}>

/** Counts what came to pass on a day, under its month. Says nothing of which case it was, and stays after the case is gone. */
export async function countEvents(
  tx: Tx,
  { agencyId, channel, category, day, events }: Counted,
): Promise<void> {
  const month = `${day.slice(0, 7)}-01`
  for (const event of events)
    await tx
      .insertInto('protected.case_count')
      .values({ agency_id: agencyId, month, channel, category, event, n: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'month', 'channel', 'category', 'event'])
          .doUpdateSet((row) => ({ n: row('protected.case_count.n', '+', 1) })),
      )
      .execute()
}

/** Everything that was ever counted of an agency, by month. */
export async function listCaseCounts(tx: Tx, agencyId: string): Promise<readonly CaseCount[]> {
  const rows = await tx
    .selectFrom('protected.case_count')
    .select(['month', 'channel', 'category', 'event', 'n'])
    .where('agency_id', '=', agencyId)
    .orderBy('month')
    .orderBy('channel')
    .orderBy('category')
    .orderBy('event')
    .execute()
  return rows.flatMap(({ event: written, ...row }) => {
    const event = CASE_EVENTS.find((one) => one === written)
    return event ? [{ ...row, event }] : []
  })
}
