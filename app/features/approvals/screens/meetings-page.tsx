import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-meetings.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { listBodies } from '../chains/bodies.queries.server.ts'
import { type ListedMeeting, listMeetings } from '../meetings/meetings.queries.server.ts'
import { meetingsPageText } from '../meetings/text/index.ts'
import { MeetingChip } from '../parts/meeting-chip.tsx'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/meetings-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const meetings = await listMeetings(ctx)
  const bodies = await listBodies(ctx)
  const years = [...new Set(meetings.map(({ calendarYear }) => calendarYear))].sort((a, b) => b - a)
  const year = years.find((one) => String(one) === searchParams.get('year')) ?? null
  const body = bodies.find(({ id }) => id === searchParams.get('body'))?.id ?? null
  return {
    lang,
    today: thaiDay(ctx.now()),
    mayChange: refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor) === null,
    hasBody: bodies.some(({ endedAt }) => endedAt === null),
    hasMeetings: meetings.length > 0,
    years,
    year,
    bodies: bodies.filter(({ id }) => meetings.some(({ bodyId }) => bodyId === id)),
    body,
    meetings: meetings.filter(
      (one) => (year === null || one.calendarYear === year) && (body === null || one.bodyId === body),
    ),
  }
}

type PageData = Route.ComponentProps['loaderData']

export default function MeetingsScreen({ loaderData }: Route.ComponentProps) {
  const { lang, today, mayChange, hasBody, hasMeetings, meetings } = loaderData
  const text = meetingsPageText(lang)
  // The next one first; of those that are over the latest.
  const planned = meetings.filter(({ state }) => state === 'planned').toReversed()
  const past = meetings.filter(({ state }) => state !== 'planned')
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayChange && hasBody ? (
            <a className="button primary" href={addressOf.office(lang, 'meetings/add')}>
              <Icon name="add" />
              {text.add}
            </a>
          ) : undefined
        }
      />
      <div className="stack wide">
        {hasMeetings && <Filters data={loaderData} />}
        {meetings.length === 0 && <Nothing data={loaderData} />}
        <Meetings lang={lang} id="planned" title={text.planned} meetings={planned} today={today} />
        <Meetings lang={lang} id="past" title={text.past} meetings={past} today={today} />
        {hasBody && (
          <p className="actions">
            <a href={addressOf.office(lang, 'resolution-tasks')}>{text.tasks}</a>
            <a href={addressOf.office(lang, 'approval-chains')}>{text.bodies}</a>
          </p>
        )}
      </div>
    </>
  )
}

function Filters({ data: { lang, years, year, bodies, body } }: { data: PageData }) {
  const text = meetingsPageText(lang)
  const to = (chosen: Readonly<{ year: number | null; body: string | null }>) => {
    const query = new URLSearchParams()
    if (chosen.year !== null) query.set('year', String(chosen.year))
    if (chosen.body !== null) query.set('body', chosen.body)
    const here = addressOf.office(lang, 'meetings')
    return query.size === 0 ? here : `${here}?${query}`
  }
  return (
    <div className="meeting-filters">
      <FilterChips
        label={text.years}
        choices={[null, ...years].map((one) => ({
          label: one === null ? `${text.years}: ${text.all}` : String(one),
          to: to({ year: one, body }),
          isChosen: one === year,
        }))}
      />
      {bodies.length > 1 && (
        <FilterChips
          label={text.body}
          choices={[null, ...bodies].map((one) => ({
            label: one === null ? `${text.body}: ${text.all}` : (one.shortName ?? one.name),
            to: to({ year, body: one?.id ?? null }),
            isChosen: (one?.id ?? null) === body,
          }))}
        />
      )}
    </div>
  )
}

function Nothing({ data: { lang, hasBody, hasMeetings, mayChange } }: { data: PageData }) {
  const text = meetingsPageText(lang)
  if (hasMeetings)
    return (
      <div className="empty">
        <h2>{text.noFitTitle}</h2>
        <p>
          <a href={addressOf.office(lang, 'meetings')}>{text.showAll}</a>
        </p>
      </div>
    )
  return (
    <div className="empty">
      <h2>{hasBody ? text.emptyTitle : text.noBodyTitle}</h2>
      <p>{hasBody ? text.empty : text.noBody}</p>
      <p className="actions">
        {hasBody ? (
          mayChange && (
            <a className="button primary" href={addressOf.office(lang, 'meetings/add')}>
              <Icon name="add" />
              {text.add}
            </a>
          )
        ) : (
          <a className="button primary" href={addressOf.office(lang, 'approval-chains')}>
            {text.bodies}
          </a>
        )}
      </p>
    </div>
  )
}

type MeetingsProps = Readonly<{
  lang: Language
  id: string
  title: string
  meetings: readonly ListedMeeting[]
  today: IsoDay
}>

function Meetings({ lang, id, title, meetings, today }: MeetingsProps) {
  if (meetings.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="meetings">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Meeting lang={lang} meeting={meeting} today={today} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Meeting({
  lang,
  meeting,
  today,
}: Readonly<{ lang: Language; meeting: ListedMeeting; today: IsoDay }>) {
  const text = meetingsPageText(lang)
  const { state, unresolved, heldOn } = meeting
  return (
    <>
      <div className="line">
        <h3>
          <a href={addressOf.office(lang, `meetings/${meeting.id}`)}>
            {approvalsTerms(lang).cited(meeting.form, meeting.bodyName, meeting.number)}
          </a>
        </h3>
        <MeetingChip lang={lang} state={state} />
      </div>
      <p className="under">
        {formatDay(heldOn, lang)} · {text.items(meeting.items)}
        {state === 'held' && unresolved > 0 && ` · ${text.unresolved(unresolved)}`}
      </p>
      {state === 'planned' && heldOn < today && (
        <p className="with-icon">
          <Icon name="warning" />
          {text.late}
        </p>
      )}
    </>
  )
}
