import type { Language } from '../../../i18n/language.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MEASURE_STATES, measureStateText } from '../../improvement/index.ts'
import { filterQuery } from '../overview/year-filter.domain.ts'
import type { YearOverviewData } from '../overview/year-overview.queries.server.ts'
import type { YearFilter } from '../overview/year-work.domain.ts'
import { overviewText } from '../text/pages.ts'
import { unitShort } from './unit-label.ts'

/** What of the year is shown; every choice is an address, and keeps the other choices. `here` is the page without any. */
export function OverviewFilters({
  lang,
  year,
  here,
}: {
  lang: Language
  year: YearOverviewData
  here: string
}) {
  const text = overviewText(lang).filters
  const { states } = measureStateText(lang)
  const { filter, isNarrow } = year
  const choice = (label: string, change: Partial<YearFilter>, isChosen: boolean, count?: number) => ({
    label,
    to: `${here}${filterQuery({ ...filter, ...change })}`,
    isChosen,
    ...(count === undefined ? {} : { count }),
  })
  return (
    <details className="fold overview-filters" open={isNarrow}>
      <summary>
        <Icon name="filter" />
        {text.title}
      </summary>
      <div className="stack">
        <Labelled label={text.state}>
          <FilterChips
            label={text.state}
            choices={[
              choice(text.all, { state: null, isLate: false }, filter.state === null && !filter.isLate),
              choice(text.late, { state: null, isLate: true }, filter.isLate, year.total.late),
              ...MEASURE_STATES.map((state) =>
                choice(states[state], { state, isLate: false }, filter.state === state, year.states[state]),
              ),
            ]}
          />
        </Labelled>
        {year.units.length > 0 && (
          <Labelled label={text.unit}>
            <FilterChips
              label={text.unit}
              choices={[
                choice(text.all, { unitId: null }, filter.unitId === null),
                ...year.units.map((unit) =>
                  choice(unitShort(unit, lang), { unitId: unit.id }, filter.unitId === unit.id),
                ),
              ]}
            />
          </Labelled>
        )}
        <Labelled label={text.issue}>
          <FilterChips
            label={text.issue}
            choices={[
              choice(text.all, { issueId: null }, filter.issueId === null),
              ...year.allIssues.map(({ id, number }) =>
                choice(String(number), { issueId: id }, filter.issueId === id),
              ),
            ]}
          />
        </Labelled>
        {isNarrow && (
          <p className="actions">
            <span role="status">{text.found(year.lines.length)}</span>
            <a className="button" href={here}>
              <Icon name="close" />
              {text.clear}
            </a>
          </p>
        )}
      </div>
    </details>
  )
}

const Labelled = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <p className="small muted" aria-hidden="true">
      {label}
    </p>
    {children}
  </div>
)
