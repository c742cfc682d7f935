import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'

/** What a comment is about. */
export type CommentPlace = Readonly<{ issueId: string } | { measureId: string }>

export type NewComment = Readonly<{
  agencyId: string
  place: CommentPlace
  actor: Actor
  text: string
  mentions: readonly string[]
  at: Date
}>

/** Writes a comment and gives its identifier. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<string> {
  const { agencyId, place, actor, text, mentions, at } = comment
  const id = randomUUID()
  await tx
    .insertInto('work_comment')
    .values({
      agency_id: agencyId,
      id,
      issue_id: 'issueId' in place ? place.issueId : null,
      measure_id: 'measureId' in place ? place.measureId : null,
      person_id: actor.kind === 'person' ? actor.id : null,
      by_name: actor.name,
      text,
      mentions: [...mentions],
      written_at: at,
    })
    .execute()
  return id
}

export type HeldComment = Readonly<{ id: string; personId: string | null; isWithdrawn: boolean }>

/** Holds a comment of a place; null when it has none such. */
export async function holdComment(
  tx: Tx,
  { agencyId, place, id }: Readonly<{ agencyId: string; place: CommentPlace; id: string }>,
): Promise<HeldComment | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('work_comment')
    .select(['id', 'person_id', 'withdrawn_at'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('issueId' in place ? 'issue_id' : 'measure_id', '=', idOf(place))
    .forUpdate()
    .executeTakeFirst()
  return row ? { id: row.id, personId: row.person_id, isWithdrawn: row.withdrawn_at !== null } : null
}

export async function setCommentWithdrawn(
  tx: Tx,
  { agencyId, id, at }: Readonly<{ agencyId: string; id: string; at: Date }>,
): Promise<void> {
  await tx
    .updateTable('work_comment')
    .set({ withdrawn_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export const idOf = (place: CommentPlace): string => ('issueId' in place ? place.issueId : place.measureId)
