import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-meetings.css'
import { type Choice, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { withoutTheirs } from '../../../web/choices.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { listBodies } from '../chains/bodies.queries.server.ts'
import type { Meeting } from '../meetings/meeting.domain.ts'
import type { MeetingClash as Clash } from '../meetings/meeting-change.domain.ts'
import {
  meetingFormValues,
  meetingInputOf,
  readMeetingForm,
  readSeenForm,
} from '../meetings/meeting-form.domain.ts'
import { refusedMeeting } from '../meetings/meeting-form-view.ts'
import { findMeetingPage } from '../meetings/meeting-page.queries.server.ts'
import { MeetingClash } from '../meetings/parts/meeting-clash.tsx'
import { MeetingFields } from '../meetings/parts/meeting-fields.tsx'
import { meetingFormText } from '../meetings/text/index.ts'
import { changeMeeting } from '../meetings/usecases/change-meeting.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/meeting-edit-page'

export async function loader({ context, request, params: { meetingId } }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findMeetingPage(ctx, meetingId)
  if (!page || page.meeting.state === 'cancelled') throw data(null, 404)
  const { kept } = visitOf(context)
  const bodies = await listBodies(ctx)
  return {
    lang,
    meeting: page.meeting,
    isFixed: page.items.some(({ hasResolution }) => hasResolution),
    bodies: bodies
      .filter(({ id, endedAt }) => endedAt === null || id === page.meeting.facts.bodyId)
      .map(({ id, name }) => ({ value: id, label: name })),
    kept: kept === null ? null : typedValues(kept),
  }
}

type Refused = Readonly<{
  form: FormView
  clash: Clash | null
  typed: readonly (readonly [string, string])[]
}>

export async function action({ context, request, params: { meetingId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const values = typedValues([...sent])
  const refused = (form: FormView, clash: Clash | null = null) =>
    data<Refused>({ form, clash, typed: clash === null ? [] : Object.entries(values) }, 422)
  const read = readMeetingForm(values)
  if (!read.ok) return refused(refusedMeeting(lang, values, read.error))
  const done = await changeMeeting(ctx, {
    meetingId,
    seenVersion: Number(values.seenVersion),
    seen: readSeenForm(values.seen ?? ''),
    mine: withoutTheirs(sent, read.value),
  })
  if (done.ok) throw redirect(`${addressOf.office(lang, `meetings/${meetingId}`)}?done=saved`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'meeting.unknown') throw data(null, 404)
  if ('clashes' in error) return refused({ values, errors: {} }, error)
  const faults = { [meetingInputOf(error.code)]: error.code }
  return refused(refusedMeeting(lang, values, { faults, badLines: {} }))
}

export default function MeetingEditScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, meeting, isFixed, bodies, kept } = loaderData
  const text = meetingFormText(lang)
  const { facts } = meeting
  const title = text.editTitle(approvalsTerms(lang).cited(facts.form, meeting.bodyName, facts.number))
  const form = actionData?.form ?? { values: kept ?? meetingFormValues(facts), errors: {} }
  const clash = actionData?.clash ?? null
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} />
      <div className="stack">
        {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {clash !== null && actionData ? (
          <MeetingClash lang={lang} clash={clash} bodies={bodies} typed={actionData.typed} />
        ) : (
          <EditForm lang={lang} meeting={meeting} isFixed={isFixed} bodies={bodies} form={form} />
        )}
        <p>
          <a href={addressOf.office(lang, `meetings/${meeting.id}`)}>{text.back}</a>
        </p>
      </div>
    </>
  )
}

type EditFormProps = Readonly<{
  lang: Language
  meeting: Meeting
  isFixed: boolean
  bodies: readonly Choice[]
  form: FormView
}>

function EditForm({ lang, meeting, isFixed, bodies, form }: EditFormProps) {
  const text = meetingFormText(lang)
  // What was typed is about the meeting as it stood then.
  const { seen = JSON.stringify(meetingFormValues(meeting.facts)), seenVersion = String(meeting.version) } =
    form.values
  return (
    <form method="post" className="form meeting-form">
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <input type="hidden" name="seen" value={seen} />
      {isFixed && <Notice>{text.fixed}</Notice>}
      <MeetingFields lang={lang} form={form} bodies={bodies} asksState={false} />
      <div className="actions">
        <button type="submit" className="button primary">
          <Icon name="yes" />
          {text.save}
        </button>
      </div>
    </form>
  )
}
