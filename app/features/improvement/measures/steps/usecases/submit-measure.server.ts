import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { thaiDay } from '../../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { countUses } from '../../../../evidence/index.server.ts'
import { holdForReport } from '../../hold-measure.server.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { coordinatorsOn } from '../../responsible.queries.server.ts'
import { measureTitle } from '../../short-title.domain.ts'
import { tell } from '../../tell.server.ts'
import { isTooLong } from '../../text-length.domain.ts'
import { editSummary, type SummaryEdit } from '../edit-summary.server.ts'
import { moveMeasure, refusalOfMove } from '../move-measure.server.ts'
import { submitGaps } from '../step.domain.ts'
import { answerReturns } from '../step.repo.server.ts'

export type SubmitMeasure = SummaryEdit &
  Readonly<{
    measureId: string
    /** The last step that was on the page; '' for none. */
    seenStep: string
    /** What is said to what was returned; null for nothing. */
    answer: string | null
    /** Whether they know what it still lacks. */
    isConfirmed: boolean
    /** Where letters lead: scheme and host. */
    origin: string
  }>

/**
 * Hands a measure in for review, with its summary as it was typed. It needs one, or that there is none; what else it lacks
 * has to be confirmed. What was returned is answered by it. The coordinators are told.
 */
export function submitMeasure(
  ctx: Ctx,
  { measureId, seenStep, answer, isConfirmed, origin, ...edit }: SubmitMeasure,
): Promise<Result<null, MeasureWorkError>> {
  return inTransaction<null, MeasureWorkError>(ctx, async (tx) => {
    const held = await holdForReport(tx, ctx, measureId)
    if (!held.ok) return held
    const { measure, place } = held.value
    const moved = await refusalOfMove(tx, ctx, measure, { move: 'submit', seenStep })
    if (moved) return err(moved)
    if (answer !== null && isTooLong(answer)) return err({ code: 'text.too-long' })
    const edited = await editSummary(tx, ctx, measure, edit)
    if (!edited.ok) return edited
    if (edited.value.facts.summary.state === 'missing') return err({ code: 'measure.no-summary' })
    const agencyId = ctx.agency.id
    const evidence =
      (await countUses(tx, agencyId, { kind: 'measure', ids: [measureId] })).get(measureId) ?? 0
    if (submitGaps({ evidence }).length > 0 && !isConfirmed) return err({ code: 'measure.unconfirmed' })
    const at = ctx.now()
    await answerReturns(tx, { agencyId, measureId, at })
    await moveMeasure(tx, ctx, measure, { move: 'submit', reason: answer, at })
    await tell(tx, ctx, {
      kind: 'measure.submitted',
      to: await coordinatorsOn(tx, { agencyId, day: thaiDay(at) }),
      title: measureTitle(place),
      part: `measures/${measureId}`,
      reason: answer,
      at,
      mail: { letter: 'measure-submitted', origin },
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'measure.submitted',
      object: { kind: 'measure', id: measureId },
      detail: { version: edited.value.version, evidence, answered: answer !== null },
    })
    return ok(null)
  })
}
