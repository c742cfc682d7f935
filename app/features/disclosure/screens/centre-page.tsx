import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-disclosure.css'
import { Chip } from '../../../ui/chip.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import type { YearWork } from '../item-work.domain.ts'
import { listYearWork } from '../item-work.queries.server.ts'
import { WindowChip } from '../parts/work-looks.tsx'
import { WorkTotals } from '../parts/work-totals.tsx'
import { centreText } from '../text/centre.ts'
import type { Route } from './+types/centre-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const catalogue = await catalogueFor(ctx)
  const asking = catalogue.frameworks
    .filter(({ coverage }) => coverage.includes('OIT'))
    .map(({ year }) => year)
    .toSorted((a, b) => b - a)
  const years = await Promise.all(asking.map((year) => listYearWork(ctx, { year })))
  return {
    lang: languageOf(new URL(request.url).pathname),
    today: thaiDay(ctx.now()),
    years: years.filter((work) => work !== null),
  }
}

export default function CentreScreen({ loaderData: { lang, today, years } }: Route.ComponentProps) {
  const text = centreText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {years.length === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        ) : (
          <>
            <ul className="work-years" aria-label={text.years}>
              {years.map((work) => (
                <li key={work.year}>
                  <Year lang={lang} work={work} today={today} />
                </li>
              ))}
            </ul>
            <p className="muted">{text.selfScore}</p>
          </>
        )}
      </div>
    </>
  )
}

function Year({ lang, work, today }: { lang: Language; work: YearWork; today: IsoDay }) {
  const text = centreText(lang)
  const { year, calendar, counts, submitted } = work
  const isBegun = counts.full > 0 || counts.published > 0
  return (
    <>
      <div className="line">
        <h2>
          <a href={addressOf.office(lang, `disclosure/${year}`)}>{text.yearName(year)}</a>
        </h2>
        <WindowChip lang={lang} calendar={calendar} today={today} />
        {submitted !== null && <Chip state="done">{text.submitted}</Chip>}
      </div>
      {isBegun ? <WorkTotals lang={lang} work={work} /> : <p>{text.notStarted}</p>}
      <p>
        {text.deadline}: {deadlineSaid(lang, calendar.submissionTo, today)}
      </p>
      <p className="actions">
        <a className="button" href={addressOf.office(lang, `disclosure/${year}`)}>
          {text.openYear(year)}
        </a>
      </p>
    </>
  )
}

const DAY_MS = 86_400_000

function deadlineSaid(lang: Language, day: IsoDay | null, today: IsoDay): string {
  const text = centreText(lang)
  if (day === null) return text.noDeadline
  const left = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)
  const said = formatDay(day, lang)
  if (left === 0) return text.today(said)
  return left < 0 ? text.over(said) : text.daysLeft(left, said)
}
