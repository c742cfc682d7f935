import type { Language } from '../../../i18n/language.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ElementVerdict } from '../../reports/index.ts'
import type { ItemStanding } from '../item-standing.queries.server.ts'
import { disclosureItemText } from '../text/index.ts'

const ELEMENTS = ['measure', 'period', 'summary', 'outcome'] as const
const LOOKS: Record<ElementVerdict['state'], { icon: IconName; chip: string }> = {
  value: { icon: 'done', chip: 'done' },
  shared: { icon: 'link', chip: 'done' },
  none: { icon: 'none', chip: 'none' },
  missing: { icon: 'late', chip: 'late' },
}

type MatrixProps = { lang: Language; answer: NonNullable<ItemStanding['answer']> }

/** One row a measure, one column an element; below it the reason for each. */
export function ElementMatrix({ lang, answer }: MatrixProps) {
  const text = disclosureItemText(lang)
  const rows = measuresOf(answer.elements)
  return (
    <section aria-labelledby="matrix" className="stack">
      <h2 id="matrix">{text.matrix}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section className="table-box" aria-label={text.matrixCaption} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{text.matrixCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.issue}</th>
              <th scope="col">{text.measure}</th>
              {ELEMENTS.map((element) => (
                <th scope="col" key={element}>
                  {text.elements[element]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ issue, measure, elements }) => (
              <tr key={`${issue}-${measure}`}>
                <td>
                  <a href={addressOf.reportIssue(lang, answer.fiscalYear, issue)}>{issue}</a>
                </td>
                <th scope="row">{measure}</th>
                {ELEMENTS.map((element) => (
                  <td key={element}>
                    <State lang={lang} verdict={elements.find((one) => one.element === element)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details className="twin">
        <summary>{text.reasons}</summary>
        <ul>
          {answer.elements.map((element) => (
            <li key={`${element.issue}-${element.measure}-${element.element}`}>
              {text.issueMeasure(element.issue, element.measure)} · {text.elements[element.element]}:{' '}
              {element.reason[lang]}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function State({ lang, verdict }: { lang: Language; verdict: ElementVerdict | undefined }) {
  if (!verdict) return <span className="muted">–</span>
  const looks = verdict.passes ? LOOKS[verdict.state] : LOOKS.missing
  return (
    <span className={`chip ${looks.chip}`} title={verdict.reason[lang]}>
      <Icon name={looks.icon} />
      {disclosureItemText(lang).states[verdict.state]}
    </span>
  )
}

function measuresOf(elements: readonly ElementVerdict[]) {
  const rows = new Map<string, { issue: number; measure: number; elements: ElementVerdict[] }>()
  for (const element of elements) {
    const key = `${element.issue}-${element.measure}`
    const row = rows.get(key) ?? { issue: element.issue, measure: element.measure, elements: [] }
    row.elements.push(element)
    rows.set(key, row)
  }
  return [...rows.values()]
}
