import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear, fiscalYearOf } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { PUBLIC_FIGURES } from '../statistics/public-figures.ts'
import { findPublicStatistics } from '../statistics/public-statistics.server.ts'
import { inboxText } from '../text/office.ts'
import { publicStatisticsText } from '../text/public.ts'
import { sightOf } from '../tickets/inbox.queries.server.ts'
import type { Route } from './+types/desk-statistics-page'

/** The same figures as the public ones, for everybody who works here. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DESK_POLICY, 'statistics.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const current = fiscalYearOf(thaiDay(ctx.now()))
  const year = buddhistYear(searchParams.get('year') ?? '') ?? current
  const found = await findPublicStatistics(ctx, { year, current })
  if (!found) throw data(null, 404)
  return {
    lang: languageOf(pathname),
    ...found,
    seesTickets: sightOf(ctx).ok,
    mayTemplates: refusalOf(DESK_POLICY, 'template.change', ctx.actor) === null,
    maySettings: refusalOf(DESK_POLICY, 'settings.change', ctx.actor) === null,
  }
}

export default function DeskStatisticsPage({
  loaderData: { lang, year, years, asOf, ways, seesTickets, mayTemplates, maySettings },
}: Route.ComponentProps) {
  const text = publicStatisticsText(lang)
  const here = addressOf.office(lang, 'desk/statistics')
  return (
    <>
      <title>{text.yearTitle(year)}</title>
      <PageHead
        title={text.yearTitle(year)}
        said={text.lead}
        action={
          <>
            {seesTickets && (
              <a className="button" href={addressOf.office(lang, 'desk')}>
                {inboxText(lang).title}
              </a>
            )}
            {/* Who sets the desk up may see no ticket, and comes here instead of the inbox. */}
            {!seesTickets && mayTemplates && (
              <a className="button" href={addressOf.office(lang, 'desk/templates')}>
                {inboxText(lang).templates}
              </a>
            )}
            {!seesTickets && maySettings && (
              <a className="button" href={addressOf.office(lang, 'desk/settings')}>
                {inboxText(lang).settings}
              </a>
            )}
            <a className="button" href={addressOf.complaint(lang, 'statistics', year)}>
              <Icon name="page" />
              {text.title}
            </a>
            <a className="button" href={addressOf.complaintFile(year, 'statistics.csv')}>
              <Icon name="sheet" />
              {text.csv}
            </a>
          </>
        }
      />
      <div className="stack wide">
        <FilterChips
          label={text.years}
          choices={years.map((one) => ({
            label: String(one),
            to: `${here}?year=${one}`,
            isChosen: one === year,
          }))}
        />
        <p className="muted">{text.asOf(formatInstant(asOf, lang))}</p>
        {ways.map(({ by, statistics: { rows, total } }) => (
          <section key={by} className="stack" aria-labelledby={`by-${by}`}>
            <h2 id={`by-${by}`}>{text.by[by]}</h2>
            <DataTable
              caption={text.by[by]}
              columns={[
                { label: text.first[by] },
                ...PUBLIC_FIGURES.map((figure) => ({ label: text.columns[figure], look: 'end' as const })),
              ]}
              rows={[
                ...rows.map(({ key, label, ...figures }) => ({
                  key,
                  cells: [label[lang] ?? label.th, ...PUBLIC_FIGURES.map((one) => String(figures[one]))],
                })),
                ...(by === 'year'
                  ? []
                  : [
                      {
                        key: 'total',
                        cells: [text.total, ...PUBLIC_FIGURES.map((one) => String(total[one]))],
                      },
                    ]),
              ]}
            />
          </section>
        ))}
      </div>
    </>
  )
}
