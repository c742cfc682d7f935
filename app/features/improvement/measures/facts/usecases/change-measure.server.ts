import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { catalogueFor } from '../../../../catalogue/index.server.ts'
import { holdMeasureAtWork } from '../../hold-measure.server.ts'
import type { MeasureError } from '../measure.errors.ts'
import type { TypedMeasure } from '../measure-form.domain.ts'
import { measureGround } from '../owner-choices.queries.server.ts'
import { auditMeasure, type WrittenMeasure, writeTyped } from '../write-measure.server.ts'

/** Changes what a measure says; a form with the summary alone is open to whoever reports on it. */
export async function changeMeasure(
  ctx: Ctx,
  {
    measureId,
    seenVersion,
    typed,
  }: Readonly<{ measureId: string; seenVersion: number; typed: TypedMeasure }>,
): Promise<Result<WrittenMeasure, MeasureError>> {
  const catalogue = await catalogueFor(ctx)
  return inTransaction<WrittenMeasure, MeasureError>(ctx, async (tx) => {
    const found = await holdMeasureAtWork(tx, ctx, measureId)
    if (!found) return err({ code: 'measure.unknown' })
    const { measure: held, place } = found
    const ground = await measureGround(tx, ctx, { fiscalYear: place.fiscalYear, catalogue })
    const written = await writeTyped(tx, ctx, { held, seenVersion, typed, ground })
    if (!written.ok) return written
    const { changed, version } = written.value
    if (changed.length > 0)
      await auditMeasure(tx, ctx, 'measure.changed', measureId, { fields: changed.join(', '), version })
    return ok(written.value)
  })
}
