import { sql } from 'kysely'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Stage } from '../settings/channel-settings.domain.ts'
import type { DueCase } from './deadlines.domain.ts'

/** A case that may be overdue: identifiers, days and steps, nothing of what is in it. */
export type OverdueCase = DueCase &
  Readonly<{
    reportId: string
    channel: string
    category: string
    lateStages: readonly Stage[]
    escalated: number
    /** The steps at which somebody may read it now, ascending. Whoever was left out by the reporter is at none of them. */
    steps: readonly number[]
  }>

/** Cases that are open and have a day that is over, held against change. */
export async function lockPastDue(
  tx: Tx,
  { agencyId, today }: Readonly<{ agencyId: string; today: IsoDay }>,
): Promise<readonly OverdueCase[]> {
  const rows = await tx
    .selectFrom('protected.report')
    .select([
      'id',
      'channel',
      'category',
      'epoch',
      'acknowledge_due',
      'answer_due',
      'close_due',
      'acknowledged_day',
      'answered_day',
      'closed_day',
      'late_stages',
      'escalated_step',
    ])
    .where('agency_id', '=', agencyId)
    .where('status', 'not in', ['closed', 'junk', 'erased'])
    .where(({ or, eb }) =>
      or([eb('acknowledge_due', '<', today), eb('answer_due', '<', today), eb('close_due', '<', today)]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const steps = await stepsOf(
    tx,
    agencyId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    reportId: row.id,
    channel: row.channel,
    category: row.category,
    due: { acknowledge: row.acknowledge_due, answer: row.answer_due, close: row.close_due },
    done: { acknowledge: row.acknowledged_day, answer: row.answered_day, close: row.closed_day },
    isOver: false,
    lateStages: row.late_stages as Stage[],
    escalated: row.escalated_step,
    steps: steps.get(row.id) ?? [],
  }))
}

/** Steps of those who hold a key of the present epoch of each case. */
async function stepsOf(
  tx: Tx,
  agencyId: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (reportIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('protected.case_grant as grant')
    .innerJoin('protected.report as report', (join) =>
      join
        .onRef('report.agency_id', '=', 'grant.agency_id')
        .onRef('report.id', '=', 'grant.report_id')
        .onRef('report.epoch', '=', 'grant.epoch'),
    )
    .innerJoin('protected.holder_key as key', (join) =>
      join
        .onRef('key.agency_id', '=', 'grant.agency_id')
        .on(sql`key.id::text`, '=', sql.ref('grant.holder'))
        .on('key.valid_to', 'is', null),
    )
    .innerJoin('protected.appointment as appointment', (join) =>
      join
        .onRef('appointment.agency_id', '=', 'key.agency_id')
        .onRef('appointment.id', '=', 'key.appointment_id')
        .on('appointment.ended_day', 'is', null)
        .on('appointment.kind', '<>', 'custodian'),
    )
    .select(['grant.report_id', 'appointment.step'])
    .distinct()
    .where('grant.agency_id', '=', agencyId)
    .where('grant.report_id', 'in', reportIds)
    .orderBy('appointment.step')
    .execute()
  const found = new Map<string, number[]>()
  for (const { report_id, step } of rows) found.set(report_id, [...(found.get(report_id) ?? []), step])
  return found
}

export async function saveEscalation(
  tx: Tx,
  {
    agencyId,
    reportId,
    escalated,
    lateStages,
  }: Readonly<{
    agencyId: string
    reportId: string
    escalated: number
    lateStages: readonly Stage[]
  }>,
): Promise<void> {
  await tx
    .updateTable('protected.report')
    .set({ escalated_step: escalated, late_stages: [...lateStages] })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}
