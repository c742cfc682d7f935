import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { AuditAct, AuditEntry, AuditRole } from './audit-entry.domain.ts'

const START = Buffer.alloc(32)

/**
 * Adds an act to the room's own log, in the transaction that does it. A day and a role, no person: each entry carries the
 * hash of the one before it, so that none can be changed or taken out unseen.
 */
export async function writeSealedAudit(
  tx: Tx,
  entry: Readonly<{ agencyId: string; day: string; role: AuditRole; action: AuditAct; object: string }>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`protected-audit ${entry.agencyId}`}, 0))`.execute(
    tx,
  )
  const last = await tx
    .selectFrom('protected.audit_entry')
    .select(['seq', 'hash'])
    .where('agency_id', '=', entry.agencyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.hash ?? START
  await tx
    .insertInto('protected.audit_entry')
    .values({
      agency_id: entry.agencyId,
      seq,
      day: entry.day,
      actor_role: entry.role,
      action: entry.action,
      object: entry.object,
      previous_hash: previous,
      hash: hashOf(previous, { ...entry, seq }),
    })
    .execute()
}

/** The latest entries about any of these objects, the newest first. */
export async function listSealedAudit(
  tx: Tx,
  agencyId: string,
  { objects, most }: { objects: readonly string[]; most: number },
): Promise<readonly AuditEntry[]> {
  if (objects.length === 0) return []
  const rows = await tx
    .selectFrom('protected.audit_entry')
    .select(['seq', 'day', 'actor_role', 'action', 'object'])
    .where('agency_id', '=', agencyId)
    .where('object', 'in', objects)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ actor_role, action, ...row }) => ({
    ...row,
    role: actor_role as AuditRole,
    action: action as AuditAct,
  }))
}

/** Walks the whole log: its head, or the first entry that is not what it was. */
export async function checkSealedAudit(
  tx: Tx,
  agencyId: string,
): Promise<Readonly<{ whole: true; head: string }> | Readonly<{ whole: false; at: number }>> {
  const rows = await tx
    .selectFrom('protected.audit_entry')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('seq')
    .execute()
  let previous: Buffer = START
  for (const [index, row] of rows.entries()) {
    const { seq, day, action, object } = row
    const hash = hashOf(previous, { agencyId, seq, day, role: row.actor_role, action, object })
    if (seq !== index + 1 || !row.previous_hash.equals(previous) || !row.hash.equals(hash))
      return { whole: false, at: seq }
    previous = row.hash
  }
  return { whole: true, head: previous.toString('hex') }
}

const hashOf = (
  previous: Uint8Array,
  {
    agencyId,
    seq,
    day,
    role,
    action,
    object,
  }: { agencyId: string; seq: number; day: string; role: string; action: string; object: string },
): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([agencyId, seq, day, role, action, object]))
    .digest()
