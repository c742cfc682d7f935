import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isNoticeKind, type NoticeDetail, type NoticeKind } from './notice.table.ts'

export type Notice = Readonly<{
  id: string
  kind: NoticeKind
  detail: NoticeDetail
  at: Date
  isRead: boolean
}>
export type NoticePage = Readonly<{
  notices: readonly Notice[]
  /** The last of this page, where older ones follow. */
  olderThan: string | null
}>

const PAGE = 50

/** What the person who acts was told, the newest first; `after` is the last one of the page before. */
export function listNotices(ctx: Ctx, { after }: { after: string | null }): Promise<NoticePage> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return Promise.resolve({ notices: [], olderThan: null })
  return withAgency(ctx.db, agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('notice')
      .select(['id', 'kind', 'detail', 'created_at', 'read_at'])
      .where('agency_id', '=', agency.id)
      .where('person_id', '=', actor.id)
      .$if(after !== null && isUuid(after), (query) =>
        query.where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('created_at', 'id'),
            '<',
            selectFrom('notice as last')
              .select(['last.created_at', 'last.id'])
              .where('last.agency_id', '=', agency.id)
              .where('last.person_id', '=', actor.id)
              .where('last.id', '=', after)
              .$asTuple('created_at', 'id'),
          ),
        ),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const notices = rows
      .slice(0, PAGE)
      .flatMap(({ id, kind, detail, created_at, read_at }): Notice[] =>
        isNoticeKind(kind)
          ? [{ id, kind, detail: detail as NoticeDetail, at: created_at, isRead: read_at !== null }]
          : [],
      )
    return { notices, olderThan: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null }
  })
}

/** What the frame of every page shows of the person who acts. */
export type OwnFrame = Readonly<{ unread: number; hasShortcuts: boolean }>

/** How many notices the person who acts has not read, and whether they use one-letter keys. One statement: every page asks. */
export function findOwnFrame(ctx: Ctx): Promise<OwnFrame> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return Promise.resolve({ unread: 0, hasShortcuts: true })
  return withAgency(ctx.db, agency.id, async (tx) => {
    const { unread, has_shortcuts } = await tx
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom('notice')
          .select(fn.countAll<string>().as('count'))
          .where('agency_id', '=', agency.id)
          .where('person_id', '=', actor.id)
          .where('read_at', 'is', null)
          .as('unread'),
        selectFrom('reminder_setting')
          .select('has_shortcuts')
          .where('agency_id', '=', agency.id)
          .where('person_id', '=', actor.id)
          .as('has_shortcuts'),
      ])
      .executeTakeFirstOrThrow()
    // Without a setting, they are on.
    return { unread: Number(unread), hasShortcuts: has_shortcuts ?? true }
  })
}
