import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { letterName, mailStateWord } from '../../../platform/mail/mail-words.ts'
import type { OutboxRow } from '../../../platform/mail/outbox.queries.server.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { isMailState, type MailState, mailStates, readOutbox } from '../mail-page.queries.server.ts'
import { OFFICE_POLICY } from '../office.policy.ts'
import { MailOff } from '../parts/mail-off.tsx'
import { MailStateChip } from '../parts/mail-state.tsx'
import { mailPageText } from '../text/pages.ts'
import type { Route } from './+types/mail-list'

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(OFFICE_POLICY, 'outbox.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = url.searchParams.get('state') ?? ''
  const state = isMailState(asked) ? asked : null
  return {
    lang: languageOf(url.pathname),
    isMailOn: appOf(context).isMailOn,
    states: mailStates,
    state,
    outbox: await readOutbox(ctx, { state, page: Number(url.searchParams.get('page') ?? 1) }),
  }
}

export default function MailList({ loaderData }: Route.ComponentProps) {
  const { lang, isMailOn, states, state, outbox } = loaderData
  const text = mailPageText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.said}
        chip={
          <Chip state={isMailOn ? 'done' : 'returned'} icon={isMailOn ? 'mail' : 'withheld'}>
            {isMailOn ? text.on : text.off}
          </Chip>
        }
      />
      <div className="stack">
        {!isMailOn && <MailOff lang={lang} />}
        <FilterChips
          label={text.filter}
          choices={[null, ...states].map((choice) => ({
            label: choice === null ? text.all : mailStateWord(choice, lang),
            to: listAddress(lang, { state: choice, page: 1 }),
            isChosen: choice === state,
          }))}
        />
        {outbox.rows.length === 0 ? (
          <section className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </section>
        ) : (
          <MailTable lang={lang} rows={outbox.rows} />
        )}
        <Pager
          words={{ ...text, earlier: text.previous, later: text.next }}
          page={outbox.page}
          pages={outbox.pages}
          to={(page) => listAddress(lang, { state, page })}
        />
      </div>
    </>
  )
}

function MailTable({ lang, rows }: { lang: Language; rows: readonly OutboxRow[] }) {
  const text = mailPageText(lang)
  const { columns } = text
  return (
    <DataTable
      caption={text.caption}
      columns={[
        { label: columns.subject },
        { label: columns.to },
        { label: columns.state },
        { label: columns.created },
        { label: columns.do, look: 'do', isHidden: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="subject">
            {row.subject} <span className="under">{letterName(row.kind, lang)}</span>
          </span>,
          <span key="to">
            {row.to.name} <span className="under">{row.to.address}</span>
          </span>,
          <MailStateChip key="state" lang={lang} state={row.state} />,
          formatInstant(row.createdAt, lang),
          <a
            key="open"
            className="button"
            href={addressOf.office(lang, `mail/${row.id}`)}
            aria-label={text.openOf(row.subject)}
          >
            {text.open}
          </a>,
        ],
      }))}
    />
  )
}

type Place = Readonly<{ state: MailState | null; page: number }>

function listAddress(lang: Language, { state, page }: Place): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
  })
  return `${addressOf.office(lang, 'mail')}${query.size === 0 ? '' : `?${query}`}`
}
