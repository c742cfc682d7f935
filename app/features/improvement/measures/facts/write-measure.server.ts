import { type PermissionRefusal, refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type AuditEvent, writeAudit } from '../../../../platform/audit/audit.server.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { applyEdit } from '../../working/edit.server.ts'
import { changesSince } from '../../working/field-change.repo.server.ts'
import { type HeldMeasure, updateMeasure } from '../../working/working.repo.server.ts'
import type { MeasureFacts } from '../../working/working-cycle.domain.ts'
import { reportRefusal } from '../report-permission.domain.ts'
import { startMeasure } from '../steps/move-measure.server.ts'
import type { MeasureError } from './measure.errors.ts'
import { type MeasureGround, readMeasure, type TypedMeasure } from './measure-form.domain.ts'

export type WrittenMeasure = Readonly<{
  version: number
  /** Names of the facts that are different now; empty where nothing was written. */
  changed: readonly string[]
}>

/**
 * Writes what somebody typed into a measure that is held, where they may: everybody who may report on it its summary, who may
 * change it the rest too. The first summary begins the measure. The caller audits.
 */
export async function writeTyped(
  tx: Tx,
  ctx: Ctx,
  {
    held,
    seenVersion,
    typed,
    ground,
  }: Readonly<{
    held: HeldMeasure
    seenVersion: number
    typed: TypedMeasure
    ground: MeasureGround
  }>,
): Promise<Result<WrittenMeasure, MeasureError>> {
  const refusal = refusalOfTyped(ctx, held, typed)
  if (refusal) return err(refusal)
  const seen = await seenFacts(tx, ctx, held, seenVersion)
  const read = readMeasure(typed, seen, ground)
  if (!read.ok) return err({ code: 'measure.faults', faults: read.error })
  const edited = await applyEdit(tx, ctx, {
    kind: 'measure',
    objectId: held.id,
    now: held.facts,
    version: held.version,
    seenVersion,
    mine: read.value,
  })
  if (!edited.ok) return edited
  const { values: facts, changed, version } = edited.value
  // What was accepted is not rewritten by who handed it in.
  if (
    changed.length > 0 &&
    held.state === 'done' &&
    refusalOf(IMPROVEMENT_POLICY, 'measure.review', ctx.actor)
  )
    return err({ code: 'measure.is-done' })
  if (changed.length > 0) await updateMeasure(tx, { agencyId: ctx.agency.id, id: held.id, version, facts })
  if (changed.includes('summary') && facts.summary.state !== 'missing')
    await startMeasure(tx, ctx, held, ctx.now())
  return ok({ version, changed })
}

/** A form with the summary alone reports; any other changes the measure. */
function refusalOfTyped(ctx: Ctx, { facts }: HeldMeasure, typed: TypedMeasure): PermissionRefusal | null {
  const isReport = Object.keys(typed).every((field) => field === 'summary')
  return isReport
    ? reportRefusal(ctx.actor, facts)
    : refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
}

/** The facts as they were on the page: what is sent back as it was shown there is no change. */
export async function seenFacts(
  tx: Tx,
  ctx: Ctx,
  held: HeldMeasure,
  seenVersion: number,
): Promise<MeasureFacts> {
  if (seenVersion === held.version) return held.facts
  const changed = { agencyId: ctx.agency.id, kind: 'measure' as const, objectId: held.id }
  const { was } = await changesSince(tx, changed, seenVersion)
  return { ...held.facts, ...was }
}

/** Keeps in the audit log what was done to a measure; call it last. */
export const auditMeasure = (
  tx: Tx,
  ctx: Ctx,
  action: AuditEvent['action'],
  measureId: string,
  detail: AuditEvent['detail'],
): Promise<void> =>
  writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action,
    object: { kind: 'measure', id: measureId },
    detail,
  })
