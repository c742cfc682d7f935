import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-desk.css'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { refusedByField } from '../office-form.server.ts'
import { listSenders } from '../open311/senders.queries.server.ts'
import { addSender } from '../open311/usecases/add-sender.server.ts'
import { endSender } from '../open311/usecases/end-sender.server.ts'
import { Senders } from '../parts/senders.tsx'
import { DeskSettingsForm } from '../parts/settings-form.tsx'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { MOST_TOPICS, settingsValues } from '../settings/settings-form.domain.ts'
import { saveDeskSettings } from '../settings/usecases/save-desk-settings.server.ts'
import { deskSettingsText } from '../text/office.ts'
import { listWhom } from '../whom-choices.server.ts'
import type { Route } from './+types/desk-settings-page'

const EMPTY_ROWS = 3

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DESK_POLICY, 'settings.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { settings, version } = await findDeskSettings(ctx)
  const { kept } = visitOf(context)
  const typed = kept === null ? null : typedValues(kept)
  return {
    lang,
    version,
    values: settingsValues(settings),
    topics: settings.topics.length,
    senders: await listSenders(ctx),
    units: (await listWhom(ctx, lang)).units,
    done: searchParams.get('done'),
    kept: typed?.act === 'save' ? typed : null,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const typed = typedValues([...(await request.formData())])
  const act = typed.act ?? 'save'
  const answer = (errors: FormView['errors'], newKey: string | null, status: number) =>
    data({ act, form: { values: typed, errors }, newKey }, status)
  if (act === 'add') {
    const added = await addSender(ctx, { name: typed.name ?? '' })
    if (!added.ok) return answer(await refusedByField(ctx, lang, added.error), null, 422)
    return answer({}, added.value.key, 200)
  }
  const done =
    act === 'end'
      ? await endSender(ctx, { id: typed.senderId ?? '' })
      : await saveDeskSettings(ctx, { typed, seenVersion: Number(typed.seenVersion) || 0 })
  if (!done.ok) return answer(await refusedByField(ctx, lang, done.error), null, 422)
  const said = act === 'end' ? 'ended' : 'saved'
  throw redirect(`${addressOf.office(lang, 'desk/settings')}?done=${said}`, 303)
}

export default function DeskSettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, version, values, topics, senders, units, done, kept } = loaderData
  const text = deskSettingsText(lang)
  const sent = actionData?.act === 'save' ? actionData.form : null
  const form: FormView = sent ?? { values: kept ?? values, errors: {} }
  const typedRows = Object.keys(form.values).flatMap((name) => {
    const at = /^topic\.(\d+)\.th$/.exec(name)?.[1]
    return at === undefined ? [] : [Number(at) + 1]
  })
  const rows = Math.min(MOST_TOPICS, Math.max(topics + EMPTY_ROWS, ...typedRows))
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          <>
            <a className="button" href={addressOf.office(lang, 'desk')}>
              {text.back}
            </a>
            <a className="button" href={addressOf.office(lang, 'holidays')}>
              {text.holidays}
            </a>
          </>
        }
      />
      <div className="stack">
        {done !== null && !actionData && Object.hasOwn(text.done, done) && (
          <Notice kind="done">{text.done[done as keyof typeof text.done]}</Notice>
        )}
        {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <DeskSettingsForm
          lang={lang}
          form={form}
          // Who sends again after a refusal sees what stands now.
          seenVersion={sent === null && kept !== null ? Number(kept.seenVersion) || 0 : version}
          units={units}
          rows={rows}
        />
        <Senders
          lang={lang}
          senders={senders}
          form={actionData?.act === 'add' && actionData.newKey === null ? actionData.form : EMPTY_FORM}
          newKey={actionData?.newKey ?? null}
        />
      </div>
    </>
  )
}
