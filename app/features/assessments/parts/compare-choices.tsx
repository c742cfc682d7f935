import type { Language } from '../../../i18n/language.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { SelectField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type AskedComparison, queryOf, SORTS, VIEWS } from '../comparison/asked-comparison.domain.ts'
import { comparePageText } from '../text/compare-page.ts'

type CompareChoicesProps = Readonly<{
  lang: Language
  asked: AskedComparison
  yearsThere: readonly number[]
  indicators: readonly Readonly<{ value: string; label: string }>[]
}>

/** Which years, and what of them: all of it stands in the address. */
export function CompareChoices({ lang, asked, yearsThere, indicators }: CompareChoicesProps) {
  const text = comparePageText(lang)
  const here = addressOf.office(lang, 'scores/compare')
  const to = (change: Partial<AskedComparison>) => `${here}${queryOf({ ...asked, ...change })}`
  const { of, view, snapshot } = asked
  const form = {
    values: {
      instrument: asked.instrument ?? '',
      indicator: asked.indicator ?? '',
      sort: asked.sort,
      rows: asked.rows,
    },
    errors: {},
  }
  const all = { value: '', label: text.choose.all }
  return (
    <section className="stack compare-choices no-print" aria-labelledby="choose-title">
      <h2 id="choose-title" className="visually-hidden">
        {text.choose.title}
      </h2>
      <FilterChips
        label={text.ofLabel}
        choices={(['items', 'indicators', 'instruments'] as const).map((one) => ({
          label: text.of[one],
          to: to({ of: one, ...(one === 'instruments' ? { instrument: null, indicator: null } : {}) }),
          isChosen: one === of,
        }))}
      />
      <form method="get" action={here} className="filter-form">
        <fieldset className="years">
          <legend>{text.choose.years}</legend>
          {yearsThere.map((year) => (
            <div className="check-field" key={year}>
              <input
                type="checkbox"
                id={`year-${year}`}
                name="years"
                value={year}
                defaultChecked={asked.years?.includes(year)}
              />
              <label htmlFor={`year-${year}`}>{year}</label>
            </div>
          ))}
        </fieldset>
        {of !== 'instruments' && (
          <>
            <SelectField
              form={form}
              name="instrument"
              label={text.choose.instrument}
              choices={[all, ...['IIT', 'EIT', 'OIT'].map((value) => ({ value, label: value }))]}
            />
            <SelectField
              form={form}
              name="indicator"
              label={text.choose.indicator}
              choices={[all, ...indicators]}
            />
          </>
        )}
        <SelectField
          form={form}
          name="sort"
          label={text.choose.sort}
          choices={SORTS.map((value) => ({ value, label: text.sorts[value] }))}
        />
        {of === 'items' && (
          <SelectField
            form={form}
            name="rows"
            label={text.choose.rows}
            choices={(['known', 'all'] as const).map((value) => ({ value, label: text.rows[value] }))}
          />
        )}
        <input type="hidden" name="of" value={of} />
        {view !== 'dumbbell' && <input type="hidden" name="view" value={view} />}
        {snapshot !== null && <input type="hidden" name="snapshot" value={snapshot} />}
        <div className="actions">
          <button type="submit" className="button primary">
            <Icon name="filter" />
            {text.choose.show}
          </button>
        </div>
      </form>
      <FilterChips
        label={text.viewLabel}
        choices={VIEWS.filter((one) => one !== 'dumbbell' || asked.years?.length === 2).map((one) => ({
          label: text.views[one],
          to: to({ view: one }),
          isChosen: one === view,
        }))}
      />
    </section>
  )
}
