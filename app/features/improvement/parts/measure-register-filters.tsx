import type { Language } from '../../../i18n/language.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type RegisterView, rowsOfView, writeView } from '../measures/bulk/register.domain.ts'
import type { Register } from '../measures/bulk/register.queries.server.ts'
import { bulkText } from '../measures/bulk/text/index.ts'
import { measureStateText } from '../measures/text/index.ts'
import { MEASURE_STATES } from '../working/measure-state.domain.ts'

type FiltersProps = Readonly<{ lang: Language; register: Register; view: RegisterView }>

/** What the register is narrowed by, each with how many it would show. */
export function RegisterFilters({ lang, register, view }: FiltersProps) {
  const text = bulkText(lang)
  const states = measureStateText(lang).states
  const { rows, self, issues, fiscalYear } = register
  const here = addressOf.office(lang, `cycles/${fiscalYear}/measures`)
  const choice = (label: string, change: Partial<RegisterView>, isChosen: boolean) => {
    const to = { ...view, ...change }
    return { label, to: `${here}${writeView(to)}`, isChosen, count: rowsOfView(rows, to, self).length }
  }
  const units = [
    ...new Map(rows.flatMap(({ units: of }) => of.map((unit) => [unit.id, unit] as const))).values(),
  ]
  return (
    <div className="register-filters">
      <FilterChips
        label={text.filters.state}
        choices={[
          choice(text.all, { state: null }, view.state === null),
          ...MEASURE_STATES.map((state) => choice(states[state], { state }, view.state === state)),
        ]}
      />
      <FilterChips
        label={text.filters.more}
        choices={[
          choice(text.late, { late: !view.late }, view.late),
          choice(text.mine, { mine: !view.mine }, view.mine),
        ]}
      />
      {issues.length > 1 && (
        <FilterChips
          label={text.filters.issue}
          choices={[
            choice(text.allIssues, { issue: null }, view.issue === null),
            ...issues.map((issue) => choice(text.issue(issue), { issue }, view.issue === issue)),
          ]}
        />
      )}
      {units.length > 1 && (
        <FilterChips
          label={text.filters.unit}
          choices={[
            choice(text.allUnits, { unitId: null }, view.unitId === null),
            ...units.map(({ id, code, nameTh, nameEn }) =>
              choice(
                code ?? (lang === 'en' ? (nameEn ?? nameTh) : nameTh),
                { unitId: id },
                view.unitId === id,
              ),
            ),
          ]}
        />
      )}
    </div>
  )
}
