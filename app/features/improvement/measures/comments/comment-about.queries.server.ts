import { isUuid } from '../../../../kernel/uuid.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { ISSUE_NUMBER, placesOf } from '../place.queries.server.ts'
import { measureTitle, shortTitle } from '../short-title.domain.ts'
import { type CommentPlace, idOf } from './comment.repo.server.ts'

/** What a comment is about as one line, and where it is behind /office/; null when it is not there or was removed. */
export async function aboutOf(
  tx: Tx,
  agencyId: string,
  place: CommentPlace,
): Promise<Readonly<{ title: string; part: string }> | null> {
  const id = idOf(place)
  if (!isUuid(id)) return null
  if ('measureId' in place) {
    const found = (await placesOf(tx, { agencyId, measureIds: [id] })).get(id)
    return found ? { title: measureTitle(found), part: `measures/${id}` } : null
  }
  const row = await tx
    .selectFrom('working_issue as i')
    .select(['i.title', ISSUE_NUMBER.as('number')])
    .where('i.agency_id', '=', agencyId)
    .where('i.id', '=', id)
    .where('i.removed_at', 'is', null)
    .executeTakeFirst()
  return row ? { title: shortTitle(`${row.number}. ${row.title}`), part: `issues/${id}` } : null
}
