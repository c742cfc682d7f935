import type { Language } from '../../../i18n/language.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { type Choice, SelectField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { EVIDENCE_KINDS } from '../evidence.domain.ts'
import {
  EVIDENCE_ORDERS,
  EVIDENCE_SHOWS,
  type EvidenceFilter,
  filterSearch,
} from '../evidence-filter.domain.ts'
import { libraryText } from '../text/pages.ts'

type LibraryFilterProps = Readonly<{
  lang: Language
  filter: EvidenceFilter
  units: readonly Choice[]
  years: readonly number[]
}>

/** The same list with something else in its address. */
export const addressWith = (lang: Language, filter: EvidenceFilter, other: Partial<EvidenceFilter>): string =>
  addressOf.office(lang, 'evidence') + filterSearch({ ...filter, page: 1, ...other })

/** Search, which comes first, and what the list is narrowed by; all of it stands in the address. */
export function LibraryFilter({ lang, filter, units, years }: LibraryFilterProps) {
  const text = libraryText(lang)
  const isNarrowed = filterSearch({ ...filter, page: 1, order: 'added' }) !== ''
  const form = {
    values: {
      unit: filter.unitId ?? '',
      year: filter.year === null ? '' : String(filter.year),
      order: filter.order,
    },
    errors: {},
  }
  const isOpen = filter.unitId !== null || filter.year !== null || filter.order !== 'added'
  return (
    <search className="stack">
      <form method="get" action={addressOf.office(lang, 'evidence')} className="stack">
        {filter.show !== null && <input type="hidden" name="show" value={filter.show} />}
        {filter.kind !== null && <input type="hidden" name="kind" value={filter.kind} />}
        <div className="search-first">
          <div className="field">
            <label htmlFor="text">{text.search}</label>
            <span className="hint" id="text-hint">
              {text.searchHint}
            </span>
            <input
              type="search"
              id="text"
              name="text"
              defaultValue={filter.text}
              aria-describedby="text-hint"
            />
          </div>
          <button type="submit" className="button primary">
            <Icon name="search" />
            {text.find}
          </button>
          {isNarrowed && (
            <a className="button" href={addressOf.office(lang, 'evidence')}>
              {text.clear}
            </a>
          )}
        </div>
        <details className="fold" open={isOpen}>
          <summary>
            <Icon name="filter" /> {text.more}
          </summary>
          <div className="filter-form">
            <SelectField
              form={form}
              name="unit"
              label={text.unit}
              choices={[{ value: '', label: text.anyUnit }, ...units]}
            />
            <SelectField
              form={form}
              name="year"
              label={text.year}
              choices={[
                { value: '', label: text.anyYear },
                ...years.map((year) => ({ value: String(year), label: text.yearName(year) })),
              ]}
            />
            <SelectField
              form={form}
              name="order"
              label={text.order}
              choices={EVIDENCE_ORDERS.map((order) => ({ value: order, label: text.orders[order] }))}
            />
            <div className="actions">
              <button type="submit" className="button">
                {text.apply}
              </button>
            </div>
          </div>
        </details>
      </form>
      <FilterChips
        label={text.showFilter}
        choices={[
          {
            label: text.everything,
            to: addressWith(lang, filter, { show: null }),
            isChosen: filter.show === null,
          },
          ...EVIDENCE_SHOWS.map((show) => ({
            label: text.shows[show],
            to: addressWith(lang, filter, { show }),
            isChosen: filter.show === show,
          })),
        ]}
      />
      <FilterChips
        label={text.kindFilter}
        choices={[
          {
            label: text.everyKind,
            to: addressWith(lang, filter, { kind: null }),
            isChosen: filter.kind === null,
          },
          ...EVIDENCE_KINDS.map((kind) => ({
            label: text.kinds[kind],
            to: addressWith(lang, filter, { kind }),
            isChosen: filter.kind === kind,
          })),
        ]}
      />
    </search>
  )
}
