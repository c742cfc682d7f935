import { redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-overview.css'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Notice as PageNotice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import type { NoticeKind } from '../notices/notice.table.ts'
import { listNotices, type Notice } from '../notices/notices.queries.server.ts'
import { noticeSentence, noticesText } from '../notices/text/index.ts'
import { openOwnNotice, readOwnNotices } from '../notices/usecases/read-notices.server.ts'
import type { Route } from './+types/notices-page'

/** `?open=` is the link of a notice: it counts as read, and the browser goes where it leads. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const opened = searchParams.get('open')
  if (opened !== null) {
    const part = await openOwnNotice(ctx, opened)
    if (part.ok && part.value !== null) throw redirect(addressOf.office(lang, part.value), 303)
  }
  const after = searchParams.get('after')
  const page = await listNotices(ctx, { after })
  return { lang, page, isGone: opened !== null, isOlder: after !== null, done: searchParams.get('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  await request.formData()
  await readOwnNotices(ctx)
  throw redirect(`${addressOf.office(lang, 'notices')}?done=read`, 303)
}

const ICONS = {
  'measure.assigned': 'assign',
  'measure.submitted': 'review',
  'measure.returned': 'returned',
  'measure.accepted': 'done',
  'measure.reopened': 'again',
  'measure.extended': 'calendar',
  'measure.reminded': 'bell',
  'comment.mentioned': 'comment',
  'comment.written': 'comment',
  'evidence.expiring': 'evidence',
  'evidence.infected': 'danger',
  'matter.placed': 'calendar',
  'resolution-task.assigned': 'steps',
  'walk.broken': 'warning',
  'watch.alarm': 'warning',
  'disclosure.assigned': 'assign',
  'page.review-due': 'calendar',
  'policy.to-read': 'opened',
  'ticket.assigned': 'assign',
  'ticket.supplemented': 'comment',
  'ticket.reopened': 'again',
  'ticket.due-soon': 'calendar',
  'ticket.overdue': 'late',
  'ticket.file-infected': 'danger',
} as const satisfies Record<NoticeKind, IconName>

export default function NoticesPage({ loaderData }: Route.ComponentProps) {
  const { lang, page, isGone, isOlder, done } = loaderData
  const text = noticesText(lang)
  const here = addressOf.office(lang, 'notices')
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          page.notices.some(({ isRead }) => !isRead) && (
            <form method="post">
              <button type="submit" className="button">
                <Icon name="opened" />
                {text.readAll}
              </button>
            </form>
          )
        }
      />
      <div className="stack">
        {done === 'read' && <PageNotice kind="done">{text.allRead}</PageNotice>}
        {isGone && <PageNotice kind="warning">{text.gone}</PageNotice>}
        {page.notices.length === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        ) : (
          <ul className="notices" aria-label={text.list}>
            {page.notices.map((notice) => (
              <NoticeLine key={notice.id} lang={lang} notice={notice} />
            ))}
          </ul>
        )}
        {(page.olderThan !== null || isOlder) && (
          <p className="actions">
            {isOlder && (
              <a className="button" href={here}>
                {text.newest}
              </a>
            )}
            {page.olderThan !== null && (
              <a className="button" href={`${here}?after=${page.olderThan}`}>
                {text.older}
              </a>
            )}
          </p>
        )}
      </div>
    </>
  )
}

/** What was said with these is why; with the others it is a message. */
const HAS_REASON: ReadonlySet<NoticeKind> = new Set([
  'measure.returned',
  'measure.reopened',
  'measure.extended',
  'evidence.infected',
])

function NoticeLine({ lang, notice }: { lang: Language; notice: Notice }) {
  const text = noticesText(lang)
  const { reason } = notice.detail
  return (
    <li className={notice.isRead ? undefined : 'is-new'}>
      <Icon name={ICONS[notice.kind]} />
      <div>
        <p>
          <a href={`${addressOf.office(lang, 'notices')}?open=${notice.id}`}>
            {noticeSentence(lang, notice.kind, notice.detail)}
          </a>
        </p>
        {reason !== undefined && (
          <p className="reason">
            <span className="muted">{HAS_REASON.has(notice.kind) ? text.reason : text.note}</span> {reason}
          </p>
        )}
        <p className="small muted">{formatInstant(notice.at, lang)}</p>
      </div>
      {!notice.isRead && <span className="chip working">{text.unread}</span>}
    </li>
  )
}
