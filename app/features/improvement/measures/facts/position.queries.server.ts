import type { Tx } from '../../../../platform/db/tenant.server.ts'

export type Placed = Readonly<{
  id: string
  position: number
  printedNumber: string | null
  isRemoved: boolean
}>

/** Measures of an issue in their order, those that were removed too. Hold the issue before, where it is to be relied on. */
export async function placedMeasures(
  tx: Tx,
  { agencyId, issueId }: Readonly<{ agencyId: string; issueId: string }>,
): Promise<readonly Placed[]> {
  const rows = await tx
    .selectFrom('working_measure')
    .select(['id', 'position', 'printed_number', 'removed_at'])
    .where('agency_id', '=', agencyId)
    .where('issue_id', '=', issueId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    printedNumber: row.printed_number,
    isRemoved: row.removed_at !== null,
  }))
}
