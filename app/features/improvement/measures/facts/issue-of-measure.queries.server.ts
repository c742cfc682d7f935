import { isUuid } from '../../../../kernel/uuid.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'

/** The issue in which a measure is or was; null when there is no such measure. */
export async function issueOfMeasure(
  tx: Tx,
  { agencyId, measureId }: Readonly<{ agencyId: string; measureId: string }>,
): Promise<string | null> {
  if (!isUuid(measureId)) return null
  const row = await tx
    .selectFrom('working_measure')
    .select('issue_id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', measureId)
    .executeTakeFirst()
  return row?.issue_id ?? null
}
