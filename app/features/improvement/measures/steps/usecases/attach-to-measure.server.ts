import { type PermissionRefusal, refusalOf } from '../../../../../kernel/permission.ts'
import { err, type Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { attachEvidence } from '../../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../../evidence/index.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import { holdMeasureAtWork } from '../../hold-measure.server.ts'
import type { MeasureFault } from '../../measure-work.errors.ts'

/** Attaches evidence to a measure; gives the pieces that were not attached before. */
export function attachToMeasure(
  ctx: Ctx,
  { measureId, evidenceIds }: Readonly<{ measureId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], EvidenceError | MeasureFault | PermissionRefusal>> {
  return inTransaction<readonly string[], EvidenceError | MeasureFault | PermissionRefusal>(
    ctx,
    async (tx) => {
      const held = await holdMeasureAtWork(tx, ctx, measureId)
      const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.report', ctx.actor, {
        unitIds: held?.measure.facts.unitIds ?? [],
      })
      if (refusal) return err(refusal)
      if (!held) return err({ code: 'measure.unknown' })
      if (held.measure.state === 'done') return err({ code: 'measure.is-done' })
      return attachEvidence(tx, ctx, { kind: 'measure', id: measureId, evidenceIds })
    },
  )
}
