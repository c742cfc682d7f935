import type { Tx } from '../../../platform/db/schema.ts'
import { afterKept } from '../database/protected-db.server.ts'
import type { ShredStore } from '../sealing/shred.server.ts'
import { type CaseRow, lockCase } from './case.repo.server.ts'

type LockedRow = Pick<CaseRow, 'id' | 'nextSeq' | 'chainHead'>

/** How far a case went, as it is remembered outside the database. */
export const endOf = (length: number, hash: Uint8Array): string =>
  `${length} ${Buffer.from(hash).toString('hex')}`

/**
 * Remembers a new end of a case whose row is locked. Until the transaction is kept the end before it may stay the true one;
 * so both are kept until it is, or, where the program ends at that moment, until the case is looked at again.
 */
export async function rememberEnd(
  tx: Tx,
  shred: ShredStore,
  { agencyId, row, now }: Readonly<{ agencyId: string; row: LockedRow; now: string }>,
): Promise<void> {
  const ends = endsWithin(tx)
  const possible = ends.get(row.id) ?? (row.nextSeq > 0 ? [endOf(row.nextSeq, row.chainHead)] : [])
  ends.set(row.id, [...possible, now])
  await shred.keepEnds(row.id, [...possible, now])
  if (possible.length > 0)
    afterKept(tx, async (next) => {
      const kept = await lockCase(next, agencyId, { reportId: row.id })
      if (kept) await endsWhereItWent(next, shred, kept)
    })
}

/** From here on the case ends where its row says: what went beyond it is given up. */
export async function giveUpEnd(tx: Tx, shred: ShredStore, row: LockedRow): Promise<void> {
  const possible = [...(await shred.endsOf(row.id)), endOf(row.nextSeq, row.chainHead)]
  endsWithin(tx).set(row.id, possible)
  await shred.keepEnds(row.id, possible)
}

/** Whether a case whose row is locked still ends where it went to: false when rows were taken off its end. */
export async function endsWhereItWent(tx: Tx, shred: ShredStore, row: LockedRow): Promise<boolean> {
  const end = endOf(row.nextSeq, row.chainHead)
  const known = await shred.endsOf(row.id)
  if (!known.includes(end)) return false
  // What this transaction itself wrote may still be undone.
  if (known.length > 1 && !endsWithin(tx).has(row.id)) await shred.keepEnds(row.id, [end])
  return true
}

const byTransaction = new WeakMap<Tx, Map<string, readonly string[]>>()

function endsWithin(tx: Tx): Map<string, readonly string[]> {
  const known = byTransaction.get(tx) ?? new Map<string, readonly string[]>()
  byTransaction.set(tx, known)
  return known
}
