import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { writeSealedAudit } from './audit.repo.server.ts'

/** The hash at the end of the log at the end of a day, hex. */
export type AuditHead = Readonly<{ day: IsoDay; head: string }>

/**
 * Publishes where the log stands, once a day. An entry that the day is closed goes before it, so that the hash changes every day
 * and does not tell on which days something was done. False when it was published before.
 */
export async function publishAuditHead(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<boolean> {
  if (await hasHead(tx, { agencyId, day })) return false
  await writeSealedAudit(tx, { agencyId, day, role: 'channel', action: 'day.closed', object: day })
  const last = await tx
    .selectFrom('protected.audit_entry')
    .select('hash')
    .where('agency_id', '=', agencyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const added = await tx
    .insertInto('protected.audit_head')
    .values({ agency_id: agencyId, day, head: last.hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return added !== undefined
}

export async function hasHead(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<boolean> {
  const found = await tx
    .selectFrom('protected.audit_head')
    .select('day')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .executeTakeFirst()
  return found !== undefined
}

/** What was published, the latest first. */
export async function listAuditHeads(tx: Tx, agencyId: string): Promise<readonly AuditHead[]> {
  const rows = await tx
    .selectFrom('protected.audit_head')
    .select(['day', 'head'])
    .where('agency_id', '=', agencyId)
    .orderBy('day', 'desc')
    .execute()
  return rows.map(({ day, head }) => ({ day, head: head.toString('hex') }))
}
