import type { Actor } from '../kernel/actor.ts'
import type { Result } from '../kernel/result.ts'
import type { Db } from './db/database.server.ts'
import { type Tx, withAgency, withoutAgency } from './db/tenant.server.ts'

/** What every use case gets, before an agency is known. */
export type ProgramCtx = Readonly<{ db: Db; actor: Actor; now: () => Date }>

/** What every use case and query of an agency gets. */
export type Ctx = ProgramCtx & Readonly<{ agency: Readonly<{ id: string; code: string }> }>

/** Runs a use case of an agency in one transaction: kept when it answers ok, undone when it refuses or throws. */
export const inTransaction = <T, E>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> => undoRefusals((keep) => withAgency(ctx.db, ctx.agency.id, keep), work)

/** The same before an agency is known; the use case enters one itself. */
export const inProgramTransaction = <T, E>(
  ctx: ProgramCtx,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> => undoRefusals((keep) => withoutAgency(ctx.db, keep), work)

async function undoRefusals<T, E>(
  transact: (keep: (tx: Tx) => Promise<Result<T, E>>) => Promise<Result<T, E>>,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refusal: Result<T, E> | null = null
  try {
    return await transact(async (tx) => {
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
