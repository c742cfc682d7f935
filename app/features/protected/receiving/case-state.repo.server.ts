import type { Tx } from '../../../platform/db/tenant.server.ts'

type OneCase = Readonly<{ agencyId: string; reportId: string }>

/** A recipient has the whole case before them now. False where they had already. */
export async function markRead(tx: Tx, { agencyId, reportId }: OneCase): Promise<boolean> {
  const marked = await tx
    .updateTable('protected.report')
    .set({ has_unread_addition: false })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .where('has_unread_addition', '=', true)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

/** Somebody began to look into it. */
export async function markInProgress(tx: Tx, { agencyId, reportId }: OneCase): Promise<void> {
  await tx
    .updateTable('protected.report')
    .set({ status: 'in-progress' })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}
