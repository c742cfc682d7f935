import { setTimeout as sleep } from 'node:timers/promises'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import type { Receipt } from '../sealing/receipt.domain.ts'
import { createFormSecrets } from './form-secret.server.ts'
import { beginSession } from './open-report.server.ts'
import { opensCase } from './thread.queries.server.ts'
import { changeReceipt } from './usecases/change-receipt.server.ts'

/**
 * Gives other digits, derived from the secret of the form that asked: the same form sent again, also after a crash in between,
 * gives the same ones, so that an answer that was lost on its way locks nobody out. Counted and slowed as the typing of digits
 * is: a form costs nothing to get, and each derives a key.
 */
export async function reissueCode(
  ctx: ProtectedCtx,
  { keys, network, formSecret }: Readonly<{ keys: ReceiptKeys | null; network: string; formSecret: string }>,
): Promise<
  Result<
    Readonly<{ receipt: Receipt; session: string }>,
    Readonly<{ code: 'over' | 'busy' | 'again' | 'away' }> | Readonly<{ code: 'wait'; minutes: number }>
  >
> {
  const { channel } = ctx
  const form = createFormSecrets(channel.pepper, () => new Date()).read(formSecret)
  if (form === null || form.isExpired) return err({ code: 'over' })
  const admission = channel.limits.take('code', network)
  if ('refused' in admission) return err({ code: 'wait', minutes: admission.refused })
  if (admission.delayMs > 0) await sleep(admission.delayMs)
  const receipt = channel.derivation.receiptOfForm(form.secret)
  const derive = () => channel.derivation.deriveReceipt(receipt)
  const derived = await (admission.points > 1 ? channel.suspects.run(derive) : derive())
  if (!derived?.ok) {
    channel.limits.giveBack('code', network)
    return err({ code: 'busy' })
  }
  const newKeys = derived.value
  try {
    if (!(await opensCase(ctx, newKeys))) {
      if (keys === null) return err({ code: 'over' })
      const changed = await changeReceipt(ctx, { keys, newKeys })
      if (!changed.ok) return err({ code: changed.error.code === 'case.not-found' ? 'over' : 'again' })
    }
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException
    channel.log('reissue-failed', { code: code ?? name })
    channel.limits.giveBack('code', network)
    return err({ code: 'away' })
  }
  channel.limits.giveBack('code', network)
  return ok({ receipt, session: beginSession(ctx, newKeys) })
}
