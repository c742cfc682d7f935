import type { Db } from '../db/database.server.ts'
import { withAgency, withoutAgency } from '../db/tenant.server.ts'
import { agenciesOf, chainStretch } from './audit.queries.server.ts'
import { type AuditBreak, type AuditHead, breakAt, breakAtEnd, FIRST_LINK } from './audit-chain.ts'

/** What the check of one agency's chain found. */
export type VerifiedAudit = Readonly<{
  agencyId: string
  code: string
  /** Entries that were read: all, or those up to the first broken link. */
  rows: number
  /** Hash of the last link as the database notes it; null when nothing was ever written. */
  auditHead: string | null
  ok: boolean
  /** The first broken link; null when the chain is whole. */
  broken: AuditBreak | null
}>

const STRETCH = 1000

/**
 * Reads the audit log of every agency from its first entry on, takes every hash again, and names the first broken link of
 * each. Entries that are written meanwhile are read too. The log may be of any length: one stretch is held at a time.
 */
export async function verifyAudit(
  db: Db,
  options: { stretch?: number } = {},
): Promise<readonly VerifiedAudit[]> {
  const verified: VerifiedAudit[] = []
  for (const { id, code } of await withoutAgency(db, agenciesOf))
    verified.push({ agencyId: id, code, ...(await verifyChain(db, id, options.stretch)) })
  return verified
}

type Walk = Omit<VerifiedAudit, 'agencyId' | 'code'>

/** The same for the log of one agency. */
export async function verifyChain(db: Db, agencyId: string, limit = STRETCH): Promise<Walk> {
  let last: AuditHead = { seq: 0, hash: FIRST_LINK }
  let rows = 0
  for (;;) {
    const { entries, head } = await withAgency(db, agencyId, (tx) =>
      chainStretch(tx, { agencyId, after: last.seq, limit }),
    )
    const found = (broken: AuditBreak | null): Walk => ({
      rows,
      auditHead: head?.hash ?? null,
      ok: broken === null,
      broken,
    })
    for (const entry of entries) {
      const broken = breakAt(last, entry)
      if (broken) return found(broken)
      last = { seq: entry.seq, hash: entry.hash }
      rows++
    }
    if (entries.length < limit) return found(breakAtEnd(last, head))
  }
}
