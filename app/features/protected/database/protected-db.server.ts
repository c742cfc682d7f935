import type { Result } from '../../../kernel/result.ts'
import type { Db, Tx } from '../../../platform/db/schema.ts'
import { withSealedAgency } from '../../../platform/db/tenant.server.ts'

/** What it takes to reach the tables of the sealed room: its database, which may be a login of its own. */
export type ProtectedPlace = Readonly<{
  channel: Readonly<{ db: Db }>
  agency: Readonly<{ id: string }>
}>

/**
 * Runs `work` in one transaction in the role of the sealed room, where the rows of that agency are seen, and no table of the
 * rest of the program. What `afterKept` was handed within runs once the transaction is durable.
 */
export async function withProtected<T>(db: Db, agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const later: (() => Promise<void>)[] = []
  const value = await withSealedAgency(db, agencyId, (tx) => {
    waiting.set(tx, later)
    return work(tx)
  })
  for (const act of later) await act()
  return value
}

/** The same for what may refuse: then everything is undone. */
export async function inProtected<T, E>(
  { channel, agency }: ProtectedPlace,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refusal: Result<T, E> | null = null
  try {
    return await withProtected(channel.db, agency.id, async (tx) => {
      const result = await work(tx)
      if (result.ok) return result
      refusal = result
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone && refusal) return refusal
    throw error
  }
}

/** Runs `act` when the transaction has been kept, and not when it is undone. Files of what is no more are removed so. */
export function afterKept(tx: Tx, act: () => Promise<void>): void {
  const later = waiting.get(tx)
  if (!later) throw new Error('this transaction is not one of the sealed room')
  later.push(act)
}

const waiting = new WeakMap<Tx, (() => Promise<void>)[]>()

/** Makes the transaction roll back; never leaves this file. */
class Undone extends Error {}
