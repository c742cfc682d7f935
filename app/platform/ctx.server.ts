import type { Actor } from '../kernel/actor.ts'
import type { PermissionRefusal } from '../kernel/permission.ts'
import type { Result } from '../kernel/result.ts'
import type { AuditEvent } from './audit/audit.server.ts'
import { writeRefusal } from './audit/refusals.server.ts'
import type { Db } from './db/database.server.ts'
import { type Tx, withAgency, withoutAgency } from './db/tenant.server.ts'

/** What every use case gets, before an agency is known. */
export type ProgramCtx = Readonly<{ db: Db; actor: Actor; now: () => Date }>

/** What every use case and query of an agency gets. */
export type Ctx = ProgramCtx & Readonly<{ agency: Readonly<{ id: string; code: string }> }>

/**
 * Runs a use case of an agency in one transaction: kept when it answers ok, undone when it refuses or throws. That somebody
 * had no permission is kept in the audit log all the same.
 */
export async function inTransaction<T, E>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const result = await undoRefusals((keep) => withAgency(ctx.db, ctx.agency.id, keep), work)
  if (!result.ok && isPermissionRefusal(result.error))
    await recordRefusal(ctx, {
      action: 'permission.refused',
      object: { kind: 'act', id: result.error.act },
      detail: { roles: result.error.roles.join(', ') },
    })
  return result
}

/**
 * Keeps in the audit log that something was refused which changed nothing: a forged post, a wrong password. In a
 * transaction of its own, so call it outside of any; many of one action within an hour are counted in one entry.
 */
export const recordRefusal = (ctx: Ctx, refusal: Omit<AuditEvent, 'agencyId' | 'actor'>): Promise<void> =>
  writeRefusal(ctx.db, { ...refusal, agencyId: ctx.agency.id, actor: ctx.actor }, ctx.now())

const isPermissionRefusal = (error: unknown): error is PermissionRefusal =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'permission.refused'

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
