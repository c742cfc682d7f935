import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketsText } from '../text/index.ts'
import { inboxText } from '../text/office.ts'
import type { InboxRow } from '../tickets/inbox.queries.server.ts'
import { DueDay, PriorityChip, TicketStateChip } from './ticket-chips.tsx'

type InboxTableProps = Readonly<{
  lang: Language
  rows: readonly InboxRow[]
  /** Those that are ticked at first. The table stands in the form of the bar below it. */
  chosen: ReadonlySet<string>
}>

export function InboxTable({ lang, rows, chosen }: InboxTableProps) {
  const text = inboxText(lang)
  const { columns } = text
  return (
    <DataTable
      caption={text.title}
      columns={[
        { label: columns.matter },
        { label: columns.kind },
        { label: columns.state },
        { label: columns.whose },
        { label: columns.due },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <div className="inbox-matter" key="matter">
            <input
              type="checkbox"
              name="row"
              value={`${row.id} ${row.version} ${row.reference}`}
              defaultChecked={chosen.has(row.id)}
              aria-label={text.choose(row.reference)}
            />
            <Matter lang={lang} row={row} />
          </div>,
          ticketsText(lang).kinds[row.kind],
          <span className="chips" key="state">
            <TicketStateChip lang={lang} state={row.state} />
            <PriorityChip lang={lang} priority={row.priority} />
          </span>,
          <Whose key="whose" lang={lang} row={row} />,
          <DueDay key="due" lang={lang} {...row} />,
        ],
      }))}
    />
  )
}

function Matter({ lang, row }: { lang: Language; row: InboxRow }) {
  const text = inboxText(lang)
  return (
    <div>
      <a href={addressOf.office(lang, `desk/tickets/${row.id}`)}>
        <span className="reference">{row.reference}</span>{' '}
        <span>{row.head === '' ? text.movedHead : row.head}</span>
      </a>
      <span className="under chips">
        {text.received(formatDay(row.receivedOn, lang))}
        {row.files > 0 && (
          <span>
            <Icon name="evidence" /> {text.files(row.files)}
          </span>
        )}
        {row.hasNews && (
          <Chip state="review" icon="comment">
            {text.news}
          </Chip>
        )}
      </span>
    </div>
  )
}

function Whose({ lang, row: { unit, officer } }: { lang: Language; row: InboxRow }) {
  if (unit === null && officer === null) return <span className="muted">{inboxText(lang).nobody}</span>
  const said = unit && saidIn(lang, unit.name)
  return (
    <>
      {said && <span lang={said.lang}>{said.words}</span>}
      {officer && <span className={said ? 'under' : undefined}>{officer.name}</span>}
    </>
  )
}
