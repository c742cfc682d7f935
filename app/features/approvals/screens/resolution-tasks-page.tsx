import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-measure.css'
import '../../../ui/office-resolutions.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { permissionRefused } from '../../people/index.server.ts'
import { approvalsErrorText, isApprovalsErrorCode } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { TaskList } from '../resolutions/parts/task-list.tsx'
import {
  fits,
  inOrder,
  isOwnTask,
  isTaskFilter,
  mayFinish,
  TASK_FILTERS,
} from '../resolutions/task-list.domain.ts'
import { type ListedTask, listTasks } from '../resolutions/tasks.queries.server.ts'
import { resolutionTasksText } from '../resolutions/text/index.ts'
import { finishTask, reopenTask } from '../resolutions/usecases/finish-task.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/resolution-tasks-page'

/** Who may read meetings sees every task; everybody sees those that are theirs. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const mayRead = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor) === null
  const today = thaiDay(ctx.now())
  const show = searchParams.get('show')
  const filter = isTaskFilter(show) ? show : 'open'
  const tasks = (await listTasks(ctx))
    .map((task) => ({ ...task, isOwn: isOwnTask(task, ctx.actor), mayFinish: mayFinish(task, ctx.actor) }))
    .filter(({ isOwn }) => mayRead || isOwn)
  const { kept } = visitOf(context)
  return {
    lang,
    today,
    filter,
    mayRead,
    counts: TASK_FILTERS.map((one) => tasks.filter((task) => fits(task, one, today)).length),
    tasks: inOrder(
      tasks.filter((task) => fits(task, filter, today)),
      ctx.actor,
    ),
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const taskId = values.taskId ?? ''
  const isReopening = values.act === 'reopen'
  const done = isReopening
    ? await reopenTask(ctx, { taskId })
    : await finishTask(ctx, { taskId, note: values.note ?? null })
  if (done.ok) {
    const show = isTaskFilter(searchParams.get('show')) ? `show=${searchParams.get('show')}&` : ''
    const here = addressOf.office(lang, 'resolution-tasks')
    throw redirect(`${here}?${show}done=${isReopening ? 'reopened' : 'finished'}`, 303)
  }
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const field = error.code === 'resolution.long-text' ? 'note' : ''
  const form = refusedView(lang, {
    values,
    faults: { [field]: error.code },
    sentence: (code) => (isApprovalsErrorCode(code) ? approvalsErrorText(code) : { th: code, en: code }),
  })
  return data(form, 422)
}

type Shown = ListedTask & Readonly<{ isOwn: boolean; mayFinish: boolean }>

export default function ResolutionTasksScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, today, filter, counts, tasks, done, kept, mayRead } = loaderData
  const text = resolutionTasksText(lang)
  const here = addressOf.office(lang, 'resolution-tasks')
  const words: Readonly<Record<string, string>> = text.done
  const form = actionData ?? (kept === null ? EMPTY_FORM : { values: kept, errors: {} })
  const noteId = (name: string) => (name === 'note' ? `note-${form.values.taskId}` : name)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {done !== null && !actionData && Object.hasOwn(words, done) && (
          <Notice kind="done">{words[done]}</Notice>
        )}
        {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} idOfField={noteId} />
        <FilterChips
          label={text.filters}
          choices={TASK_FILTERS.map((one, index) => ({
            label: text.filter[one],
            to: one === 'open' ? here : `${here}?show=${one}`,
            isChosen: one === filter,
            count: counts[index] ?? 0,
          }))}
        />
        {tasks.length === 0 ? (
          <div className="empty">
            <h2>{text.emptyTitle[filter]}</h2>
            <p>{text.empty}</p>
            {mayRead && (
              <p className="actions">
                <a className="button" href={addressOf.office(lang, 'meetings')}>
                  <Icon name="calendar" />
                  {text.toMeetings}
                </a>
              </p>
            )}
          </div>
        ) : (
          <TaskList
            lang={lang}
            tasks={tasks}
            today={today}
            isOwn={({ isOwn }) => isOwn}
            more={(task) => (
              <>
                <Origin lang={lang} task={task} mayRead={mayRead} />
                {task.mayFinish && <Act lang={lang} task={task} form={form} />}
              </>
            )}
          />
        )}
      </div>
    </>
  )
}

/** The resolution that asked for it. */
function Origin({ lang, task: { resolution }, mayRead }: { lang: Language; task: Shown; mayRead: boolean }) {
  const text = resolutionTasksText(lang)
  const cited = approvalsTerms(lang).cited(resolution.form, resolution.bodyName, resolution.meetingNumber)
  const said = `${resolution.title} (${cited}, ${formatDay(resolution.decidedOn, lang)})`
  return (
    <p className="small">
      <span className="muted">{text.of}</span>{' '}
      {mayRead ? <a href={addressOf.office(lang, `resolutions/${resolution.id}`)}>{said}</a> : said}
    </p>
  )
}

/** The one thing to do with a task: say that it is done, or open it again. */
function Act({ lang, task, form }: { lang: Language; task: Shown; form: FormView }) {
  const text = resolutionTasksText(lang)
  const isTyped = form.values.taskId === task.id
  if (task.done !== null)
    return (
      <form method="post">
        <input type="hidden" name="taskId" value={task.id} />
        <button
          type="submit"
          name="act"
          value="reopen"
          className="button small"
          aria-label={text.reopenOf(task.text)}
        >
          <Icon name="again" />
          {text.reopen}
        </button>
      </form>
    )
  return (
    <details className="fold" open={isTyped}>
      <summary>
        {text.finish}
        <span className="visually-hidden"> {task.text}</span>
      </summary>
      <form method="post" className="form">
        <input type="hidden" name="taskId" value={task.id} />
        <TextAreaField
          form={isTyped ? form : EMPTY_FORM}
          name="note"
          id={`note-${task.id}`}
          label={text.note}
          rows={2}
        />
        <div className="actions">
          <button
            type="submit"
            name="act"
            value="finish"
            className="button primary small"
            aria-label={text.finishOf(task.text)}
          >
            <Icon name="done" />
            {text.finish}
          </button>
        </div>
      </form>
    </details>
  )
}
