import type { PermissionRefusal } from '../../../../../kernel/permission.ts'
import type { Result } from '../../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { attachEvidence } from '../../../../evidence/index.server.ts'
import type { EvidenceError } from '../../../../evidence/index.ts'
import { holdForChange } from '../../hold-measure.server.ts'
import type { MeasureFault } from '../../measure-work.errors.ts'

/** Attaches evidence to a measure; gives the pieces that were not attached before. */
export function attachToMeasure(
  ctx: Ctx,
  { measureId, evidenceIds }: Readonly<{ measureId: string; evidenceIds: readonly string[] }>,
): Promise<Result<readonly string[], EvidenceError | MeasureFault | PermissionRefusal>> {
  return inTransaction<readonly string[], EvidenceError | MeasureFault | PermissionRefusal>(
    ctx,
    async (tx) => {
      const held = await holdForChange(tx, ctx, measureId)
      if (!held.ok) return held
      return attachEvidence(tx, ctx, { kind: 'measure', id: measureId, evidenceIds })
    },
  )
}
