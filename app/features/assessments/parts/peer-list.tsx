import type { Language } from '../../../i18n/language.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { EMPTY_FORM, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { PEER_TOTALS, type PeerResult } from '../peers/peer.domain.ts'
import { askSearch, PEER_ORDERS, type PeerAsk } from '../peers/peer-list.domain.ts'
import { printedOf } from '../peers/peers-table.domain.ts'
import { peersText } from '../peers/text/index.ts'

type PeerListProps = Readonly<{
  lang: Language
  ask: PeerAsk
  year: number
  list: Readonly<{ rows: readonly PeerResult[]; found: number; inAll: number; pages: number }>
  own: Readonly<{ from: string; nameKey?: string }>
}>

/** All agencies of a year, searched, sorted and in pages; here it is said, too, which of them this one is. */
export function PeerList({ lang, ask, year, list, own }: PeerListProps) {
  const text = peersText(lang)
  const here = addressOf.office(lang, 'scores/peers')
  const to = (change: Partial<PeerAsk>) => `${here}${askSearch({ ...ask, ...change })}#peers-table`
  return (
    <section className="stack" id="peers-table" aria-labelledby="peers-title">
      <h2 id="peers-title">{text.tableTitle(year)}</h2>
      <search>
        <form method="get" action={`${here}#peers-table`} className="form">
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="group" value={ask.group} />
          <input type="hidden" name="by" value={ask.order} />
          {ask.chosen !== null && <input type="hidden" name="us" value={ask.chosen} />}
          <TextField
            form={{ ...EMPTY_FORM, values: { q: ask.search } }}
            name="q"
            label={text.search}
            hint={text.searchHint}
          />
          <div className="actions">
            <button type="submit" className="button">
              {text.find}
            </button>
          </div>
        </form>
      </search>
      <FilterChips
        label={text.orders}
        choices={PEER_ORDERS.map((order) => ({
          label: text.orderNames[order],
          to: to({ order, page: 1 }),
          isChosen: order === ask.order,
        }))}
      />
      <p>{list.found === 0 ? text.nothing : text.found(list.found, list.inAll)}</p>
      {list.found > 0 && (
        <DataTable
          caption={text.tableTitle(year)}
          columns={[
            { label: text.columns.name },
            { label: text.columns.kind },
            { label: text.columns.ministry },
            ...PEER_TOTALS.map((part) => ({ label: text.orderNames[part], look: 'end' as const })),
            { label: text.columns.choose, look: 'do' as const, isHidden: true },
          ]}
          rows={list.rows.map(({ nameKey, agency, totals }) => ({
            key: nameKey,
            cells: [
              agency.province === null ? agency.name : `${agency.name} (${agency.province})`,
              agency.kind ?? '',
              agency.ministry ?? '',
              ...PEER_TOTALS.map((part) => printedOf(totals[part])),
              nameKey === own.nameKey ? (
                <strong key="own">{text.isOurs}</strong>
              ) : (
                <a key="choose" href={to({ chosen: nameKey })}>
                  {text.choose}
                  <span className="visually-hidden"> {agency.name}</span>
                </a>
              ),
            ],
          }))}
        />
      )}
      <Pager words={text} page={ask.page} pages={list.pages} to={(page) => to({ page })} />
      <p className="chart-onward">
        {(['csv', 'xlsx'] as const).map((format) => (
          <a key={format} href={`${here}/peers.${format}${askSearch(ask)}`}>
            <Icon name="download" />
            {text[format]}
          </a>
        ))}
      </p>
    </section>
  )
}
