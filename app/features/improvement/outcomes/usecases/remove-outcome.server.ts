import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { setRemoved } from '../../working/working.repo.server.ts'
import type { OutcomeError } from '../outcome.errors.ts'
import { holdOutcomeWithPlace } from '../outcome.repo.server.ts'
import { outcomeRefusal } from '../outcome-permission.domain.ts'

/** Takes an outcome out of its issue; gives the issue. Nothing is lost: it can be brought back. */
export const removeOutcome = (ctx: Ctx, outcomeId: string): Promise<Result<string, OutcomeError>> =>
  setOutcomeRemoved(ctx, outcomeId, true)

/** Brings an outcome back that was taken out; gives its issue. */
export const restoreOutcome = (ctx: Ctx, outcomeId: string): Promise<Result<string, OutcomeError>> =>
  setOutcomeRemoved(ctx, outcomeId, false)

const setOutcomeRemoved = (ctx: Ctx, outcomeId: string, isRemoved: boolean) =>
  inTransaction<string, OutcomeError>(ctx, async (tx) => {
    const key = { agencyId: ctx.agency.id, id: outcomeId }
    const held = await holdOutcomeWithPlace(tx, key)
    if (!held) return err({ code: 'outcome.unknown' })
    const { outcome, place } = held
    const { covers } = outcome.facts
    const refusal = outcomeRefusal(ctx.actor, { measures: place.measures, before: covers, after: covers })
    if (refusal) return err(refusal)
    if (outcome.isRemoved === isRemoved) return ok(place.issueId)
    await setRemoved(tx, 'outcome', key, isRemoved ? ctx.now() : null)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: isRemoved ? 'outcome.removed' : 'outcome.restored',
      object: { kind: 'outcome', id: outcomeId },
      detail: { issueId: place.issueId },
    })
    return ok(place.issueId)
  })
