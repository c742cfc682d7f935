import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-desk.css'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { deskErrorText } from '../desk.errors.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { deskContext } from '../desk-tools.server.ts'
import { refusedByField } from '../office-form.server.ts'
import { inboxAddress } from '../parts/inbox-address.ts'
import { type BulkOutcome, InboxBulkBar, InboxBulkConfirm, InboxBulkResult } from '../parts/inbox-bulk.tsx'
import { InboxFilters } from '../parts/inbox-filters.tsx'
import { InboxTable } from '../parts/inbox-table.tsx'
import { deskBulkText, inboxText } from '../text/office.ts'
import { listInbox } from '../tickets/inbox.queries.server.ts'
import { type InboxFilter, inboxParams, readInboxFilter } from '../tickets/inbox-filter.domain.ts'
import { bulkOf, type SentBulk, sentBulk } from '../tickets/sent-bulk.server.ts'
import { bulkTickets } from '../tickets/usecases/bulk-tickets.server.ts'
import { listWhom } from '../whom-choices.server.ts'
import type { Route } from './+types/inbox-page'

/** Whoever may read no ticket is led to the statistics. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const asked = readInboxFilter(searchParams)
  const inbox = await listInbox(ctx, asked)
  if (!inbox.ok) throw redirect(addressOf.office(lang, 'desk/statistics'), 303)
  return {
    lang,
    inbox: inbox.value,
    filter: { ...asked, page: inbox.value.page },
    ...(await listWhom(ctx, lang)),
    done: searchParams.get('done'),
    count: searchParams.get('count') ?? '',
    mayJunk: refusalOf(DESK_POLICY, 'ticket.junk', ctx.actor) === null,
    mayTemplates: refusalOf(DESK_POLICY, 'template.change', ctx.actor) === null,
    maySettings: refusalOf(DESK_POLICY, 'settings.change', ctx.actor) === null,
    mayExport: refusalOf(DESK_POLICY, 'ticket.export', ctx.actor) === null,
  }
}

/** What the page shows after an act that is not finished. */
type Answer = Readonly<{
  sent: SentBulk
  isAsking: boolean
  outcome: BulkOutcome | null
  errors: Readonly<Record<string, string>>
}>

