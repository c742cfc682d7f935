import type { Language } from '../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { isShown, missingOf, ROW_FILTERS, type RowFilter, rowsOf } from '../centre-tasks.domain.ts'
import type { ItemRow, YearWork } from '../item-work.domain.ts'
import { centreText } from '../text/centre.ts'
import { PublicChips, Said, ScoreChips } from './work-looks.tsx'

type WorkItemsProps = Readonly<{
  lang: Language
  work: YearWork
  filter: RowFilter
  ownUnitIds: readonly string[]
  today: IsoDay
}>

/** The items of a year under their sub-indicators, narrowed by a choice that stands in the address. */
export function WorkItems({ lang, work, filter, ownUnitIds, today }: WorkItemsProps) {
  const text = centreText(lang)
  const here = addressOf.office(lang, `disclosure/${work.year}`)
  const all = rowsOf(work)
  const groups = work.groups
    .map((group) => ({ ...group, items: group.items.filter((row) => isShown(row, filter, ownUnitIds)) }))
    .filter(({ items }) => items.length > 0)
  const columns = text.columns
  return (
    <section className="stack" aria-labelledby="items">
      <h2 id="items">{text.items}</h2>
      <FilterChips
        label={text.filter}
        choices={ROW_FILTERS.filter((one) => one !== 'mine' || ownUnitIds.length > 0).map((one) => ({
          label: text.filters[one],
          to: one === 'all' ? `${here}#items` : `${here}?show=${one}#items`,
          isChosen: one === filter,
          count: all.filter((row) => isShown(row, one, ownUnitIds)).length,
        }))}
      />
      {groups.length === 0 && (
        <div className="empty">
          <h3>{text.noFit}</h3>
          <p>
            <a href={`${here}#items`}>{text.showAll}</a>
          </p>
        </div>
      )}
      {groups.map(({ number, title, items }) => {
        const name = text.groupTitle(number, title[lang])
        const mean = work.totals?.subs.find((sub) => sub.number === number)
        return (
          <section key={name} className="stack item-group" aria-label={name}>
            <h3 className="work-group">
              {name}
              {mean && <span className="under">{text.groupMean(mean.value, mean.n)}</span>}
            </h3>
            <DataTable
              caption={name}
              columns={[
                { label: columns.item },
                { label: columns.unit },
                { label: columns.due },
                { label: columns.score },
                { label: columns.public },
              ]}
              rows={items.map((row) => ({ key: row.code, cells: cellsOf(lang, work.year, row, today) }))}
            />
          </section>
        )
      })}
    </section>
  )
}

function cellsOf(lang: Language, year: number, row: ItemRow, today: IsoDay) {
  const text = centreText(lang)
  return [
    <a key="item" href={addressOf.office(lang, `disclosure/${year}/${row.code}`)}>
      {row.code} {row.title?.[lang] ?? text.untitled}
    </a>,
    row.unit === null ? (
      <span key="unit" className="muted">
        {text.noUnit}
      </span>
    ) : (
      <Said key="unit" lang={lang} words={row.unit.name} />
    ),
    row.dueOn === null ? (
      text.noDay
    ) : (
      <span key="due">
        {formatDay(row.dueOn, lang)}
        {row.dueOn < today && missingOf(row) > 0 && <span className="under">{text.lateDay}</span>}
      </span>
    ),
    <ScoreChips key="score" lang={lang} row={row} />,
    <PublicChips key="public" lang={lang} row={row} />,
  ]
}
