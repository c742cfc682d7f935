import { err, type Result } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { isTooLong } from '../../text-length.domain.ts'
import { type Review, reviewMeasure } from '../reviewing.server.ts'

/** Opens a measure again that was accepted; the reason stays on its page until it is handed in again. */
export async function reopenMeasure(
  ctx: Ctx,
  { reason, ...review }: Review & Readonly<{ reason: string }>,
): Promise<Result<null, MeasureWorkError>> {
  if (reason.trim() === '') return err({ code: 'measure.no-reason' })
  if (isTooLong(reason)) return err({ code: 'text.too-long' })
  return reviewMeasure(ctx, {
    ...review,
    move: 'reopen',
    reason: reason.trim(),
    kind: 'measure.reopened',
    letter: 'measure-reopened',
    action: 'measure.reopened',
  })
}
