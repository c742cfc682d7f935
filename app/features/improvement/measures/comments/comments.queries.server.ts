import type { Language } from '../../../../i18n/language.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import type { Recipient } from '../tell.server.ts'
import { type CommentPlace, idOf } from './comment.repo.server.ts'
import { type CommentPart, type Mentionable, readMentions } from './mentions.domain.ts'

export type WorkComment = Readonly<{
  id: string
  /** Null for what the keeper of the machine wrote. */
  personId: string | null
  byName: string
  at: Date
  withdrawnAt: Date | null
  /** Empty where it was withdrawn: what stood there is nobody's any more. */
  parts: readonly CommentPart[]
  /** Names of the people it was for. */
  toNames: readonly string[]
}>

/** Comments on an issue or a measure, the oldest first. */
export function listComments(ctx: Ctx, place: CommentPlace): Promise<readonly WorkComment[]> {
  if (!isUuid(idOf(place))) return Promise.resolve([])
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const rows = await tx
      .selectFrom('work_comment')
      .select(['id', 'person_id', 'by_name', 'text', 'mentions', 'written_at', 'withdrawn_at'])
      .where('agency_id', '=', agencyId)
      .where('issueId' in place ? 'issue_id' : 'measure_id', '=', idOf(place))
      .orderBy('written_at')
      .orderBy('id')
      .execute()
    const mentioned = [...new Set(rows.flatMap(({ mentions }) => mentions))]
    const people = await peopleOf(tx, agencyId, mentioned)
    return rows.map((row): WorkComment => {
      const named = people.filter(({ personId }) => row.mentions.includes(personId))
      const isGone = row.withdrawn_at !== null
      return {
        id: row.id,
        personId: row.person_id,
        byName: row.by_name,
        at: row.written_at,
        withdrawnAt: row.withdrawn_at,
        parts: isGone ? [] : readMentions(row.text, named.map(asMentionable)).parts,
        toNames: isGone ? [] : named.map(({ name }) => name),
      }
    })
  })
}

/** Whom a comment may name: everybody of the agency who is not disabled, by name. */
export const listMentionable = (ctx: Ctx): Promise<readonly Mentionable[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) =>
    (await mentionablePeople(tx, ctx.agency.id)).map(asMentionable),
  )

const asMentionable = ({ personId, name }: Recipient): Mentionable => ({ id: personId, name })

/** The same with how each is reached, in a transaction of the caller. */
export async function mentionablePeople(tx: Tx, agencyId: string): Promise<readonly Recipient[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(recipient)
}

/** People who have written about something and are not disabled. */
export async function commentersOn(
  tx: Tx,
  { agencyId, place }: Readonly<{ agencyId: string; place: CommentPlace }>,
): Promise<readonly Recipient[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('work_comment as c')
          .select('c.id')
          .where('c.agency_id', '=', agencyId)
          .whereRef('c.person_id', '=', 'person.id')
          .where('issueId' in place ? 'c.issue_id' : 'c.measure_id', '=', idOf(place)),
      ),
    )
    .execute()
  return rows.map(recipient)
}

async function peopleOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<readonly Recipient[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
  return rows.map(recipient)
}

const recipient = (row: { id: string; name: string; email: string | null; lang: string }): Recipient => ({
  personId: row.id,
  name: row.name,
  email: row.email,
  lang: row.lang as Language,
})
