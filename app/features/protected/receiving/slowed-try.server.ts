import { setTimeout as wait } from 'node:timers/promises'
import { err, type Result } from '../../../kernel/result.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { personOf } from './own-vaults.server.ts'

/** One try at a vault, counted for the person in memory alone: wrong ones wait longer and longer, right ones are given back. */
export async function slowed<T, E>(
  ctx: ProtectedCtx,
  attempt: () => Promise<Result<T, E>>,
): Promise<Result<T, E | Readonly<{ code: 'vault.wait' }>>> {
  const who = `${ctx.agency.id} ${personOf(ctx)}`
  const admission = ctx.channel.limits.take('vault', who)
  if ('refused' in admission) return err({ code: 'vault.wait' })
  if (admission.delayMs > 0) await wait(admission.delayMs)
  const result = await attempt()
  if (result.ok) ctx.channel.limits.giveBack('vault', who)
  return result
}
