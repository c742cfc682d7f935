import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Cases of which a key has any grant, by identifier. */
export async function listHeldCases(
  tx: Tx,
  { agencyId, keyId }: Readonly<{ agencyId: string; keyId: string }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('protected.case_grant')
    .select('report_id')
    .distinct()
    .where('agency_id', '=', agencyId)
    .where('holder', '=', keyId)
    .orderBy('report_id')
    .execute()
  return rows.map(({ report_id }) => report_id)
}
