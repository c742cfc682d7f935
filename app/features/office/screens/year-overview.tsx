import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-overview.css'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { YearDoneNotice } from '../../improvement/index.parts.ts'
import { findYearDone } from '../../improvement/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { readYearOverview, type YearOverviewData } from '../overview/year-overview.queries.server.ts'
import { MonthStrip } from '../parts/month-strip.tsx'
import { Distance } from '../parts/overview-distance.tsx'
import { OverviewFilters } from '../parts/overview-filters.tsx'
import { ChosenMeasures, IssueCards } from '../parts/overview-issues.tsx'
import { WorkGroups } from '../parts/overview-todo.tsx'
import { overviewText } from '../text/pages.ts'
import type { Route } from './+types/year-overview'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  if (!/^2[56]\d\d$/.test(params.year)) throw data(null, 404)
  const year = await readYearOverview(ctx, { fiscalYear: Number(params.year), params: searchParams })
  // A year that nobody opened is opened from the list of years.
  if (!year) throw redirect(addressOf.office(lang, 'cycles'), 303)
  return {
    lang,
    year,
    done: await findYearDone(ctx, { year: year.fiscalYear, params: searchParams }),
  }
}

export default function YearOverview({ loaderData: { lang, year, done } }: Route.ComponentProps) {
  const text = overviewText(lang)
  const part = `cycles/${year.fiscalYear}`
  const isEmpty = year.allIssues.length === 0
  return (
    <>
      <title>{text.title(year.fiscalYear)}</title>
      <PageHead
        title={text.title(year.fiscalYear)}
        action={
          year.may.addIssue &&
          !isEmpty && (
            <a className="button primary" href={addressOf.office(lang, `${part}/issues/add`)}>
              <Icon name="add" />
              {text.addIssue}
            </a>
          )
        }
      />
      <div className="stack wide overview">
        {done && <YearDoneNotice lang={lang} done={done} />}
        {isEmpty ? (
          <EmptyYear lang={lang} year={year} />
        ) : (
          <>
            <ToDo lang={lang} year={year} />
            <OverviewFilters lang={lang} year={year} here={addressOf.office(lang, part)} />
            <Distance lang={lang} year={year} />
            {year.isNarrow && year.lines.length > 0 && <ChosenMeasures lang={lang} year={year} />}
            <IssueCards lang={lang} year={year} />
            <MonthStrip lang={lang} strip={year.strip} />
          </>
        )}
        <nav className="no-print" aria-label={text.links}>
          <ul className="years">
            {(
              [
                ['measures', 'list', text.register],
                ['report-data', 'document', text.reportData],
                ['report', 'page', text.report],
                ['sheet', 'sheet', text.sheet],
              ] as const
            ).map(([page, icon, label]) => (
              <li key={page}>
                <a className="button" href={addressOf.office(lang, `${part}/${page}`)}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </>
  )
}

function ToDo({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { todo: text } = overviewText(lang)
  return (
    <section className="stack" aria-labelledby="todo">
      <h2 id="todo">{text.title}</h2>
      {year.groups.length > 0 ? (
        <WorkGroups lang={lang} groups={year.groups} />
      ) : (
        <div className="empty">
          <p>
            <Icon name="done" /> <strong>{text.nothingTitle}</strong>
          </p>
          <p>{year.isReader ? text.reader : text.nothing}</p>
        </div>
      )}
    </section>
  )
}

/** A year without issues teaches what one is, and offers every way to begin. */
function EmptyYear({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { empty: text, addIssue } = overviewText(lang)
  const { may, fiscalYear } = year
  return (
    <section className="empty" aria-labelledby="begin">
      <h2 id="begin">{text.title}</h2>
      <p>{text.body}</p>
      {!may.addIssue && !may.copy && <p>{text.reader}</p>}
      <p className="actions">
        {may.addIssue && (
          <a className="button primary" href={addressOf.office(lang, `cycles/${fiscalYear}/issues/add`)}>
            <Icon name="add" />
            {addIssue}
          </a>
        )}
        {may.copy && (
          <a className="button" href={addressOf.office(lang, `cycles/copy?to=${fiscalYear}`)}>
            <Icon name="copy" />
            {text.copy}
          </a>
        )}
        {may.bringSheet && (
          <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}/sheet`)}>
            <Icon name="sheet" />
            {text.sheet}
          </a>
        )}
      </p>
    </section>
  )
}
