import type { Language } from '../../../i18n/language.ts'
import '../../../ui/office-people.css'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Comparable } from '../../catalogue/index.ts'
import { type Measurement, scoreName } from '../cycle.domain.ts'
import { citationText } from '../notation/text/index.ts'
import type { FactView } from '../outcomes/outcome-view.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import { Worded } from './worded.tsx'

const LOOKS = { yes: 'done', no: 'late', unknown: 'returned' } as const satisfies Record<
  Comparable,
  ChipState
>

/** Whether two values compare, with the reason. */
export function Comparing({
  lang,
  comparing,
}: {
  lang: Language
  comparing: NonNullable<FactView['comparing']>
}) {
  const { comparable, why } = comparing
  return (
    <>
      <Chip state={LOOKS[comparable]}>{citationText(lang).comparable[comparable]}</Chip>
      <span className="small muted">{why === null ? outcomePageText(lang).noItem : why[lang]}</span>
    </>
  )
}

type OutcomeFactsProps = Readonly<{
  lang: Language
  facts: readonly FactView[]
  /** Lets each of them be removed from the page that shows this version; null to read only. */
  seenVersion?: number | null
}>

/** What an outcome states: values with their years, whether they compare, and where they come from. */
export function OutcomeFacts({ lang, facts, seenVersion = null }: OutcomeFactsProps) {
  const text = outcomePageText(lang)
  if (facts.length === 0) return null
  const { columns } = text
  return (
    <div className="table-box as-cards">
      <table className="data-table">
        <caption className="visually-hidden">{text.facts}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
            {seenVersion !== null && <th scope="col">{text.drop}</th>}
          </tr>
        </thead>
        <tbody>
          {facts.map((view, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fact has no name but its place
            <FactRow key={at} lang={lang} view={view} at={at} seenVersion={seenVersion} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type FactRowProps = Readonly<{ lang: Language; view: FactView; at: number; seenVersion: number | null }>

function FactRow({ lang, view, at, seenVersion }: FactRowProps) {
  const text = outcomePageText(lang)
  const { columns } = text
  const { fact, comparing, source, imported, isStated } = view
  const isScore = fact.kind === 'score' || fact.kind === 'percentage'
  const name = isScore ? scoreName(fact) : text.factNames[fact.kind]
  const shown = ({ value, year }: Measurement) => (year === null ? value : text.inYear(value, `${year}`))
  return (
    <tr>
      <th scope="row">
        <span className="lines">
          <Worded>{name}</Worded>
          {!isStated && <Chip state="returned">{text.notStated}</Chip>}
        </span>
      </th>
      <td data-label={columns.before}>{isScore && fact.before ? shown(fact.before) : '–'}</td>
      <td data-label={columns.after}>{isScore ? `${shown(fact.after)}` : '–'}</td>
      <td data-label={columns.comparing}>
        <span className="lines">
          {comparing ? (
            <Comparing lang={lang} comparing={comparing} />
          ) : (
            <span className="muted">{isScore ? text.single : '–'}</span>
          )}
        </span>
      </td>
      <td data-label={columns.source}>
        <span className="lines">
          {source === null ? '–' : text.sources[source]}
          {imported !== null && <Chip state="returned">{text.imported(imported)}</Chip>}
        </span>
      </td>
      {seenVersion !== null && (
        <td>
          <form method="post">
            <input type="hidden" name="at" value={at} />
            <input type="hidden" name="seenVersion" value={seenVersion} />
            <button
              type="submit"
              className="button small drop-fact"
              name="act"
              value="drop"
              aria-label={text.dropOf(name)}
            >
              <Icon name="remove" />
              {text.drop}
            </button>
          </form>
        </td>
      )}
    </tr>
  )
}
