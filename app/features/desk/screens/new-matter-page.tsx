import { setTimeout as pause } from 'node:timers/promises'
import { data } from 'react-router'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { agencyOf, networkContext } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { deskContext } from '../desk-tools.server.ts'
import { MOST_FILES } from '../files/most-files.domain.ts'
import { dropSentFiles, readDeskForm } from '../files/read-desk-form.server.ts'
import { listMatterChoices } from '../matter-choices.server.ts'
import { describePace } from '../pace.domain.ts'
import { paceOf } from '../pace.server.ts'
import { DeskHead } from '../parts/desk-head.tsx'
import { MatterForm } from '../parts/matter-form.tsx'
import { OtherDoor } from '../parts/other-door.tsx'
import { Receipt, type Received } from '../parts/receipt.tsx'
import { refusedMatter } from '../refused-matter.server.ts'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { publicFormText } from '../text/public.ts'
import { findFollowUp } from '../tickets/follow-up.queries.server.ts'
import { newFormSecret } from '../tickets/form-secret.server.ts'
import { addTicket } from '../tickets/usecases/add-ticket.server.ts'
import '../../../ui/desk.css'
import type { Route } from './+types/new-matter-page'

const MEGABYTE = 1024 * 1024
const SECONDS = 60

/** The form of one person alone, and the receipt. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx } = await agencyOf(context)
  const tools = context.get(deskContext)
  const [choices, { settings }] = await Promise.all([listMatterChoices(ctx, lang), findDeskSettings(ctx)])
  const given = (name: 'service' | 'unit' | 'topic' | 'from') =>
    url.searchParams.get(name)?.slice(0, 100) ?? ''
  return {
    lang,
    choices,
    eraseAfterMonths: settings.eraseAfterMonths,
    mostFiles: MOST_FILES,
    megabytes: Math.floor(tools.mostBytes / MEGABYTE),
    pace: describePace(),
    formSecret: newFormSecret(ctx.now()),
    values: { service: given('service'), unit: given('unit'), topic: given('topic'), from: given('from') },
  }
}

type Answer =
  | Readonly<{ kind: 'received'; received: Received }>
  | Readonly<{
      kind: 'refused'
      form: FormView
      /** Null where a new form is needed. */
      formSecret: string | null
      /** Whether files came that have to be chosen again. */
      hadFiles: boolean
    }>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const tools = context.get(deskContext)
  const text = publicFormText(lang)
  const sent = await readDeskForm(request, tools)
  if (!sent) {
    const form: FormView = { values: {}, errors: { '': text.brokenOff } }
    return data<Answer>({ kind: 'refused', form, formSecret: null, hadFiles: false }, 400)
  }
  const { fields, files } = sent
  const hadFiles = files.length > 0
  const refused = (errors: FormView['errors'], status: number, formSecret: string | null) =>
    data<Answer>(
      {
        kind: 'refused',
        form: { values: typedValues(Object.entries(fields)), errors },
        formSecret,
        hadFiles,
      },
      status,
    )
  try {
    const pace = await paceOf(tools, {
      agencyId: ctx.agency.id,
      network: context.get(networkContext),
      act: 'add',
    })
    const formSecret = fields.formSecret ?? ''
    if (pace.kind === 'refused')
      return refused({ '': text.refusedPace(Math.ceil(pace.seconds / SECONDS)) }, 429, formSecret)
    if (pace.kind === 'slow') await pause(pace.ms)
    const added = await addTicket(ctx, tools, {
      formSecret,
      typed: fields,
      files,
      channel: fields.from === 'counter' ? 'counter' : 'web',
      lang,
    })
    if (added.ok) return data<Answer>({ kind: 'received', received: await withDay(added.value) })
    const status = isNotKept(added.error) ? 503 : 422
    return refused(refusedMatter(lang, added.error), status, isExpired(added.error) ? null : formSecret)
  } finally {
    await dropSentFiles(files)
  }

  async function withDay(added: Omit<Received, 'dueOn'>): Promise<Received> {
    const { reference, followUp: secret } = added
    return { ...added, dueOn: (await findFollowUp(ctx, tools, { reference, secret }))?.dueOn ?? null }
  }
}

const isExpired = ({ code }: DeskError) => code === 'ticket.form-expired'

/** Nothing is wrong with what was written: the disk took none of its files. */
const isNotKept = (error: DeskError) =>
  error.code === 'file.not-kept' ||
  ('faults' in error && Object.values(error.faults).includes('file.not-kept'))

export default function NewMatterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, choices, mostFiles, megabytes, pace } = loaderData
  const text = publicFormText(lang)
  if (actionData?.kind === 'received') return <Receipt lang={lang} received={actionData.received} />
  const form = actionData?.form ?? { values: loaderData.values, errors: {} }
  const filesHint = text.limits.files(mostFiles, megabytes)
  return (
    <>
      <DeskHead lang={lang} title={text.formTitle} lead={text.formLead} />
      <div className="stack">
        <ErrorSummary form={form} title={text.errorTitle} />
        {actionData?.hadFiles && <Notice kind="warning">{text.filesAgain}</Notice>}
        <section className="before-writing" aria-labelledby="before">
          <h2 id="before">{text.before}</h2>
          <ul>
            <li>{text.limits.body}</li>
            <li>{filesHint}</li>
            <li>{text.limits.time}</li>
            <li>{text.limits.pace(pace.slowAfter, pace.refusedAfter)}</li>
          </ul>
          <OtherDoor lang={lang} />
        </section>
        <MatterForm
          lang={lang}
          form={form}
          formSecret={actionData?.formSecret ?? loaderData.formSecret}
          choices={choices}
          filesHint={filesHint}
          eraseAfterMonths={loaderData.eraseAfterMonths}
        />
      </div>
    </>
  )
}
