import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import '../../../ui/office-meetings.css'
import '../../../ui/office-resolutions.css'
import { EMPTY_FORM, ErrorSummary, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { approvalsErrorText } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { mattersContext } from '../matter-source.server.ts'
import { findMeetingPage } from '../meetings/meeting-page.queries.server.ts'
import { ChosenMatter, ThingsToPlace } from '../meetings/parts/things-to-place.tsx'
import { agendaAddText } from '../meetings/text/index.ts'
import { findChosen, listThings, sourceOf } from '../meetings/things-to-place.queries.server.ts'
import { addAgendaItem } from '../meetings/usecases/add-agenda-item.server.ts'
import { approvalsTerms } from '../text/index.ts'
import type { Route } from './+types/agenda-add-page'

/** `?kind=&key=` names what is put forward, and `?kind=none` an item without content; without them it is chosen first. */
export async function loader({ context, request, params: { meetingId } }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findMeetingPage(ctx, meetingId)
  if (!page) throw data(null, 404)
  const sources = context.get(mattersContext)
  const [kind, key] = [searchParams.get('kind'), searchParams.get('key') ?? '']
  const chosen = kind === null || kind === 'none' ? null : await findChosen(ctx, sources, { kind, key })
  const { kept } = visitOf(context)
  return {
    lang,
    meeting: page.meeting,
    chosen,
    isWithout: kind === 'none',
    isGone: kind !== null && kind !== 'none' && chosen === null,
    groups: chosen === null && kind !== 'none' ? await listThings(ctx, sources) : [],
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request, params: { meetingId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const { kind = '', key = '', seenHash = '', number = '', title = '', details = '' } = values
  const source = sourceOf(context.get(mattersContext), kind)
  const refused = (field: string, error: string) => data({ values, errors: { [field]: error } }, 422)
  if (kind !== 'none' && source === undefined) return refused('', approvalsErrorText('matter.unknown')[lang])
  const done = await addAgendaItem(ctx, {
    meetingId,
    number,
    title: title.trim() === '' && source !== undefined ? null : title,
    details,
    matter: source === undefined ? null : { source, key, seenHash },
  })
  if (done.ok) throw redirect(`${addressOf.office(lang, `meetings/${meetingId}`)}?done=item-added`, 303)
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'meeting.unknown') throw data(null, 404)
  return refused(error.code === 'agenda-item.no-title' ? 'title' : '', approvalsErrorText(error.code)[lang])
}

export default function AgendaAddScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, meeting, chosen, isWithout, isGone, groups, kept } = loaderData
  const text = agendaAddText(lang)
  const { form: meetingForm, number, heldOn } = meeting.facts
  const back = addressOf.office(lang, `meetings/${meeting.id}`)
  const form = actionData ?? (kept === null ? EMPTY_FORM : { values: kept, errors: {} })
  const cited = approvalsTerms(lang).cited(meetingForm, meeting.bodyName, number)
  return (
    <>
      <title>{text.pageTitle}</title>
      <PageHead title={text.pageTitle} said={<a href={back}>{text.to(cited, formatDay(heldOn, lang))}</a>} />
      <div className="stack">
        <ErrorSummary form={form} title={text.errorTitle} />
        {isGone && <Notice kind="warning">{text.gone}</Notice>}
        {meeting.state === 'cancelled' && <Notice kind="warning">{text.cancelled}</Notice>}
        {meeting.state !== 'cancelled' && chosen === null && !isWithout && (
          <ThingsToPlace lang={lang} here={`${back}/items/add`} groups={groups} />
        )}
        {meeting.state !== 'cancelled' && (chosen !== null || isWithout) && (
          <form method="post" className="form">
            {chosen === null ? (
              <>
                <input type="hidden" name="kind" value="none" />
                <p>{text.withoutContentHint}</p>
              </>
            ) : (
              <ChosenMatter lang={lang} chosen={chosen} />
            )}
            <TextField form={form} name="number" label={text.number} hint={text.numberHint} />
            <TextField
              form={form}
              name="title"
              label={text.title}
              hint={chosen === null ? undefined : text.titleHint}
              required={chosen === null}
            />
            <TextAreaField form={form} name="details" label={text.details} rows={5} />
            <div className="actions">
              <button type="submit" className="button primary">
                <Icon name="add" />
                {text.add}
              </button>
              <a href={`${back}/items/add`}>{text.other}</a>
            </div>
          </form>
        )}
        <p>
          <a href={back}>{text.back}</a>
        </p>
      </div>
    </>
  )
}
