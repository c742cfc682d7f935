import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import type { ColumnMapping } from '../reading/mapping.domain.ts'
import { actOf, type ResultUpload } from '../uploads/upload.domain.ts'
import { mapUpload as keepMapping } from '../uploads/upload.repo.server.ts'

/** Says how a waiting file is to be read. Nothing of it comes in by that. */
export const mapUpload = (
  ctx: Ctx,
  { upload, mapping }: { upload: Pick<ResultUpload, 'id' | 'purpose'>; mapping: ColumnMapping },
): Promise<Result<null, ScoreError>> =>
  inTransaction<null, ScoreError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(upload.purpose), ctx.actor)
    if (refusal) return err(refusal)
    const isThere = await keepMapping(tx, { agencyId: ctx.agency.id, id: upload.id, mapping })
    return isThere ? ok(null) : err({ code: 'upload.gone', cells: [] })
  })
