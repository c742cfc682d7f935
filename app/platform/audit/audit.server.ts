import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../db/tenant.server.ts'
import type { AuditAction } from './audit-actions.table.ts'

export type AuditEvent = Readonly<{
  agencyId: string
  actor: Actor
  action: AuditAction
  object: Readonly<{ kind: string; id: string }>
  /** Figures and identifiers, never text of a report. */
  detail: Readonly<Record<string, string | number | boolean | null>>
}>

/**
 * Takes a transaction on purpose: an act and its entry are kept or lost together. The database numbers, dates and chains
 * the entry; other writers of the agency wait from here until the transaction ends, so an act writes it last. An act on
 * thousands of things writes one entry with counts: the time for a transaction's entries grows with their square.
 */
export async function writeAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      agency_id: event.agencyId,
      actor_kind: event.actor.kind,
      actor_id: event.actor.kind === 'person' ? event.actor.id : null,
      actor_name: event.actor.name,
      action: event.action,
      object_kind: event.object.kind,
      object_id: event.object.id,
      detail: JSON.stringify(event.detail),
    })
    .execute()
}
