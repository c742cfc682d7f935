import { data } from 'react-router'
import '../../../ui/office-protected.css'
import { formatDay } from '../../../kernel/thai-date.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { caseMark } from '../receiving/case-mark.domain.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { readRoomLog } from '../receiving/room-log.queries.server.ts'
import { roomLogText } from '../text/receiving.ts'
import type { Route } from './+types/room-log-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  if (desk.appointments.length === 0) throw data(null, 404)
  return { lang, log: await readRoomLog(ctx, desk) }
}

/** What was done with appointments, one's own keys and one's own cases: a day and a role each, and whether the log is whole. */
export default function RoomLogScreen({ loaderData: { lang, log } }: Route.ComponentProps) {
  const text = roomLogText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {log.isWhole ? <Notice>{text.whole}</Notice> : <Notice kind="late">{text.broken}</Notice>}
        {log.entries.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <DataTable
            caption={text.title}
            columns={[{ label: text.act }, { label: text.day }, { label: text.role }, { label: text.about }]}
            rows={log.entries.map(({ seq, day, role, action, object }) => ({
              key: String(seq),
              cells: [
                text.acts[action],
                formatDay(day, lang),
                text.roles[role],
                action.startsWith('case.') || action === 'file.opened' ? caseMark(object) : '—',
              ],
            }))}
          />
        )}
        <p>
          <a href={addressOf.office(lang, 'protected')}>{text.back}</a>
        </p>
      </div>
    </>
  )
}
