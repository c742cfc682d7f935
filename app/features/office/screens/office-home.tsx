import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { countOperationFindings, operationContext } from '../../operation/index.server.ts'
import { roleDuty, roleText } from '../../people/index.ts'
import { countOwnFailing, watchTargetsContext } from '../../watch/index.server.ts'
import { type OfficeStart, readOfficeStart } from '../office-start.queries.server.ts'
import { WorkGroups } from '../parts/overview-todo.tsx'
import { StepList, TaskList } from '../parts/start-lists.tsx'
import { homePageText } from '../text/pages.ts'
import type { Route } from './+types/office-home'

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const { isMailOn, origin } = appOf(context)
  return {
    lang,
    name: signedIn.person.name,
    start: await readOfficeStart(ctx, {
      personId: signedIn.person.id,
      roles: signedIn.actor.roles,
      isMailOn,
      operation: await countOperationFindings(ctx, context.get(operationContext)),
      failingAddresses: await countOwnFailing(ctx, () => context.get(watchTargetsContext)(ctx, { origin })),
      lang,
    }),
  }
}

export default function OfficeHome({ loaderData: { lang, name, start } }: Route.ComponentProps) {
  const text = homePageText(lang)
  const { steps, tasks, roles, work } = start
  const isBusy = tasks.length > 0 || work.groups.length > 0
  const isIdle = !isBusy && steps.length === 0
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.greeting(name)} />
      <div className="stack wide">
        {roles.length === 0 && <NoRole lang={lang} givers={start.roleGivers} />}
        {(isBusy || (isIdle && roles.length > 0)) && (
          <section className="stack" aria-labelledby="todo">
            <h2 id="todo">{text.todo}</h2>
            {work.groups.length > 0 && (
              <WorkGroups lang={lang} groups={work.groups} withYear={work.years.length > 1} />
            )}
            {tasks.length > 0 && <TaskList lang={lang} tasks={tasks} />}
            {!isBusy && (
              <div className="empty">
                <p>
                  <Icon name="done" /> <strong>{text.nothing}</strong>
                </p>
                <p>{text.nothingBody}</p>
              </div>
            )}
          </section>
        )}
        {steps.length > 0 && (
          <section className="stack" aria-labelledby="steps">
            <h2 id="steps">{text.steps.title}</h2>
            <p className="muted">
              {text.steps.said(steps.filter((step) => step.isDone).length, steps.length)}
            </p>
            <StepList lang={lang} steps={steps} />
          </section>
        )}
        {work.years.length > 0 && <WorkYears lang={lang} years={work.years} />}
        {roles.length > 0 && <Roles lang={lang} roles={roles} />}
        <Reports lang={lang} years={start.years} />
      </div>
    </>
  )
}

function NoRole({ lang, givers }: { lang: Language; givers: readonly string[] }) {
  const { noRole: text } = homePageText(lang)
  return (
    <section className="empty">
      <h2>{text.title}</h2>
      <p>{text.body}</p>
      {givers.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <>
          <p>
            <strong>{text.ask}</strong>
          </p>
          <ul>
            {givers.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function WorkYears({ lang, years }: { lang: Language; years: readonly number[] }) {
  const text = homePageText(lang)
  return (
    <section className="stack" aria-labelledby="years">
      <h2 id="years">{text.years}</h2>
      <ul className="years">
        {years.map((year) => (
          <li key={year}>
            <a className="button" href={addressOf.office(lang, `cycles/${year}`)}>
              <Icon name="cycle" />
              {text.workOf(year)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Roles({ lang, roles }: { lang: Language; roles: OfficeStart['roles'] }) {
  const text = homePageText(lang)
  const { names } = roleText(lang)
  return (
    <section className="stack" aria-labelledby="roles">
      <h2 id="roles">{text.roles}</h2>
      <ul className="cards">
        {roles.map(({ role, unitName }) => (
          <li key={`${role} ${unitName}`}>
            <div className="card">
              <strong>{names[role]}</strong>
              {unitName !== null && <span>{text.forUnit(unitName)}</span>}
              <span className="small muted">{roleDuty(role, lang)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reports({ lang, years }: { lang: Language; years: readonly number[] }) {
  const text = homePageText(lang)
  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{text.reports}</h2>
      {years.length === 0 ? (
        <p className="muted">{text.noReports}</p>
      ) : (
        <ul className="years">
          {years.map((year) => (
            <li key={year}>
              <a className="button" href={addressOf.report(lang, year)}>
                <Icon name="document" />
                {text.reportOf(year)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
