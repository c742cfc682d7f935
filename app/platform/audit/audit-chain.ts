import { sha256Hex } from '../hash/content-hash.ts'

/** An entry of the audit log, every value as the database writes it: what its hash is taken of. */
export type AuditEntry = Readonly<{
  agencyId: string
  /** 1, 2, 3 … within the agency, without a gap. */
  seq: number
  /** UTC with microseconds: `2026-11-25T08:30:00.123000Z`. */
  at: string
  actorKind: string
  /** The person; null for the command line and the program. */
  actorId: string | null
  actorName: string
  action: string
  objectKind: string
  objectId: string
  /** JSON text of the database. */
  detail: string
  /** Of the entry before; `FIRST_LINK` for the first. */
  previousHash: string
  hash: string
}>

/** The last link of an agency's chain, kept apart from the entries. */
export type AuditHead = Readonly<{ seq: number; hash: string }>

/**
 * `changed`: the entry is not what was written. `missing`: no entry has that number, though a later one is known.
 * `unlinked`: the entry does not follow the one before it. `head-mismatch`: the last entry is not the one that the database
 * noted as the last.
 */
export type AuditBreak = Readonly<{
  seq: number
  what: 'changed' | 'missing' | 'unlinked' | 'head-mismatch'
}>

export const FIRST_LINK = '0'.repeat(64)

/** SHA-256 as the function `audit_hash` of the database takes it: of a JSON array with comma and space between its items. */
export function auditHash(entry: AuditEntry): string {
  const values = [
    entry.agencyId,
    String(entry.seq),
    entry.at,
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.detail,
    entry.previousHash,
  ]
  return sha256Hex(`[${values.map((value) => JSON.stringify(value)).join(', ')}]`)
}

/** What is wrong with an entry that comes after `before`; null when it follows it unchanged. */
export function breakAt(before: AuditHead, entry: AuditEntry): AuditBreak | null {
  if (entry.seq > before.seq + 1) return { seq: before.seq + 1, what: 'missing' }
  if (auditHash(entry) !== entry.hash) return { seq: entry.seq, what: 'changed' }
  if (entry.seq <= before.seq || entry.previousHash !== before.hash)
    return { seq: entry.seq, what: 'unlinked' }
  return null
}

/** What is wrong at the end of a chain whose last entry is `last` (number 0 without entries); null when nothing is. */
export function breakAtEnd(last: AuditHead, head: AuditHead | null): AuditBreak | null {
  const noted = head ?? { seq: 0, hash: FIRST_LINK }
  if (noted.seq > last.seq) return { seq: last.seq + 1, what: 'missing' }
  return noted.seq === last.seq && noted.hash === last.hash ? null : { seq: last.seq, what: 'head-mismatch' }
}
