import { holdsRole } from '../../../../../kernel/actor.ts'
import { refusalOf } from '../../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../../kernel/result.ts'
import { thaiDay } from '../../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../../platform/db/tenant.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement.policy.ts'
import type { MeasureWorkError } from '../../measure-work.errors.ts'
import { coordinatorsOn, responsibleFor } from '../../responsible.queries.server.ts'
import { type Recipient, tell } from '../../tell.server.ts'
import { type CommentPlace, idOf, insertComment } from '../comment.repo.server.ts'
import { aboutOf } from '../comment-about.queries.server.ts'
import { commentersOn, mentionablePeople } from '../comments.queries.server.ts'
import { readMentions } from '../mentions.domain.ts'

export const LONGEST_COMMENT = 4000

export type WriteComment = Readonly<{
  place: CommentPlace
  text: string
  /** Somebody it is for, beside those named in it; null for nobody. */
  toId: string | null
  /** Where letters lead: scheme and host. */
  origin: string
}>

/**
 * Writes a comment on an issue or a measure and gives its identifier. Who is named in it is told by the bell and by mail; who
 * sees to the measure, who has written before and the coordinators by the bell.
 */
export function writeComment(
  ctx: Ctx,
  { place, text: typed, toId, origin }: WriteComment,
): Promise<Result<string, MeasureWorkError>> {
  return inTransaction<string, MeasureWorkError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'comment.write', ctx.actor)
    if (refusal) return err(refusal)
    const text = typed.trim().replace(/\r\n?/g, '\n')
    if (text === '') return err({ code: 'comment.no-text' })
    if (text.length > LONGEST_COMMENT) return err({ code: 'comment.too-long' })
    const agencyId = ctx.agency.id
    const about = await aboutOf(tx, agencyId, place)
    if (!about) return err({ code: 'measure.unknown' })
    const people = await mentionablePeople(tx, agencyId)
    const { ids } = readMentions(
      text,
      people.map(({ personId, name }) => ({ id: personId, name })),
    )
    const mentioned = people.filter(({ personId }) => ids.includes(personId) || personId === toId)
    const others = await othersConcerned(tx, ctx, place)
    const at = ctx.now()
    const id = await insertComment(tx, {
      agencyId,
      place,
      actor: ctx.actor,
      text,
      mentions: mentioned.map(({ personId }) => personId),
      at,
    })
    const news = { title: about.title, part: about.part, reason: text, commentId: id, at }
    await tell(tx, ctx, {
      ...news,
      kind: 'comment.mentioned',
      to: mentioned,
      mail: { letter: 'comment-mentioned', origin },
    })
    await tell(tx, ctx, {
      ...news,
      kind: 'comment.written',
      to: others.filter((one) => !mentioned.some(({ personId }) => personId === one.personId)),
      mail: null,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'comment.written',
      object: { kind: 'comment', id },
      detail: { ['issueId' in place ? 'issue' : 'measure']: idOf(place), mentions: mentioned.length },
    })
    return ok(id)
  })
}

/** A coordinator's own comment goes to those it is for; a question of anybody else must reach a coordinator. */
async function othersConcerned(tx: Tx, ctx: Ctx, place: CommentPlace): Promise<readonly Recipient[]> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  const commenters = await commentersOn(tx, { agencyId, place })
  const responsible =
    'measureId' in place
      ? ((await responsibleFor(tx, { agencyId, measureIds: [place.measureId], day })).get(place.measureId) ??
        [])
      : []
  const coordinators = holdsRole(ctx.actor, 'ita-coordinator')
    ? []
    : await coordinatorsOn(tx, { agencyId, day })
  return [...responsible, ...commenters, ...coordinators]
}
