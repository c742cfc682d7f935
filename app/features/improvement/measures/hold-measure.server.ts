import { ownUnits } from '../../../kernel/actor.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type HeldMeasure, holdMeasure } from '../working/working.repo.server.ts'
import type { MeasureFault } from './measure-work.errors.ts'
import { type MeasurePlace, placesOf } from './place.queries.server.ts'
import { reportRefusal } from './report-permission.domain.ts'

type Reported = Readonly<{ measure: HeldMeasure; place: MeasurePlace }>

/** A measure held for a change, with where it stands. Null when there is none, or it or its issue was removed. */
export async function holdMeasureAtWork(tx: Tx, ctx: Ctx, measureId: string): Promise<Reported | null> {
  if (!isUuid(measureId)) return null
  const agencyId = ctx.agency.id
  const measure = await holdMeasure(tx, { agencyId, id: measureId })
  const place = (await placesOf(tx, { agencyId, measureIds: [measureId] })).get(measureId)
  return measure && place ? { measure, place } : null
}

/**
 * A measure held by somebody who reports on it (`measure.report`). Refuses who may not, and a measure that is not there.
 */
export async function holdForReport(
  tx: Tx,
  ctx: Ctx,
  measureId: string,
): Promise<Result<Reported, PermissionRefusal | MeasureFault>> {
  const held = await holdMeasureAtWork(tx, ctx, measureId)
  // Of a measure that is gone an owner is told that it is, not that it is not theirs.
  const owned = held?.measure.facts ?? { unitIds: ownUnits(ctx.actor), personIds: [] }
  const refusal = reportRefusal(ctx.actor, owned)
  if (refusal) return err(refusal)
  if (!held) return err({ code: 'measure.unknown' })
  return ok(held)
}

/** The same of a measure that still takes reports: what was accepted has to be reopened first. */
export async function holdForChange(
  tx: Tx,
  ctx: Ctx,
  measureId: string,
): Promise<Result<Reported, PermissionRefusal | MeasureFault>> {
  const held = await holdForReport(tx, ctx, measureId)
  return held.ok && held.value.measure.state === 'done' ? err({ code: 'measure.is-done' }) : held
}
