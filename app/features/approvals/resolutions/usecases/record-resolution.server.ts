import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { isChainKind } from '../../matter.domain.ts'
import type { ChainStep } from '../../standing/standing.domain.ts'
import { readChain } from '../../standing/standing.queries.server.ts'
import { recordRefusal } from '../recorder.domain.ts'
import {
  type ItemToResolve,
  judgeResolution,
  type NewResolution,
  type TaskFault,
} from '../resolution.domain.ts'
import { findItemToResolve, insertResolution } from '../resolution.repo.server.ts'
import { faultOfOwners } from '../task-owners.queries.server.ts'
import { tellTasks } from '../tell-tasks.server.ts'

export type RecordError = ApprovalsError | TaskFault

/**
 * Records what a meeting resolved about one item of its agenda. It names the content that the item puts forward, if any, by
 * its hash, and is never reworded. Its conditions and deadlines become tasks, of which their owners are told.
 */
export function recordResolution(
  ctx: Ctx,
  { agendaItemId, ...given }: NewResolution & Readonly<{ agendaItemId: string }>,
): Promise<Result<{ resolutionId: string }, RecordError>> {
  return inTransaction<{ resolutionId: string }, RecordError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    await holdAgency(tx, agency.id)
    const item = await findItemToResolve(tx, { agencyId: agency.id, id: agendaItemId })
    if (!item)
      return err(refusalOf(APPROVALS_POLICY, 'resolution.record', actor) ?? { code: 'agenda-item.unknown' })
    const refusal = recordRefusal(actor, await stepFor(tx, agency.id, item))
    if (refusal) return err(refusal)
    const judged = judgeResolution(item, given, ctx.now())
    if (!judged.ok) return judged
    const { wording, tasks } = judged.value
    const fault = await faultOfOwners(tx, agency.id, tasks)
    if (fault) return err(fault)
    const resolutionId = await insertResolution(tx, {
      agencyId: agency.id,
      agendaItemId: item.id,
      matter: item.matter,
      decision: given.decision,
      wording,
      decidedOn: item.meeting.heldOn,
      recordedAt: ctx.now(),
      recordedBy: actor.kind === 'person' ? actor.id : null,
      recordedByName: actor.name,
      tasks,
    })
    await tellTasks(tx, ctx, tasks)
    // Public pages say by which resolutions, and what of them no longer holds.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'resolution.recorded',
      object: { kind: 'resolution', id: resolutionId },
      detail: {
        item: item.id,
        meeting: item.meeting.id,
        decision: given.decision,
        contentHash: item.matter?.contentHash ?? null,
        decidedOn: item.meeting.heldOn,
        tasks: tasks.length,
      },
    })
    return ok({ resolutionId })
  })
}

/** The step of the chain in force at which the body of the meeting decides about this kind of thing; null for none. */
async function stepFor(tx: Tx, agencyId: string, item: ItemToResolve): Promise<ChainStep | null> {
  const kind = item.matter?.kind
  if (kind === undefined || !isChainKind(kind)) return null
  const chain = await readChain(tx, agencyId, kind)
  return chain?.steps.find(({ bodyId }) => bodyId === item.meeting.bodyId) ?? null
}
