import { cleanText } from '../../../../kernel/clean-text.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import type { MeasureWorkError } from '../measure-work.errors.ts'
import type { CommentPlace } from './comment.repo.server.ts'
import { listComments, listMentionable, type WorkComment } from './comments.queries.server.ts'
import type { Mentionable } from './mentions.domain.ts'
import { withdrawComment } from './usecases/withdraw-comment.server.ts'
import { writeComment } from './usecases/write-comment.server.ts'

/** What `Comments` shows: hand it over whole, `<Comments {...panel} />`. */
export type CommentsPanel = Readonly<{
  comments: readonly (WorkComment & Readonly<{ mayWithdraw: boolean }>)[]
  mayWrite: boolean
  /** Whom a comment may name; nobody where none may be written. */
  people: readonly Mentionable[]
}>

/** Everything that the comments of an issue or a measure need. */
export async function findCommentsPanel(ctx: Ctx, place: CommentPlace): Promise<CommentsPanel> {
  const mayWrite = refusalOf(IMPROVEMENT_POLICY, 'comment.write', ctx.actor) === null
  const comments = await listComments(ctx, place)
  return {
    comments: comments.map((comment) => ({
      ...comment,
      mayWithdraw:
        comment.withdrawnAt === null &&
        refusalOf(
          IMPROVEMENT_POLICY,
          'comment.withdraw',
          ctx.actor,
          comment.personId === null ? {} : { personId: comment.personId },
        ) === null,
    })),
    mayWrite,
    people: mayWrite ? await listMentionable(ctx) : [],
  }
}

/**
 * Does what a form of `Comments` asks: `act=comment`, `act=withdraw-comment`. Gives the code of what was done; null for an act
 * of another form of the page.
 */
export async function doneToComments(
  ctx: Ctx,
  { place, sent, origin }: Readonly<{ place: CommentPlace; sent: FormData; origin: string }>,
): Promise<Result<'commented' | 'comment-withdrawn', MeasureWorkError> | null> {
  const typed = (name: string) => cleanText(String(sent.get(name) ?? ''))
  switch (sent.get('act')) {
    case 'comment': {
      const written = await writeComment(ctx, {
        place,
        text: typed('comment'),
        toId: typed('to') || null,
        origin,
      })
      return written.ok ? ok('commented') : err(written.error)
    }
    case 'withdraw-comment': {
      const withdrawn = await withdrawComment(ctx, { place, commentId: typed('commentId') })
      return withdrawn.ok ? ok('comment-withdrawn') : err(withdrawn.error)
    }
    default:
      return null
  }
}
