import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { ScoreError } from '../assessments.errors.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { actOf, type ResultUpload } from '../uploads/upload.domain.ts'
import { removeUpload } from '../uploads/upload.repo.server.ts'

/** Takes a waiting file away. One that is gone already is no fault. */
export const dropUpload = (
  ctx: Ctx,
  { id, purpose }: Pick<ResultUpload, 'id' | 'purpose'>,
): Promise<Result<null, ScoreError>> =>
  inTransaction<null, ScoreError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, actOf(purpose), ctx.actor)
    if (refusal) return err(refusal)
    await removeUpload(tx, ctx.agency.id, id)
    return ok(null)
  })
