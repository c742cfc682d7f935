import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type HeldMeasure, holdMeasure } from '../working/working.repo.server.ts'
import { type MeasurePlace, placesOf } from './place.queries.server.ts'

/** A measure held for a change, with where it stands. Null when there is none, or it or its issue was removed. */
export async function holdMeasureAtWork(
  tx: Tx,
  ctx: Ctx,
  measureId: string,
): Promise<Readonly<{ measure: HeldMeasure; place: MeasurePlace }> | null> {
  if (!isUuid(measureId)) return null
  const agencyId = ctx.agency.id
  const measure = await holdMeasure(tx, { agencyId, id: measureId })
  const place = (await placesOf(tx, { agencyId, measureIds: [measureId] })).get(measureId)
  return measure && place ? { measure, place } : null
}
