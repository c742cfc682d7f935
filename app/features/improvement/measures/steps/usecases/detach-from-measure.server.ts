import type { PermissionRefusal } from '../../../../../kernel/permission.ts'
import type { Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { detachEvidence } from '../../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../../evidence/index.ts'
import { holdForChange } from '../../hold-measure.server.ts'
import type { MeasureFault } from '../../measure-work.errors.ts'

/** Ends that a piece of evidence proves a measure; false when it did not. The piece itself stays. */
export function detachFromMeasure(
  ctx: Ctx,
  { measureId, evidenceId }: Readonly<{ measureId: string; evidenceId: string }>,
): Promise<Result<boolean, EvidenceError | MeasureFault | PermissionRefusal>> {
  return inTransaction<boolean, EvidenceError | MeasureFault | PermissionRefusal>(ctx, async (tx) => {
    const held = await holdForChange(tx, ctx, measureId)
    if (!held.ok) return held
    return detachEvidence(tx, ctx, { kind: 'measure', id: measureId, evidenceId })
  })
}
