import type { Tx } from '../../../platform/db/tenant.server.ts'

/** The last position of an issue in a year, those that were removed counted; 0 where it has none. */
export async function lastIssuePosition(
  tx: Tx,
  key: Readonly<{ agencyId: string; cycleId: string }>,
): Promise<number> {
  const row = await tx
    .selectFrom('working_issue')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('agency_id', '=', key.agencyId)
    .where('cycle_id', '=', key.cycleId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** The issues of other years of which a year holds copies; a copy that was removed again may be made once more. */
export async function copiedBefore(
  tx: Tx,
  key: Readonly<{ agencyId: string; cycleId: string }>,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('working_issue')
    .select('copied_from')
    .where('agency_id', '=', key.agencyId)
    .where('cycle_id', '=', key.cycleId)
    .where('copied_from', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ copied_from }) => copied_from ?? []))
}
