import { type PermissionRefusal, refusalOf } from '../../../../../kernel/permission.ts'
import { err, type Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { detachEvidence } from '../../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../../evidence/index.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdMeasureAtWork } from '../../hold-measure.server.ts'
import type { MeasureFault } from '../../measure-work.errors.ts'

/** Ends that a piece of evidence proves a measure; false when it did not. The piece itself stays. */
export function detachFromMeasure(
  ctx: Ctx,
  { measureId, evidenceId }: Readonly<{ measureId: string; evidenceId: string }>,
): Promise<Result<boolean, EvidenceError | MeasureFault | PermissionRefusal>> {
  return inTransaction<boolean, EvidenceError | MeasureFault | PermissionRefusal>(ctx, async (tx) => {
    const held = await holdMeasureAtWork(tx, ctx, measureId)
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.report', ctx.actor, {
      unitIds: held?.measure.facts.unitIds ?? [],
    })
    if (refusal) return err(refusal)
    if (!held) return err({ code: 'measure.unknown' })
    if (held.measure.state === 'done') return err({ code: 'measure.is-done' })
    return detachEvidence(tx, ctx, { kind: 'measure', id: measureId, evidenceId })
  })
}
