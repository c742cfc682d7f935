import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import { withdrawNotices } from '../../../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { type CommentPlace, holdComment, setCommentWithdrawn } from '../comment.repo.server.ts'

/**
 * Withdraws a comment: that there was one stays, what it said is not shown any more, in the bell neither. Mail that was sent is
 * out of reach.
 */
export function withdrawComment(
  ctx: Ctx,
  { place, commentId }: Readonly<{ place: CommentPlace; commentId: string }>,
): Promise<Result<null, MeasureWorkError>> {
  return inTransaction<null, MeasureWorkError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const comment = await holdComment(tx, { agencyId, place, id: commentId })
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'comment.withdraw', ctx.actor, ownedBy(comment?.personId))
    if (refusal) return err(refusal)
    if (!comment || comment.isWithdrawn) return err({ code: 'comment.unknown' })
    await setCommentWithdrawn(tx, { agencyId, id: comment.id, at: ctx.now() })
    await withdrawNotices(tx, { agencyId, sourceId: comment.id })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'comment.withdrawn',
      object: { kind: 'comment', id: comment.id },
      detail: {},
    })
    return ok(null)
  })
}

const ownedBy = (personId: string | null | undefined) => (personId ? { personId } : {})
