import { data, redirect } from 'react-router'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { MachineForms } from '../parts/machine-forms.tsx'
import { YearItems } from '../parts/year-items.tsx'
import { YearLinks } from '../parts/year-links.tsx'
import { YearTotals } from '../parts/year-totals.tsx'
import { listPublicYear, listPublicYears } from '../public-item.queries.server.ts'
import { stateOfRow } from '../public-state.domain.ts'
import { disclosurePublicText } from '../text/disclosure-public.ts'
import '../../../ui/disclosure.css'
import type { Route } from './+types/disclosure-year-page'

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  const agency = year === null ? null : await appOf(context).agency()
  const found = agency && year !== null ? await listPublicYear(agency.ctx, { year }) : null
  if (!agency || !found) throw data(null, 404)
  // 68, 2025 and ๒๕๖๘ are the same year as 2568: one address for one page.
  if (params.year !== String(found.year)) throw redirect(addressOf.disclosureYear(lang, found.year), 301)
  const years = await listPublicYears(agency.ctx)
  return { lang, found, years: years.map((one) => one.year) }
}

/** Every disclosure item of a framework year, by sub-indicator. */
export default function DisclosureYearPage({ loaderData: { lang, found, years } }: Route.ComponentProps) {
  const text = disclosurePublicText(lang)
  const { year, groups } = found
  const items = groups.flatMap((group) => group.items)
  const states = items.map(stateOfRow)
  const full = states.filter((state) => state === 'whole' || state === 'declared').length
  const published = states.filter((state) => state !== 'not-public').length
  return (
    <>
      <title>{text.yearTitle(year)}</title>
      <meta name="description" content={text.yearLead} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: addressOf.disclosure(lang) },
          { label: text.year(year), to: null },
        ]}
      />
      <div className="page-head">
        <h1>{text.yearTitle(year)}</h1>
        <p className="lead">{text.yearLead}</p>
        <p>
          {text.published(published, items.length)} · {text.standing(full, items.length)}
        </p>
        <YearLinks
          lang={lang}
          label={text.years}
          here={year}
          years={years.map((one) => ({ year: one, to: addressOf.disclosureYear(lang, one) }))}
        />
      </div>
      <div className="stack wide">
        <YearTotals lang={lang} year={found} />
        {groups.map((group) => (
          <YearItems key={group.number} lang={lang} year={year} group={group} />
        ))}
        <MachineForms
          lang={lang}
          csv={addressOf.disclosureFile(year, 'items.csv')}
          json={addressOf.disclosureFile(year, 'items.json')}
        />
      </div>
    </>
  )
}
