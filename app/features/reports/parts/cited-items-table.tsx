import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { CitedItem, YearStanding } from '../cited-item.domain.ts'
import { citedItemAnchor } from '../cited-item-anchor.domain.ts'
import { type ReportPageText, reportPageText } from '../text/report-page.ts'

type CitedItemsProps = Readonly<{ lang: Language; years: readonly number[]; cited: readonly CitedItem[] }>

/** Each cited item by its own year, and where the same subject stands in every framework year. */
export function CitedItemsTable({ lang, years, cited }: CitedItemsProps) {
  const text = reportPageText(lang)
  if (cited.length === 0) return null
  return (
    <div className="stack">
      <h2 id="cited">{text.citedItems}</h2>
      <p>{text.citedLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section className="table-box" aria-label={text.citedItems} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{text.citedItems}</caption>
          <thead>
            <tr>
              <th scope="col">{text.citedItem}</th>
              <th scope="col">{text.meaning}</th>
              {years.map((year) => (
                <th scope="col" key={year} className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cited.map((item) => (
              <tr key={item.ref} id={citedItemAnchor(item.ref)}>
                <th scope="row" className="nowrap">
                  <a href={addressOf.itemWalk(lang, yearOf(item.ref), codeOf(item.ref))}>
                    {codeOf(item.ref)}
                  </a>{' '}
                  <span className="muted small">({yearOf(item.ref)})</span>
                </th>
                <td>
                  {item.title?.[lang] ?? text.notKnown}
                  {item.certainty !== 'sourced' && (
                    <span className="muted small">
                      {' '}
                      ({item.certainty === 'inferred' ? text.certaintyInferred : text.certaintyUnverified})
                    </span>
                  )}
                </td>
                {years.map((year) => (
                  <td key={year} className="number">
                    <Standing
                      lang={lang}
                      text={text}
                      standing={item.years.find((stop) => stop.year === year)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

type StandingProps = { lang: Language; text: ReportPageText; standing: YearStanding | undefined }

function Standing({ lang, text, standing }: StandingProps) {
  if (!standing || standing.standing === 'not-known')
    return (
      <span className="muted">
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">{text.notKnown}</span>
      </span>
    )
  if (standing.items.length === 0)
    return (
      <span className="muted">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text.notAsked}</span>
      </span>
    )
  return standing.items.map(({ ref, title }, index) => (
    <span key={ref}>
      {index > 0 && ', '}
      {/^o/i.test(codeOf(ref)) ? (
        <a href={addressOf.disclosureItem(lang, yearOf(ref), codeOf(ref))} title={title?.[lang]}>
          {codeOf(ref)}
        </a>
      ) : (
        <span title={title?.[lang]}>{codeOf(ref)}</span>
      )}
    </span>
  ))
}
