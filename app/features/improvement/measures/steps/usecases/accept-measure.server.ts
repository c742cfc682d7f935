import type { Result } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/ctx.server.ts'
import { changesSince } from '../../../working/field-change.repo.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { type Review, reviewMeasure } from '../reviewing.server.ts'

/** Accepts a measure that was handed in. What was changed since the page was opened has to be read first. */
export function acceptMeasure(
  ctx: Ctx,
  { seenVersion, ...review }: Review & Readonly<{ seenVersion: number }>,
): Promise<Result<null, MeasureWorkError>> {
  return reviewMeasure(ctx, {
    ...review,
    move: 'accept',
    reason: null,
    kind: 'measure.accepted',
    letter: 'measure-accepted',
    action: 'measure.accepted',
    check: async (tx, measure) => {
      if (measure.version === seenVersion) return null
      const { last } = await changesSince(
        tx,
        { agencyId: ctx.agency.id, kind: 'measure', objectId: measure.id },
        seenVersion,
      )
      return last ? { code: 'measure.changed-since', ...last } : { code: 'measure.moved-on', last: null }
    },
  })
}
