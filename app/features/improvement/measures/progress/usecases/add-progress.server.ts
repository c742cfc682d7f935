import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { plainText, type RichText } from '../../../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { holdForChange } from '../../hold-measure.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { startMeasure } from '../../steps/move-measure.server.ts'
import { isTooLong } from '../../text-length.domain.ts'
import { insertProgress } from '../progress.repo.server.ts'

export type AddProgress = Readonly<{ measureId: string; happenedOn: IsoDay; text: RichText }>

/** Records what was done for a measure on a day, and gives the entry's identifier. The first one begins the measure. */
export function addProgress(
  ctx: Ctx,
  { measureId, happenedOn, text }: AddProgress,
): Promise<Result<string, MeasureWorkError>> {
  return inTransaction<string, MeasureWorkError>(ctx, async (tx) => {
    const held = await holdForChange(tx, ctx, measureId)
    if (!held.ok) return held
    const words = plainText(text)
    if (words.trim() === '') return err({ code: 'progress.no-text' })
    if (isTooLong(words)) return err({ code: 'text.too-long' })
    const at = ctx.now()
    if (happenedOn > thaiDay(at)) return err({ code: 'progress.future-day' })
    const agencyId = ctx.agency.id
    const id = await insertProgress(tx, { agencyId, measureId, actor: ctx.actor, happenedOn, text, at })
    const isBegun = await startMeasure(tx, ctx, held.value.measure, at)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'progress.added',
      object: { kind: 'progress', id },
      detail: { measure: measureId, day: happenedOn, started: isBegun },
    })
    return ok(id)
  })
}
