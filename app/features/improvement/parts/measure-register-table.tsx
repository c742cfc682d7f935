import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import {
  type RegisterRow,
  type RegisterSort,
  type RegisterView,
  writeView,
} from '../measures/bulk/register.domain.ts'
import type { Register } from '../measures/bulk/register.queries.server.ts'
import { bulkText } from '../measures/bulk/text/index.ts'
import { MeasureStateChip } from './measure-state.tsx'

type RegisterTableProps = Readonly<{
  lang: Language
  register: Register
  rows: readonly RegisterRow[]
  view: RegisterView
  /** Identifiers that are ticked; null where nothing can be chosen. */
  chosen: readonly string[] | null
}>

/** The measures of a year, with heads that sort them and boxes that choose them. */
export function RegisterTable({ lang, register, rows, view, chosen }: RegisterTableProps) {
  const text = bulkText(lang)
  const { columns } = text
  const head = (sort: RegisterSort, className?: string) => (
    <SortHead
      lang={lang}
      view={view}
      year={register.fiscalYear}
      sort={sort}
      label={columns[sort]}
      className={className}
    />
  )
  return (
    <div className="table-box as-cards">
      <table className="data-table register">
        <caption className="visually-hidden">{text.caption(register.fiscalYear)}</caption>
        <thead>
          <tr>
            {chosen && (
              <th scope="col" className="choose no-print">
                <span className="visually-hidden">{columns.choose}</span>
                <input type="checkbox" data-select-all aria-label={text.chooseAll} hidden />
              </th>
            )}
            {head('number')}
            {head('owners')}
            {head('due')}
            {head('state')}
            {head('evidence', 'end')}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} lang={lang} row={row} register={register} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SortHeadProps = Readonly<{
  lang: Language
  view: RegisterView
  year: number
  sort: RegisterSort
  label: string
  className: string | undefined
}>

function SortHead({ lang, view, year, sort, label, className }: SortHeadProps) {
  const text = bulkText(lang)
  const isChosen = view.sort === sort
  const to = writeView({ ...view, sort, isDown: isChosen && !view.isDown })
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isChosen ? (view.isDown ? 'descending' : 'ascending') : undefined}
    >
      <a
        className="sort"
        href={`${addressOf.office(lang, `cycles/${year}/measures`)}${to}`}
        title={text.sortBy(label)}
      >
        {label}
        {isChosen && <Icon name={view.isDown ? 'downward' : 'up'} />}
      </a>
    </th>
  )
}

type RowProps = Pick<RegisterTableProps, 'lang' | 'register' | 'chosen'> & Readonly<{ row: RegisterRow }>

function Row({ lang, row, register, chosen }: RowProps) {
  const text = bulkText(lang)
  const { columns } = text
  const number = `${row.issue.number}.${row.number}`
  const address = addressOf.office(lang, `measures/${row.id}`)
  return (
    <tr>
      {chosen && (
        <td className="choose no-print">
          <input
            type="checkbox"
            name="measureId"
            value={row.id}
            defaultChecked={chosen.includes(row.id)}
            aria-label={text.chooseOf(number)}
            data-select-row
          />
        </td>
      )}
      <th scope="row">
        <a href={address}>
          <span className="number">{number}</span> {row.title === '' ? text.noText : row.title}
        </a>
      </th>
      <td data-label={columns.owners}>
        {row.units.length === 0 && row.people.length === 0 ? (
          <Chip state="returned" icon="warning">
            {text.noOwner}
          </Chip>
        ) : (
          <span className="lines">
            <span>
              {row.units
                .map(({ code, nameTh, nameEn }) => code ?? (lang === 'en' ? (nameEn ?? nameTh) : nameTh))
                .join(', ')}
            </span>
            {row.people.length > 0 && <span className="under">{row.people.join(', ')}</span>}
          </span>
        )}
      </td>
      <td data-label={columns.due}>
        {row.dueOn === null ? <span className="muted">{text.noDue}</span> : formatDay(row.dueOn, lang)}
      </td>
      <td data-label={columns.state}>
        <MeasureStateChip lang={lang} state={row.state} dueOn={row.dueOn} today={register.today} />
      </td>
      <td className="end" data-label={columns.evidence}>
        <a href={`${address}#evidence`}>{row.evidence}</a>
      </td>
    </tr>
  )
}
