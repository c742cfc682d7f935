import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-meetings.css'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { listBodies } from '../chains/bodies.queries.server.ts'
import { meetingInputOf, readMeetingForm } from '../meetings/meeting-form.domain.ts'
import { refusedMeeting } from '../meetings/meeting-form-view.ts'
import { MeetingFields } from '../meetings/parts/meeting-fields.tsx'
import { meetingFormText, meetingsPageText } from '../meetings/text/index.ts'
import { addMeeting } from '../meetings/usecases/add-meeting.server.ts'
import type { Route } from './+types/meeting-add-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const bodies = (await listBodies(ctx)).filter(({ endedAt }) => endedAt === null)
  return {
    lang,
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const read = readMeetingForm(values)
  if (!read.ok) return data(refusedMeeting(lang, values, read.error), 422)
  const state = values.state === 'held' ? 'held' : 'planned'
  const done = await addMeeting(ctx, { ...read.value, state })
  if (done.ok) throw redirect(`${addressOf.office(lang, `meetings/${done.value.meetingId}`)}?done=added`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const faults = { [meetingInputOf(error.code)]: error.code }
  return data(refusedMeeting(lang, values, { faults, badLines: {} }), 422)
}

export default function MeetingAddScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, bodies, kept } = loaderData
  const text = meetingFormText(lang)
  const form = actionData ?? (kept === null ? EMPTY_FORM : { values: kept, errors: {} })
  return (
    <>
      <title>{text.addTitle}</title>
      <PageHead title={text.addTitle} said={text.addLead} />
      <div className="stack">
        {bodies.length === 0 ? (
          <div className="empty">
            <h2>{meetingsPageText(lang).noBodyTitle}</h2>
            <p>{meetingsPageText(lang).noBody}</p>
            <p className="actions">
              <a className="button primary" href={addressOf.office(lang, 'approval-chains')}>
                {meetingsPageText(lang).bodies}
              </a>
            </p>
          </div>
        ) : (
          <>
            {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
            <ErrorSummary form={form} title={text.errorTitle} />
            <form method="post" className="form meeting-form">
              <MeetingFields lang={lang} form={form} bodies={bodies} asksState />
              <div className="actions">
                <button type="submit" className="button primary">
                  <Icon name="add" />
                  {text.add}
                </button>
              </div>
            </form>
          </>
        )}
      </div>
    </>
  )
}
