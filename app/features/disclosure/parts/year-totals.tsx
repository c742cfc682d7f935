import type { Language } from '../../../i18n/language.ts'
import type { PublicYear } from '../item-work.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import { disclosureItemText } from '../text/index.ts'

type YearTotalsProps = Readonly<{ lang: Language; year: Pick<PublicYear, 'totals' | 'aggregation'> }>

/** What the items of indicators 9 and 10 come to, and by which rule. */
export function YearTotals({ lang, year: { totals, aggregation } }: YearTotalsProps) {
  const text = disclosurePublicText(lang)
  return (
    <section aria-labelledby="totals" className="stack">
      <h2 id="totals">{text.totals}</h2>
      {totals === null ? (
        <p>{text.noRule}</p>
      ) : (
        <>
          <dl className="oit-totals">
            {totals.indicators.map(({ number, value, n }) => (
              <div key={number}>
                <dt>{text.indicator(number)}</dt>
                <dd>
                  <strong>{value}</strong> <span className="muted small">{text.ofItems(n)}</span>
                </dd>
              </div>
            ))}
          </dl>
          <p className="muted small">
            {text.totalsNote} ({disclosureItemText(lang).certainty[aggregation.certainty]})
          </p>
        </>
      )}
    </section>
  )
}
