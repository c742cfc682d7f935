import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments.policy.ts'
import { oldestUpload } from '../../uploads/upload.domain.ts'
import { removeUpload } from '../../uploads/upload.repo.server.ts'
import type { AnswersError } from '../answers.errors.ts'
import { findAnswersUploadIn } from '../answers-upload.repo.server.ts'

/** Removes a waiting file of answers; one that is gone already is no fault. */
export function dropAnswers(
  ctx: Ctx,
  { uploadId }: { uploadId: string },
): Promise<Result<null, AnswersError>> {
  return inTransaction<null, AnswersError>(ctx, async (tx) => {
    const refusal = refusalOf(ASSESSMENTS_POLICY, 'answers.import', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const waiting =
      isUuid(uploadId) &&
      (await findAnswersUploadIn(tx, { agencyId, id: uploadId, oldest: oldestUpload(ctx.now()) }))
    if (waiting) await removeUpload(tx, agencyId, uploadId)
    return ok(null)
  })
}
