import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { attachEvidence, detachEvidence } from '../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../evidence/index.ts'
import type { OutcomeRefusal } from '../outcome.errors.ts'
import { holdOutcomeWithPlace } from '../outcome.repo.server.ts'
import { outcomeRefusal } from '../outcome-permission.domain.ts'

export type ProveOutcomeError = EvidenceError | OutcomeRefusal | PermissionRefusal

/** Attaches evidence to an outcome; gives the pieces that were not attached before. */
export const attachToOutcome = (
  ctx: Ctx,
  { outcomeId, evidenceIds }: Readonly<{ outcomeId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], ProveOutcomeError>> =>
  inTransaction<readonly string[], ProveOutcomeError>(ctx, async (tx) => {
    const held = await holdForProof(tx, ctx, outcomeId)
    return held.ok ? attachEvidence(tx, ctx, { kind: 'outcome', id: outcomeId, evidenceIds }) : held
  })

/** Ends that a piece of evidence proves an outcome; false when it did not. The piece itself stays. */
export const detachFromOutcome = (
  ctx: Ctx,
  { outcomeId, evidenceId }: Readonly<{ outcomeId: string; evidenceId: string }>,
): Promise<Result<boolean, ProveOutcomeError>> =>
  inTransaction<boolean, ProveOutcomeError>(ctx, async (tx) => {
    const held = await holdForProof(tx, ctx, outcomeId)
    return held.ok ? detachEvidence(tx, ctx, { kind: 'outcome', id: outcomeId, evidenceId }) : held
  })

async function holdForProof(
  tx: Tx,
  ctx: Ctx,
  outcomeId: string,
): Promise<Result<null, OutcomeRefusal | PermissionRefusal>> {
  const held = await holdOutcomeWithPlace(tx, { agencyId: ctx.agency.id, id: outcomeId })
  if (!held || held.outcome.isRemoved) return err({ code: 'outcome.unknown' })
  const { covers } = held.outcome.facts
  const { measures } = held.place
  const refusal = outcomeRefusal(ctx.actor, { measures, before: covers, after: covers })
  return refusal ? err(refusal) : ok(null)
}
