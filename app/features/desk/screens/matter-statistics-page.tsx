import { data, redirect } from 'react-router'
import { buddhistYear, fiscalYearOf } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { DeskHead } from '../parts/desk-head.tsx'
import { FiguresTable } from '../parts/figures-table.tsx'
import { StatisticsChart } from '../parts/statistics-chart.tsx'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { findPublicStatistics } from '../statistics/public-statistics.server.ts'
import { publicStatisticsText } from '../text/public.ts'
import '../../../ui/data.css'
import '../../../ui/desk.css'
import type { Route } from './+types/matter-statistics-page'

export const headers = publicPageHeaders

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const current = fiscalYearOf(thaiDay(ctx.now()))
  const year = params.year === undefined ? current : buddhistYear(params.year)
  const found = year === null ? null : await findPublicStatistics(ctx, { year, current })
  if (!found) throw data(publicStatisticsText(lang).noYear, 404)
  if (params.year !== undefined && params.year !== String(year))
    throw redirect(addressOf.complaint(lang, 'statistics', found.year), 301)
  const { settings } = await findDeskSettings(ctx)
  return { lang, ...found, current, isOpen311On: settings.isOpen311On }
}

export default function MatterStatisticsPage({
  loaderData: { lang, year, years, current, asOf, ways, isOpen311On },
}: Route.ComponentProps) {
  const text = publicStatisticsText(lang)
  const months = ways.find(({ by }) => by === 'month')?.statistics
  const to = (one: number) => addressOf.complaint(lang, 'statistics', one === current ? undefined : one)
  return (
    <>
      <DeskHead lang={lang} title={text.yearTitle(year)} lead={text.lead} />
      <div className="stack wide">
        <FilterChips
          label={text.years}
          choices={years.map((one) => ({ label: String(one), to: to(one), isChosen: one === year }))}
        />
        <p className="muted">{text.asOf(formatInstant(asOf, lang))}</p>
        {months &&
          (months.total.received === 0 ? (
            <p>{text.noneYet}</p>
          ) : (
            <StatisticsChart
              lang={lang}
              year={year}
              months={months.rows.map(({ key, received, done }) => ({
                key,
                label: shortMonth(key, lang),
                received,
                done,
              }))}
            />
          ))}
        {ways.map(({ by, statistics }) => (
          <section key={by} className="stack" aria-labelledby={`by-${by}`}>
            <h2 id={`by-${by}`}>{text.by[by]}</h2>
            <FiguresTable lang={lang} year={year} by={by} statistics={statistics} />
          </section>
        ))}
        <section className="stack no-print" aria-labelledby="forms">
          <h2 id="forms">{text.formsHeading}</h2>
          <p className="actions">
            <a className="button" href={addressOf.complaintFile(year, 'statistics.csv')}>
              <Icon name="sheet" />
              {text.csv}
            </a>
            <a className="button" href={addressOf.complaintFile(year, 'statistics.json')}>
              <Icon name="json" />
              {text.json}
            </a>
          </p>
          {isOpen311On && <p>{text.open311}</p>}
        </section>
      </div>
    </>
  )
}

/** "2024-10" as it stands under a bar: "ต.ค.", "Oct". */
const shortMonth = (key: string, lang: 'th' | 'en'): string =>
  new Intl.DateTimeFormat(lang === 'th' ? 'th' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${key}-01`),
  )
