import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ownUnits } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-disclosure.css'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { optionalDay, refusedView } from '../../../web/form-fields.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { isShown, itemTasks, readRowFilter, rowsOf } from '../centre-tasks.domain.ts'
import { type DisclosureErrorCode, disclosureErrorText } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import type { YearWork } from '../item-work.domain.ts'
import { listYearWork } from '../item-work.queries.server.ts'
import { WorkCalendar } from '../parts/work-calendar.tsx'
import { WorkItems } from '../parts/work-items.tsx'
import { WindowChip } from '../parts/work-looks.tsx'
import { WorkNow, type YearTask } from '../parts/work-now.tsx'
import { WorkTotals } from '../parts/work-totals.tsx'
import { windowOf } from '../submission/window.domain.ts'
import { centreText } from '../text/centre.ts'
import { changeYear } from '../usecases/change-year.server.ts'
import type { Route } from './+types/centre-year-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const year = buddhistYear(params.year)
  const work = year === null ? null : await listYearWork(ctx, { year })
  if (work === null) throw data(null, 404)
  const { kept } = visitOf(context)
  return {
    lang: languageOf(pathname),
    work,
    today: thaiDay(ctx.now()),
    ownUnitIds: ownUnits(ctx.actor),
    may: {
      assign: refusalOf(DISCLOSURE_POLICY, 'disclosure.assign', ctx.actor) === null,
      publish: refusalOf(DISCLOSURE_POLICY, 'disclosure.publish', ctx.actor) === null,
      submit: refusalOf(DISCLOSURE_POLICY, 'disclosure.submit', ctx.actor) === null,
      changeAny: refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor) === null,
    },
    filter: readRowFilter(searchParams.get('show')),
    isSaved: searchParams.get('done') === 'calendar',
    kept: kept === null ? null : typedValues(kept),
  }
}

const DAY = optionalDay('year.bad-day')
const CALENDAR_FORM = z.object({
  seenVersion: z.coerce.number().int().min(0),
  submissionFrom: DAY,
  submissionTo: DAY,
  scoringFrom: DAY,
  scoringTo: DAY,
  clarificationFrom: DAY,
  clarificationTo: DAY,
})

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const sent = await request.formData()
  const read = readForm(sent, CALENDAR_FORM)
  if (!read.ok) return data({ form: refusedView(lang, { ...read.error, sentence: sentenceOf }) }, 422)
  const { seenVersion, ...calendar } = read.value
  const changed = await changeYear(ctx, { year, seenVersion, calendar })
  if (changed.ok) throw redirect(`${addressOf.office(lang, `disclosure/${year}`)}?done=calendar`, 303)
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'year.unknown') throw data(null, 404)
  const { seenVersion: _seen, ...values } = typedValues([...sent])
  return data(
    {
      form: refusedView(lang, {
        // The page now shows what the other saved: sent again, it is meant.
        values: error.code === 'year.changed' ? values : { ...values, seenVersion: String(seenVersion) },
        faults: { '': error.code },
        sentence: sentenceOf,
      }),
    },
    422,
  )
}

const sentenceOf = (code: string) => disclosureErrorText(code as DisclosureErrorCode)

export default function CentreYearScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, work, today, ownUnitIds, may, filter, isSaved, kept } = loaderData
  const text = centreText(lang)
  const { year, calendar } = work
  const rows = rowsOf(work)
  const concerned = may.changeAny ? rows : rows.filter((row) => isShown(row, 'mine', ownUnitIds))
  const here = addressOf.office(lang, `disclosure/${year}`)
  const form = actionData?.form ?? (kept === null ? null : { values: kept, errors: {} })
  return (
    <>
      <title>{text.yearName(year)}</title>
      <PageHead
        title={text.yearName(year)}
        chip={<WindowChip lang={lang} calendar={calendar} today={today} />}
        said={<a href={addressOf.office(lang, 'disclosure')}>{text.back}</a>}
        action={
          <a className="button" href={addressOf.disclosureYear(lang, year)}>
            <Icon name="page" />
            {text.publicYear}
          </a>
        }
      />
      <div className="stack wide">
        {isSaved && !actionData && (
          <Notice kind="done">
            <p>{text.done.calendar}</p>
          </Notice>
        )}
        {kept !== null && !actionData && (
          <Notice>
            <p>{text.kept}</p>
          </Notice>
        )}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <WorkNow
          lang={lang}
          year={year}
          ofYear={yearTasks(loaderData)}
          tasks={itemTasks(concerned, { today, mayPublish: may.publish })}
        />
        <section className="stack" aria-labelledby="totals">
          <h2 id="totals">{text.total}</h2>
          <WorkTotals lang={lang} work={work} />
          <p className="muted">{text.selfScore}</p>
        </section>
        <p className="actions">
          {(may.changeAny || ownUnitIds.length > 0) && (
            <a className="button" href={`${here}/carry`}>
              <Icon name="copy" />
              {text.carry}
            </a>
          )}
          <a className="button" href={`${here}/submission`}>
            <Icon name="send" />
            {text.submission}
          </a>
        </p>
        <WorkItems lang={lang} work={work} filter={filter} ownUnitIds={ownUnitIds} today={today} />
        <WorkCalendar
          lang={lang}
          calendar={calendar}
          version={work.version}
          mayChange={may.assign}
          form={form}
        />
      </div>
    </>
  )
}

type PageData = Readonly<{
  lang: Route.ComponentProps['loaderData']['lang']
  work: YearWork
  today: string
  may: Route.ComponentProps['loaderData']['may']
}>

/** What waits of the year as a whole, for those who may do it. */
function yearTasks({ lang, work, today, may }: PageData): readonly YearTask[] {
  const text = centreText(lang)
  const here = addressOf.office(lang, `disclosure/${work.year}`)
  const state = windowOf(work.calendar, today)
  const unowned = rowsOf(work).filter(({ unit }) => unit === null).length
  const waits: readonly (YearTask | false)[] = [
    may.submit &&
      state === 'submission' &&
      work.submitted === null && {
        said: text.taskSubmit,
        to: `${here}/submission`,
        label: text.doSubmit,
      },
    may.submit &&
      state === 'clarification' && {
        said: text.taskDispute,
        to: `${here}/submission`,
        label: text.doDispute,
      },
    may.assign &&
      work.calendar.submissionTo === null && {
        said: text.taskCalendar,
        to: `${here}#calendar`,
        label: text.doCalendar,
      },
    may.assign &&
      unowned > 0 && {
        said: text.taskOwners(unowned),
        to: `${here}?show=unowned#items`,
        label: text.doOwners,
      },
  ]
  return waits.filter((task) => task !== false)
}
