import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { findEvidencePanel } from '../../evidence/index.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { type ApprovalsErrorCode, approvalsErrorText, isApprovalsErrorCode } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { doneToMeeting } from '../meetings/meeting-acts.server.ts'
import { findMeetingPage } from '../meetings/meeting-page.queries.server.ts'
import { MeetingView } from '../meetings/parts/meeting-view.tsx'
import type { Route } from './+types/meeting-page'

export async function loader({ context, request, params: { meetingId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findMeetingPage(ctx, meetingId)
  if (!page) throw data(null, 404)
  const { nonce, kept } = visitOf(context)
  const mayChange = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor) === null
  return {
    lang: languageOf(pathname),
    page,
    nonce,
    today: thaiDay(ctx.now()),
    done: searchParams.get('done'),
    mayChange,
    mayPlace: refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null,
    kept: kept === null ? null : typedOf(typedValues(kept), null, {}),
    papers: await findEvidencePanel(ctx, {
      object: { kind: 'meeting', id: meetingId },
      searchParams,
      mayAttach: mayChange && page.meeting.state !== 'cancelled',
    }),
  }
}

export async function action({ context, request, params: { meetingId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const values = typedValues([...sent])
  const done = await doneToMeeting(ctx, { meetingId, sent, values })
  if (done.ok) {
    const isPaper = done.value === 'attached' || done.value === 'detached'
    const place = addressOf.office(lang, `meetings/${meetingId}`)
    throw redirect(`${place}?done=${done.value}${isPaper ? '#evidence' : ''}`, 303)
  }
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'act.unknown') throw data(null, 400)
  if (error.code === 'meeting.unknown') throw data(null, 404)
  const errors = isApprovalsErrorCode(error.code)
    ? { [inputOf(values.act ?? '', error.code)]: approvalsErrorText(error.code)[lang] }
    : {}
  return data(typedOf(values, error.code, errors), 422)
}

/** The field of an item that is wrong; '' for the form as a whole. */
const inputOf = (act: string, code: ApprovalsErrorCode): string =>
  act === 'change-item' && code === 'agenda-item.no-title' ? 'title' : ''

const typedOf = (
  values: Readonly<Record<string, string>>,
  code: string | null,
  errors: Readonly<Record<string, string>>,
) => {
  const { act = '', agendaItemId = '' } = values
  // Only of an item that is changed something was typed.
  return { act, agendaItemId: act === 'change-item' ? agendaItemId : '', code, form: { values, errors } }
}

export default function MeetingScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { kept, ...shown } = loaderData
  return <MeetingView {...shown} typed={actionData ?? kept} />
}
