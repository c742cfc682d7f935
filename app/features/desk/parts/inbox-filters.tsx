import type { Language } from '../../../i18n/language.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { FilterChips, type FilterChoice } from '../../../ui/filter-chips.tsx'
import { type Choice, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { ticketsText } from '../text/index.ts'
import { inboxText } from '../text/office.ts'
import type { Inbox } from '../tickets/inbox.queries.server.ts'
import { INBOX_SORTS, INBOX_START, type InboxFilter, inboxParams } from '../tickets/inbox-filter.domain.ts'
import { PRIORITIES, TICKET_KINDS, TICKET_STATES } from '../tickets/ticket.domain.ts'
import { inboxAddress } from './inbox-address.ts'

type InboxFiltersProps = Readonly<{
  lang: Language
  filter: InboxFilter
  counts: Inbox['counts']
  units: readonly Choice[]
  officers: readonly Choice[]
}>

/** Search first, then what the list is narrowed by; all of it stands in the address. */
export function InboxFilters({ lang, filter, counts, units, officers }: InboxFiltersProps) {
  const text = inboxText(lang)
  const words = ticketsText(lang)
  const here = addressOf.office(lang, 'desk')
  const isNarrowed = inboxParams({ ...filter, page: 1 }).size > 0
  const isFine =
    inboxParams({ ...filter, page: 1, text: '', states: 'open', due: null, officerId: null }).size > 0
  const form = {
    values: {
      state: filter.states,
      kind: filter.kind ?? '',
      priority: filter.priority ?? '',
      unit: filter.unitId ?? '',
      officer: filter.officerId ?? '',
      due: filter.due ?? '',
      from: filter.from === null ? '' : dayAsTyped(filter.from),
      to: filter.to === null ? '' : dayAsTyped(filter.to),
      sort: filter.sort,
    },
    errors: {},
  }
  const any = { value: '', label: text.any }
  return (
    <search className="stack no-print">
      <form method="get" action={here} className="stack">
        <div className="search-first">
          <div className="field">
            <label htmlFor="q">{text.search}</label>
            <span className="hint" id="q-hint">
              {text.searchHint}
            </span>
            <input type="search" id="q" name="q" defaultValue={filter.text} aria-describedby="q-hint" />
          </div>
          <button type="submit" className="button primary">
            <Icon name="search" />
            {text.find}
          </button>
          {isNarrowed && (
            <a className="button" href={here}>
              {text.clear}
            </a>
          )}
        </div>
        <details className="fold" open={isFine}>
          <summary>
            <Icon name="filter" /> {text.more}
          </summary>
          <div className="filter-form">
            <SelectField
              form={form}
              name="state"
              label={text.state}
              choices={[
                { value: 'open', label: text.shows.open },
                { value: 'done', label: text.shows.done },
                { value: 'all', label: text.shows.all },
                ...TICKET_STATES.map((state) => ({ value: state, label: words.states[state] })),
              ]}
            />
            <SelectField
              form={form}
              name="kind"
              label={text.kind}
              choices={[any, ...TICKET_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))]}
            />
            <SelectField
              form={form}
              name="priority"
              label={text.priority}
              choices={[any, ...PRIORITIES.map((one) => ({ value: one, label: words.priorities[one] }))]}
            />
            <SelectField
              form={form}
              name="unit"
              label={text.unit}
              choices={[any, { value: 'none', label: text.noUnit }, ...units]}
            />
            <SelectField
              form={form}
              name="officer"
              label={text.officer}
              choices={[
                any,
                { value: 'me', label: text.me },
                { value: 'none', label: text.noOfficer },
                ...officers,
              ]}
            />
            <SelectField
              form={form}
              name="due"
              label={text.due}
              choices={[
                any,
                { value: 'overdue', label: text.dues.overdue },
                { value: 'soon', label: text.dues.soon },
              ]}
            />
            <TextField form={form} name="from" label={text.from} hint={text.dayHint} />
            <TextField form={form} name="to" label={text.to} hint={text.dayHint} />
            <SelectField
              form={form}
              name="sort"
              label={text.sort}
              choices={INBOX_SORTS.map((sort) => ({ value: sort, label: text.sorts[sort] }))}
            />
            <div className="actions">
              <button type="submit" className="button">
                {text.apply}
              </button>
            </div>
          </div>
        </details>
      </form>
      <FilterChips label={text.show} choices={shows(lang, filter, counts)} />
    </search>
  )
}

/** Lists that are wanted every day; what is searched for stays. */
function shows(lang: Language, filter: InboxFilter, counts: Inbox['counts']): readonly FilterChoice[] {
  const text = inboxText(lang).shows
  const lists = {
    open: {},
    overdue: { due: 'overdue' },
    soon: { due: 'soon' },
    unassigned: { unitId: 'none', officerId: 'none' },
    mine: { officerId: 'me' },
    done: { states: 'done' },
    junk: { states: 'junk' },
    all: { states: 'all' },
  } as const satisfies Record<keyof typeof text, Partial<InboxFilter>>
  const names = Object.keys(lists) as (keyof typeof lists)[]
  const start = { ...INBOX_START, text: filter.text, sort: filter.sort }
  const here = inboxAddress(lang, filter)
  return names.map((name) => {
    const to = inboxAddress(lang, start, lists[name])
    return {
      label: text[name],
      to,
      isChosen: to === here,
      ...(name !== 'mine' && name !== 'done' && { count: counts[name] }),
    }
  })
}
