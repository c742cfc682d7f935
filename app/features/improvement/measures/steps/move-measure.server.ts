import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { type MeasureMove, stateAfter } from '../../working/measure-state.domain.ts'
import { type HeldMeasure, setMeasureState } from '../../working/working.repo.server.ts'
import type { MovedOn } from '../measure-work.errors.ts'
import { lastMoveOf, STEP_OF_MOVE } from './step.domain.ts'
import { insertSteps, listSteps } from './step.repo.server.ts'

/**
 * Whether a move may be made on a measure that is held, by somebody who saw `seenStep` as its last one ('' for none): the
 * refusal names who was faster. Null when it may.
 */
export async function refusalOfMove(
  tx: Tx,
  ctx: Ctx,
  measure: HeldMeasure,
  { move, seenStep }: Readonly<{ move: MeasureMove; seenStep: string }>,
): Promise<MovedOn | null> {
  const last = lastMoveOf(await listSteps(tx, { agencyId: ctx.agency.id, measureId: measure.id }))
  if (stateAfter(measure.state, move) !== null && (last?.id ?? '') === seenStep) return null
  return { code: 'measure.moved-on', last: last && { kind: last.kind, byName: last.byName, at: last.at } }
}

/** Makes a move that may be made: state and step. */
export async function moveMeasure(
  tx: Tx,
  ctx: Ctx,
  measure: HeldMeasure,
  { move, reason, at }: Readonly<{ move: MeasureMove; reason: string | null; at: Date }>,
): Promise<void> {
  const state = stateAfter(measure.state, move)
  if (state === null) throw new Error(`a measure that is ${measure.state} was to ${move}`)
  const key = { agencyId: ctx.agency.id, measureId: measure.id }
  await setMeasureState(tx, { agencyId: key.agencyId, id: key.measureId }, state)
  await insertSteps(tx, [{ ...key, kind: STEP_OF_MOVE[move], actor: ctx.actor, at, reason }])
}

/** A measure that nobody has begun is begun with the first thing that is written for it; true when it was. */
export async function startMeasure(tx: Tx, ctx: Ctx, measure: HeldMeasure, at: Date): Promise<boolean> {
  if (stateAfter(measure.state, 'start') === null) return false
  await moveMeasure(tx, ctx, measure, { move: 'start', reason: null, at })
  return true
}
