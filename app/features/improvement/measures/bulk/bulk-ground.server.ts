import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { readOwnerChoices } from '../facts/owner-choices.queries.server.ts'
import { type MeasurePlace, placesOf } from '../place.queries.server.ts'
import { type Responsible, responsibleFor } from '../responsible.queries.server.ts'
import { lastStepsOf } from '../steps/step.repo.server.ts'
import type { BulkFault } from './bulk.errors.ts'
import { type BulkOrder, type Chosen, readBulk, type SentBulk } from './bulk-form.domain.ts'
import {
  type BulkAct,
  type BulkMeasure,
  type Planned,
  planAssignment,
  planExtension,
  planReminder,
  STEP_OF_ACT,
} from './bulk-plan.domain.ts'

/** Who may not do it; null for who may. */
export const refusalOfBulk = (ctx: Ctx, act: BulkAct): PermissionRefusal | null =>
  refusalOf(IMPROVEMENT_POLICY, act === 'remind' ? 'measure.remind' : 'measure.change', ctx.actor)

export type BulkGround = Readonly<{
  order: BulkOrder
  /** Those that were chosen and are there, in the order of the report. */
  chosen: readonly (Chosen & Readonly<{ place: MeasurePlace }>)[]
  /** Those that are not in the year by now. */
  gone: readonly string[]
  /** Who sees to each today. */
  responsible: ReadonlyMap<string, readonly Responsible[]>
  /** When the same was done to each last. */
  lastDone: Awaited<ReturnType<typeof lastStepsOf>>
}>

/** Reads what was asked for, with all that has to be known of it; inside a transaction of the caller. */
export async function readGround(
  tx: Tx,
  ctx: Ctx,
  { fiscalYear, sent }: Readonly<{ fiscalYear: number; sent: SentBulk }>,
): Promise<Result<BulkGround, readonly BulkFault[]>> {
  const agencyId = ctx.agency.id
  const today = thaiDay(ctx.now())
  const { units, people } = await readOwnerChoices(tx, ctx)
  const read = readBulk(sent, {
    fiscalYear,
    today,
    unitIds: units.flatMap(({ id, validTo }) => (validTo === null ? [id] : [])),
    personIds: people.map(({ id }) => id),
  })
  if (!read.ok) return err(read.error)
  const measureIds = [...new Set(sent.chosen.map(({ id }) => id))].filter((id) => isUuid(id))
  const places = await placesOf(tx, { agencyId, measureIds })
  const chosen = sent.chosen.flatMap((one) => {
    const place = places.get(one.id)
    return place?.fiscalYear === fiscalYear ? [{ ...one, place }] : []
  })
  const there = new Set(chosen.map(({ id }) => id))
  return ok({
    order: read.value,
    chosen: chosen.toSorted((a, b) => a.place.issue - b.place.issue || a.place.measure - b.place.measure),
    gone: measureIds.filter((id) => !there.has(id)),
    responsible: await responsibleFor(tx, { agencyId, measureIds: [...there], day: today }),
    lastDone: await lastStepsOf(tx, { agencyId, measureIds: [...there], kind: STEP_OF_ACT[sent.act] }),
  })
}

/** What an order makes of one measure; `responsible` is how many people see to it. */
export function planOf(order: BulkOrder, measure: BulkMeasure, responsible: number): Planned {
  if (order.act === 'assign') return planAssignment(measure, order)
  return order.act === 'extend' ? planExtension(measure, order.day) : planReminder(measure, responsible)
}
