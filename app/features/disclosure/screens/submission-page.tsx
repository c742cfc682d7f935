import { data, redirect } from 'react-router'
import '../../../ui/office-submission.css'
import type { Language } from '../../../i18n/language.ts'
import { cleanText } from '../../../kernel/clean-text.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear, formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { watchTargetsContext, watchToolsContext } from '../../watch/index.server.ts'
import type { LogEntry } from '../../watch/index.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { captureSubmitted, isCapturing } from '../submission/capture-submitted.server.ts'
import { logOfSubmission, watchedSpan } from '../submission/package/package-facts.server.ts'
import { DisputeForm, SubmitForm } from '../submission/parts/submission-forms.tsx'
import { SubmissionTable } from '../submission/parts/submission-table.tsx'
import type { Submission } from '../submission/submission.domain.ts'
import { findSubmission } from '../submission/submission.queries.server.ts'
import { submissionPageText } from '../submission/text/index.ts'
import { recordDispute } from '../submission/usecases/record-dispute.server.ts'
import { submitYear } from '../submission/usecases/submit-year.server.ts'
import type { WindowState } from '../submission/window.domain.ts'
import type { Route } from './+types/submission-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const year = buddhistYear(params.year)
  const submission = year === null ? null : await findSubmission(ctx, { year })
  if (year === null || !submission) throw data(null, 404)
  const { kept } = visitOf(context)
  const span = watchedSpan(submission, ctx.now())
  return {
    lang: languageOf(pathname),
    submission,
    maySubmit: refusalOf(DISCLOSURE_POLICY, 'disclosure.submit', ctx.actor) === null,
    record: searchParams.get('record'),
    kept: kept === null ? null : typedValues(kept),
    log: countsOf(await logOfSubmission(ctx, submission)),
    logDays: span && { from: dayAsTyped(thaiDay(span.from)), to: dayAsTyped(thaiDay(span.to)) },
    isCapturing: isCapturing(ctx, year),
    done: searchParams.get('done'),
  }
}

const countsOf = (log: readonly LogEntry[]) => {
  const count = (kind: LogEntry['kind']) => log.filter((entry) => entry.kind === kind).length
  return { outages: count('outage'), failings: count('failing'), drifts: count('drift') }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const sent = await request.formData()
  const here = addressOf.office(lang, `disclosure/${year}/submission`)
  const { origin } = appOf(context)
  const seenVersion = Number(sent.get('seenVersion'))
  const text = submissionPageText(lang)
  // What stands at the addresses is asked for one after the other: nobody waits for that.
  const keep = () =>
    void captureSubmitted(ctx, year, {
      tools: context.get(watchToolsContext),
      targets: context.get(watchTargetsContext),
      origin,
    })
  if (sent.get('act') === 'record') {
    const words = (name: string) => cleanText(String(sent.get(name) ?? '')).trim() || null
    const score = words('provisionalScore')
    const recorded = await recordDispute(ctx, {
      year,
      code: words('item') ?? '',
      facts: {
        provisionalScore: score === null ? null : Number(score),
        assessorReason: words('assessorReason'),
        isDisputed: sent.get('isDisputed') === 'on',
        argument: words('argument'),
      },
      seenVersion,
    })
    if (recorded.ok) throw redirect(`${here}?done=recorded#items`, 303)
    const { error } = recorded
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    const errors = { [FIELD_OF[error.code] ?? '']: text.refusals[error.code] }
    const { seenVersion: seen, ...values } = typedValues([...sent])
    // Who was told of another's record saves over it, or leaves it; who mends a field is still about what they saw.
    const isStillSeen = error.code !== 'dispute.changed' && seen !== undefined
    return data({ form: { values: isStillSeen ? { ...values, seenVersion: seen } : values, errors } }, 422)
  }
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.submit', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  if (sent.get('act') === 'capture') {
    keep()
    throw redirect(`${here}?done=capturing`, 303)
  }
  const submitted = await submitYear(ctx, { year, origin, seenVersion })
  if (!submitted.ok) {
    const { error } = submitted
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    return data({ form: { values: {}, errors: { '': text.refusals[error.code] } } }, 422)
  }
  keep()
  throw redirect(`${here}?done=submitted`, 303)
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'dispute.no-score': 'provisionalScore',
  'dispute.full-score': 'isDisputed',
  'dispute.no-argument': 'argument',
  'dispute.too-long': 'argument',
}

const LOOKS = {
  preparing: 'none',
  submission: 'working',
  scoring: 'review',
  clarification: 'late',
  closed: 'done',
} as const satisfies Record<WindowState, string>

