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
 * rest of the program.
 */
export async function withProtected<T>(db: Db, agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const later: ((tx: Tx) => Promise<void>)[] = []
  const value = await withSealedAgency(db, agencyId, (tx) => {
    waiting.set(tx, later)
    return work(tx)
  })
  // What was asked for is done and durable, whatever comes of these.
  for (const act of later) await withSealedAgency(db, agencyId, act).catch(() => {})
  return value
}

/** Does something in a transaction of its own once this one is kept. It may come to nothing when the program ends between. */
export const afterKept = (tx: Tx, act: (next: Tx) => Promise<void>): void => void waiting.get(tx)?.push(act)

const waiting = new WeakMap<Tx, ((tx: Tx) => Promise<void>)[]>()

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

/** Makes the transaction roll back; never leaves this file. */
class Undone extends Error {}
