import type { IsoDay } from '../../../kernel/thai-date.ts'
import { daysAfter } from '../../../kernel/thai-day.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Stage } from '../settings/channel-settings.domain.ts'
import { countEvents } from '../statistics/case-counts.repo.server.ts'
import { type CaseEvent, IN_TIME_EVENTS, LATE_EVENTS } from '../statistics/case-event.table.ts'

/** What brings a case forward, beside the stages: it is no matter for the channel, or is taken up once more. */
export type Progress = Stage | 'junk' | 'reopen'

type OneCase = Readonly<{ agencyId: string; reportId: string }>

/** Counts a case that has just been made, in its transaction. */
export const noteReceived = (
  tx: Tx,
  { agencyId, ...facts }: Readonly<{ agencyId: string; channel: string; category: string; day: IsoDay }>,
): Promise<void> => countEvents(tx, { agencyId, ...facts, events: ['received'] })

/**
 * Notes on the row of a case that a stage of it is done, or that it is junk or reopened, and counts it for the statistics in
 * the same transaction; the item of the chain that says so is the caller's. A stage that was done before is not counted again, nor is the end of a case that was reopened;
 * an answer acknowledges, and closing answers. `retentionDays`: from closing to erasure. False where there is no such case.
 */
export async function noteProgress(
  tx: Tx,
  {
    agencyId,
    reportId,
    progress,
    day,
    retentionDays,
  }: OneCase & Readonly<{ progress: Progress; day: IsoDay; retentionDays: number }>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('protected.report')
    .select([
      'channel',
      'category',
      'status',
      'acknowledge_due',
      'answer_due',
      'close_due',
      'acknowledged_day',
      'answered_day',
      'closed_day',
      'late_stages',
      'is_counted_finished',
    ])
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.status === 'erased') return false
  const isOver = row.status === 'closed' || row.status === 'junk'
  const events: CaseEvent[] = []
  if (progress === 'reopen') {
    if (!isOver) return true
    await save({ status: 'in-progress', closed_day: null, erase_due: null }, [])
    return true
  }
  if (isOver) return true
  const erase_due = daysAfter(day, retentionDays)
  if (progress === 'junk') {
    // What was no report is neither early nor late.
    const first: readonly CaseEvent[] = row.is_counted_finished ? [] : ['junk']
    await save({ status: 'junk', closed_day: day, erase_due, is_counted_finished: true }, first)
    return true
  }
  const stages: readonly Stage[] =
    progress === 'acknowledge'
      ? ['acknowledge']
      : progress === 'answer'
        ? ['acknowledge', 'answer']
        : ['acknowledge', 'answer', 'close']
  const due = { acknowledge: row.acknowledge_due, answer: row.answer_due, close: row.close_due }
  const done = { acknowledge: row.acknowledged_day, answer: row.answered_day, close: row.closed_day }
  const late: Stage[] = []
  for (const stage of stages) {
    if (done[stage] !== null || row.late_stages.includes(stage)) continue
    if (stage === 'close' && row.is_counted_finished) continue
    if (day > due[stage]) {
      late.push(stage)
      events.push(LATE_EVENTS[stage])
    } else events.push(IN_TIME_EVENTS[stage])
  }
  if (progress === 'close' && !row.is_counted_finished) events.push('closed')
  const status = { acknowledge: 'acknowledged', answer: 'answered', close: 'closed' }[progress]
  const goesBack = progress === 'acknowledge' && row.status !== 'received'
  await save(
    {
      status: goesBack ? row.status : status,
      acknowledged_day: done.acknowledge ?? day,
      ...(progress === 'acknowledge' ? {} : { answered_day: done.answer ?? day }),
      ...(progress === 'close' ? { closed_day: day, erase_due, is_counted_finished: true } : {}),
      late_stages: [...row.late_stages, ...late],
    },
    events,
  )
  return true

  async function save(
    facts: Readonly<{
      status: string
      acknowledged_day?: IsoDay
      answered_day?: IsoDay
      closed_day?: IsoDay | null
      erase_due?: IsoDay | null
      late_stages?: string[]
      is_counted_finished?: boolean
    }>,
    counted: readonly CaseEvent[],
  ): Promise<void> {
    await tx
      .updateTable('protected.report')
      .set(facts)
      .where('agency_id', '=', agencyId)
      .where('id', '=', reportId)
      .execute()
    if (!row) return
    const { channel, category } = row
    await countEvents(tx, { agencyId, channel, category, day, events: counted })
  }
}
