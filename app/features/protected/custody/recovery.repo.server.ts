import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/**
 * Cases that a quorum may open and that nobody who is appointed now has a key of: the others have readers, who give them on
 * themselves, and whom the reporter did not leave out.
 */
export async function listOrphans(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('protected.report as report')
    .select('report.id')
    .where('report.agency_id', '=', agencyId)
    .where('report.status', '<>', 'erased')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('protected.case_grant as grant')
          .select('grant.holder')
          .whereRef('grant.agency_id', '=', 'report.agency_id')
          .whereRef('grant.report_id', '=', 'report.id')
          .where('grant.holder', '=', 'recovery'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('protected.case_grant as grant')
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
                .on('appointment.ended_day', 'is', null),
            )
            .select('grant.holder')
            .whereRef('grant.agency_id', '=', 'report.agency_id')
            .whereRef('grant.report_id', '=', 'report.id'),
        ),
      ),
    )
    .orderBy('report.id')
    .execute()
  return rows.map(({ id }) => id)
}
