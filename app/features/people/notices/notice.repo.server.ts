import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isNoticeDay, type NoticeDetail, type NoticeKind } from './notice.table.ts'

export type NewNotice = Readonly<{
  agencyId: string
  personId: string
  kind: NoticeKind
  /** Where it leads, behind /office/. */
  part: string
  detail: NoticeDetail
  /** What its words come from, by which they are withdrawn; absent where they stand for themselves. */
  sourceId?: string
  at: Date
}>

/** Tells people something in the office, in the transaction of what they are told of. Throws where a day is words. */
export async function addNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const worded = notices.find(({ detail }) => detail.day !== undefined && !isNoticeDay(detail.day))
  if (worded) throw new Error(`the day of a notice ${worded.kind} is words`)
  await tx
    .insertInto('notice')
    .values(
      notices.map(({ agencyId, personId, kind, part, detail, sourceId, at }) => ({
        agency_id: agencyId,
        id: randomUUID(),
        person_id: personId,
        kind,
        part,
        detail: JSON.stringify(detail),
        source_id: sourceId ?? null,
        created_at: at,
      })),
    )
    .execute()
}

/** Takes out of everybody's list what came from something that is withdrawn, read or not. */
export async function withdrawNotices(
  tx: Tx,
  { agencyId, sourceId }: Readonly<{ agencyId: string; sourceId: string }>,
): Promise<void> {
  await tx.deleteFrom('notice').where('agency_id', '=', agencyId).where('source_id', '=', sourceId).execute()
}

type Whose = Readonly<{ agencyId: string; personId: string }>

/** Marks one as read, and gives where it leads; null when the person has no such notice. */
export async function openNotice(
  tx: Tx,
  { agencyId, personId, id, at }: Whose & Readonly<{ id: string; at: Date }>,
): Promise<string | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .updateTable('notice')
    .set((columns) => ({ read_at: columns.fn.coalesce('read_at', columns.val(at)) }))
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('part')
    .executeTakeFirst()
  return row?.part ?? null
}

/** Marks all that came until `at` as read: what comes while the list is read stays new. */
export async function readNotices(tx: Tx, { agencyId, personId, at }: Whose & { at: Date }): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_at: at })
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('created_at', '<=', at)
    .execute()
}
