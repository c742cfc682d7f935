import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { keptText, LONGEST_REASON } from '../resolution.domain.ts'
import { type HeldTask, holdTask, setTaskDone } from '../resolution.repo.server.ts'

/** Says that a task of a resolution is done, by who sees to its unit, whom it names, or who coordinates. */
export function finishTask(
  ctx: Ctx,
  { taskId, note }: Readonly<{ taskId: string; note: string | null }>,
): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const held = await holdOwnTask(tx, ctx, taskId)
    if (!held.ok) return held
    if (held.value.isDone) return err({ code: 'resolution-task.done-already' })
    const said = keptText(note)
    if (said !== null && said.length > LONGEST_REASON) return err({ code: 'resolution.long-text' })
    const done = { at: ctx.now(), byName: ctx.actor.name, note: said }
    await setTaskDone(tx, { agencyId: ctx.agency.id, id: taskId, done })
    await writeTaskAudit(tx, ctx, { taskId, action: 'resolution-task.finished' })
    return ok(null)
  })
}

/** Opens a task again that was called done by mistake. */
export function reopenTask(
  ctx: Ctx,
  { taskId }: Readonly<{ taskId: string }>,
): Promise<Result<null, ApprovalsError>> {
  return inTransaction<null, ApprovalsError>(ctx, async (tx) => {
    const held = await holdOwnTask(tx, ctx, taskId)
    if (!held.ok) return held
    if (!held.value.isDone) return err({ code: 'resolution-task.open-already' })
    await setTaskDone(tx, { agencyId: ctx.agency.id, id: taskId, done: null })
    await writeTaskAudit(tx, ctx, { taskId, action: 'resolution-task.reopened' })
    return ok(null)
  })
}

/** A task of a resolution that stands, where who acts may finish it. */
async function holdOwnTask(tx: Tx, ctx: Ctx, taskId: string): Promise<Result<HeldTask, ApprovalsError>> {
  const held = await holdTask(tx, { agencyId: ctx.agency.id, id: taskId })
  const refusal = refusalOf(APPROVALS_POLICY, 'resolution-task.finish', ctx.actor, {
    ...(held?.unitId ? { unitIds: [held.unitId] } : {}),
    ...(held?.personId ? { personId: held.personId } : {}),
  })
  if (refusal) return err(refusal)
  if (!held) return err({ code: 'resolution-task.unknown' })
  return held.isWithdrawn ? err({ code: 'resolution.withdrawn' }) : ok(held)
}

const writeTaskAudit = (
  tx: Tx,
  ctx: Ctx,
  given: Readonly<{ taskId: string; action: 'resolution-task.finished' | 'resolution-task.reopened' }>,
): Promise<void> =>
  writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action: given.action,
    object: { kind: 'resolution-task', id: given.taskId },
    detail: {},
  })
