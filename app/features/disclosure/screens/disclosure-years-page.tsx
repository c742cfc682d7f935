import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { listPublicYears } from '../public-item.queries.server.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import '../../../ui/disclosure.css'
import type { Route } from './+types/disclosure-years-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const agency = await appOf(context).agency()
  return {
    lang: languageOf(new URL(request.url).pathname),
    years: agency ? await listPublicYears(agency.ctx) : [],
  }
}

/** The framework years that have disclosure items, the newest first. */
export default function DisclosureYearsPage({ loaderData: { lang, years } }: Route.ComponentProps) {
  const text = disclosurePublicText(lang)
  return (
    <>
      <title>{text.title}</title>
      <meta name="description" content={text.lead} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: null },
        ]}
      />
      <div className="page-head">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
      </div>
      {years.length === 0 ? (
        <p className="empty">{text.none}</p>
      ) : (
        <section aria-labelledby="years" className="stack">
          <h2 id="years">{text.years}</h2>
          <ul className="oit-years">
            {years.map(({ year, totals, isEmpty }) => (
              <li key={year}>
                <a href={addressOf.disclosureYear(lang, year)}>{text.year(year)}</a>
                {isEmpty && <span className="muted small">{text.yearEmpty}</span>}
                {totals && !isEmpty && (
                  <span className="muted small">
                    {totals.indicators
                      .map(
                        ({ number, value, n }) => `${text.indicator(number)}: ${value} (${text.ofItems(n)})`,
                      )
                      .join(' · ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="muted small">{text.totalsNote}</p>
        </section>
      )}
    </>
  )
}