export default function SubmissionScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, submission, maySubmit, record, kept, log, logDays, done } = loaderData
  const text = submissionPageText(lang)
  const { year, state, rows, submitted, fault } = submission
  const mayRecord = maySubmit && state === 'clarification' && submitted !== null
  const code = kept?.item ?? record
  const recording = mayRecord ? rows.find((row) => row.code === code && row.submitted !== null) : undefined
  const form = actionData?.form ?? (kept === null ? null : { values: kept, errors: {} })
  const disputed = rows.filter(({ dispute }) => dispute?.isDisputed).length
  const said =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title(year)}</title>
      <PageHead
        title={text.title(year)}
        chip={
          <Chip state={LOOKS[state]} icon={state === 'clarification' ? 'warning' : LOOKS[state]}>
            {text.states[state]}
          </Chip>
        }
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, `disclosure/${year}`)}>
            {text.toYear(year)}
          </a>
        }
      />
      <div className="stack wide">
        {said !== null && !actionData && <Notice kind="done">{said}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <Notice kind={state === 'clarification' ? 'warning' : 'plain'}>
          <p>{text.rules[state]}</p>
        </Notice>
        <Calendar lang={lang} days={submission.days} />
        {submitted !== null && (
          <Submitted
            lang={lang}
            submission={submission}
            maySubmit={maySubmit}
            isCapturing={loaderData.isCapturing}
          />
        )}
        {submitted === null && fault !== null && (
          <p className="muted">
            <Icon name="info" /> {text.refusals[fault]}
          </p>
        )}
        {maySubmit && fault === null && <SubmitForm lang={lang} submission={submission} />}
        {recording && <DisputeForm lang={lang} year={year} row={recording} form={form} />}
        <section className="stack" aria-labelledby="items">
          <h2 id="items">{text.items}</h2>
          <SubmissionTable lang={lang} year={year} rows={rows} mayRecord={mayRecord} />
        </section>
        {logDays !== null && (
          <section className="stack" aria-labelledby="log">
            <h2 id="log">{text.logTitle}</h2>
            <p>{text.logSome(log.outages, log.failings, log.drifts)}</p>
            <p>
              <a href={`${addressOf.office(lang, 'watch')}?${new URLSearchParams(logDays)}#log`}>
                {text.logGo}
              </a>
            </p>
          </section>
        )}
        {submitted !== null && <Package lang={lang} year={year} disputed={disputed} />}
      </div>
    </>
  )
}

function Calendar({ lang, days }: { lang: Language; days: Submission['days'] }) {
  const text = submissionPageText(lang)
  const windows = [
    [text.windows.submission, days.submissionFrom, days.submissionTo],
    [text.windows.scoring, days.scoringFrom, days.scoringTo],
    [text.windows.clarification, days.clarificationFrom, days.clarificationTo],
  ] as const
  const day = (of: string | null) => (of === null ? text.unknownDay : formatDay(of, lang))
  return (
    <section className="stack" aria-labelledby="calendar">
      <h2 id="calendar">{text.calendar}</h2>
      {windows.every(([, from, to]) => from === null && to === null) ? (
        <p className="muted">{text.noDays}</p>
      ) : (
        <Facts rows={windows.map(([name, from, to]) => [name, text.fromTo(day(from), day(to))] as const)} />
      )}
    </section>
  )
}

type SubmittedProps = Readonly<{
  lang: Language
  submission: Submission
  maySubmit: boolean
  isCapturing: boolean
}>

/** When the year was submitted, and how much of it is kept as evidence. */
function Submitted({ lang, submission: { year, submitted, rows }, maySubmit, isCapturing }: SubmittedProps) {
  const text = submissionPageText(lang)
  const all = rows.filter((row) => row.submitted !== null)
  const captured = all.filter((row) => row.submitted?.captureId !== null).length
  return (
    <div className="stack">
      <p>
        <Icon name="done" />{' '}
        {submitted !== null && text.submittedBy(formatInstant(submitted.at, lang), submitted.byName)}
        {' · '}
        {text.captured(captured, all.length)}
      </p>
      {isCapturing && <p className="muted">{text.capturing}</p>}
      {maySubmit && !isCapturing && captured < all.length && (
        <form method="post" action={addressOf.office(lang, `disclosure/${year}/submission`)}>
          <button type="submit" name="act" value="capture" className="button">
            <Icon name="evidence" />
            {text.captureMissing}
          </button>
        </form>
      )}
    </div>
  )
}

function Package({ lang, year, disputed }: { lang: Language; year: number; disputed: number }) {
  const text = submissionPageText(lang)
  const here = addressOf.office(lang, `disclosure/${year}/submission`)
  return (
    <section className="stack" aria-labelledby="package">
      <h2 id="package">{text.packageTitle}</h2>
      <p>{text.packageBody}</p>
      <p className="actions">
        {disputed === 0 ? (
          <span className="muted">{text.packageNone}</span>
        ) : (
          <a className="button primary" href={`${here}/clarification.zip`}>
            <Icon name="download" />
            {text.packageDisputed(disputed)}
          </a>
        )}
        <a className="button" href={`${here}/submission.zip`}>
          <Icon name="download" />
          {text.packageAll}
        </a>
      </p>
    </section>
  )
}
