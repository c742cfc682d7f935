import { err, type Result } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { isTooLong } from '../../text-length.domain.ts'
import { type Review, reviewMeasure } from '../reviewing.server.ts'

/** Sends a measure back that was handed in; the reason stays on its page until it is handed in again. */
export async function returnMeasure(
  ctx: Ctx,
  { reason, ...review }: Review & Readonly<{ reason: string }>,
): Promise<Result<null, MeasureWorkError>> {
  if (reason.trim() === '') return err({ code: 'measure.no-reason' })
  if (isTooLong(reason)) return err({ code: 'text.too-long' })
  return reviewMeasure(ctx, {
    ...review,
    move: 'return',
    reason: reason.trim(),
    kind: 'measure.returned',
    letter: 'measure-returned',
    action: 'measure.returned',
  })
}