export async function action({ context, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const form = await request.formData()
  const sent = sentBulk(form)
  if (sent === null) throw data(null, 400)
  const answer = (given: Partial<Answer>, status = 200) =>
    data<Answer>({ sent, isAsking: false, outcome: null, errors: {}, ...given }, status)
  const step = form.get('step')
  if (step === 'back') return answer({})
  if (sent.rows.length === 0)
    return answer({ errors: { '': deskErrorText('ticket.none-chosen')[lang] } }, 422)
  if (sent.act === 'assign' && sent.unitId === '' && sent.officerId === '')
    return answer({ errors: { unitId: deskErrorText('ticket.nobody')[lang] } }, 422)
  if (step !== 'confirm') return answer({ isAsking: true })
  const done = await bulkTickets(ctx, context.get(deskContext), bulkOf(sent))
  if (!done.ok) {
    if (done.error.code === 'permission.refused') throw await permissionRefused(ctx, done.error)
    return answer({ errors: await refusedByField(ctx, lang, done.error) }, 422)
  }
  const { refused } = done.value
  if (refused.length === 0) {
    const params = inboxParams(readInboxFilter(searchParams))
    params.set('done', 'bulk')
    params.set('count', String(done.value.done))
    throw redirect(`${addressOf.office(lang, 'desk')}?${params}`, 303)
  }
  const why = (error: (typeof refused)[number]['error']): string => {
    if (error.code === 'permission.refused') return deskBulkText(lang).notAllowed
    const code = 'faults' in error ? Object.values(error.faults)[0] : error.code
    return deskErrorText(code ?? 'desk.faults')[lang]
  }
  const outcome: BulkOutcome = {
    done: done.value.done,
    refused: refused.map(({ id, reference, error }) => ({
      id,
      reference: reference ?? sent.rows.find((row) => row.id === id)?.reference ?? '',
      why: why(error),
    })),
  }
  const left = sent.rows.filter(({ id }) => refused.some((one) => one.id === id))
  return answer({ sent: { ...sent, rows: left }, outcome })
}

export default function InboxPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, inbox, filter, units, officers, done, count, mayJunk, mayExport } = loaderData
  const text = inboxText(lang)
  const bulk = deskBulkText(lang)
  const { rows, total, counts } = inbox
  const answer: Answer | null = actionData ?? null
  const errors = answer?.errors ?? {}
  const isEmpty = counts.all + counts.junk === 0
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} action={<Ways {...loaderData} />} />
      <div className="stack inbox">
        {done === 'bulk' && answer === null && /^\d{1,4}$/.test(count) && (
          <Notice kind="done">{bulk.done(count)}</Notice>
        )}
        {answer?.outcome && <InboxBulkResult lang={lang} outcome={answer.outcome} />}
        <ErrorSummary form={{ values: {}, errors }} title={bulk.errorTitle} />
        {isEmpty && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
            <p className="actions">
              <a className="button primary" href={addressOf.office(lang, 'desk/posters')}>
                {text.emptyGo}
              </a>
            </p>
          </div>
        )}
        {!isEmpty && answer?.isAsking && (
          <InboxBulkConfirm lang={lang} sent={answer.sent} units={units} officers={officers} />
        )}
        {!isEmpty && !answer?.isAsking && (
          <>
            <InboxFilters lang={lang} filter={filter} counts={counts} units={units} officers={officers} />
            <p className="muted" role="status">
              {text.found(total)}
            </p>
            {rows.length === 0 ? (
              <div className="empty">
                <h2>{text.nothingTitle}</h2>
                <p>{text.nothingBody}</p>
              </div>
            ) : (
              <form
                method="post"
                action={inboxAddress(lang, filter, { page: filter.page })}
                className="stack"
              >
                <InboxTable lang={lang} rows={rows} chosen={new Set(answer?.sent.rows.map(({ id }) => id))} />
                <InboxBulkBar
                  lang={lang}
                  units={units}
                  officers={officers}
                  mayJunk={mayJunk}
                  sent={answer?.sent ?? null}
                  errors={errors}
                />
              </form>
            )}
            <Pager
              words={text}
              page={inbox.page}
              pages={inbox.pages}
              to={(page) => inboxAddress(lang, filter, { page })}
            />
            {mayExport && rows.length > 0 && <Exports lang={lang} filter={filter} />}
          </>
        )}
      </div>
    </>
  )
}

type WaysProps = Readonly<{ lang: Language; mayTemplates: boolean; maySettings: boolean }>

function Ways({ lang, mayTemplates, maySettings }: WaysProps) {
  const text = inboxText(lang)
  const way = (part: string, label: string) => (
    <a className="button" href={addressOf.office(lang, `desk/${part}`)}>
      {label}
    </a>
  )
  return (
    <>
      {way('statistics', text.statistics)}
      {way('posters', text.posters)}
      {mayTemplates && way('templates', text.templates)}
      {maySettings && way('settings', text.settings)}
    </>
  )
}

/** The list as it is narrowed now, as a file. */
function Exports({ lang, filter }: { lang: Language; filter: InboxFilter }) {
  const text = inboxText(lang)
  const params = inboxParams({ ...filter, page: 1 })
  return (
    <p className="actions no-print">
      <Icon name="download" /> {text.export}:{' '}
      {(['csv', 'xlsx'] as const).map((form) => (
        <a key={form} href={`${addressOf.office(lang, 'desk/export')}?${withForm(params, form)}`}>
          {text.forms[form]}
        </a>
      ))}
    </p>
  )
}

function withForm(params: URLSearchParams, form: string): URLSearchParams {
  const asked = new URLSearchParams(params)
  asked.set('format', form)
  return asked
}
