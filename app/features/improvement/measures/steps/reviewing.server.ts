import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { type AuditEvent, writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import type { MeasureMove } from '../../working/measure-state.domain.ts'
import type { HeldMeasure } from '../../working/working.repo.server.ts'
import { holdMeasureAtWork } from '../hold-measure.server.ts'
import type { MeasureWorkError } from '../measure-work.errors.ts'
import { responsibleFor } from '../responsible.queries.server.ts'
import { measureTitle } from '../short-title.domain.ts'
import { type MeasureLetter, type News, tell } from '../tell.server.ts'
import { moveMeasure, refusalOfMove } from './move-measure.server.ts'

/** What a coordinator decides on a measure: from the page that showed `seenStep` as its last step ('' for none). */
export type Review = Readonly<{
  measureId: string
  seenStep: string
  /** Where letters lead: scheme and host. */
  origin: string
}>

type Reviewing = Review &
  Readonly<{
    move: Exclude<MeasureMove, 'start' | 'submit'>
    reason: string | null
    kind: News['kind']
    letter: MeasureLetter
    action: AuditEvent['action']
    /** What else stands against it. */
    check?: (tx: Tx, measure: HeldMeasure) => Promise<MeasureWorkError | null>
  }>

/** One decision of a review, in one transaction; who sees to the measure is told. */
export function reviewMeasure(ctx: Ctx, review: Reviewing): Promise<Result<null, MeasureWorkError>> {
  const { measureId, seenStep, origin, move, reason, kind, letter, action, check } = review
  return inTransaction<null, MeasureWorkError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.review', ctx.actor)
    if (refusal) return err(refusal)
    const held = await holdMeasureAtWork(tx, ctx, measureId)
    if (!held) return err({ code: 'measure.unknown' })
    const { measure, place } = held
    const moved = await refusalOfMove(tx, ctx, measure, { move, seenStep })
    if (moved) return err(moved)
    const stands = (await check?.(tx, measure)) ?? null
    if (stands) return err(stands)
    const agencyId = ctx.agency.id
    const at = ctx.now()
    await moveMeasure(tx, ctx, measure, { move, reason, at })
    const responsible = await responsibleFor(tx, { agencyId, measureIds: [measureId], day: thaiDay(at) })
    await tell(tx, ctx, {
      kind,
      to: responsible.get(measureId) ?? [],
      title: measureTitle(place),
      part: `measures/${measureId}`,
      reason,
      at,
      mail: { letter, origin },
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action,
      object: { kind: 'measure', id: measureId },
      detail: { version: measure.version },
    })
    return ok(null)
  })
}
