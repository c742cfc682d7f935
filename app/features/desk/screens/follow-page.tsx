import { setTimeout as pause } from 'node:timers/promises'
import { data } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { agencyOf, networkContext } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { type DeskTools, deskContext } from '../desk-tools.server.ts'
import { MOST_FILES } from '../files/most-files.domain.ts'
import { dropSentFiles, readDeskForm } from '../files/read-desk-form.server.ts'
import { DESK_TRIES } from '../pace.domain.ts'
import { paceOf } from '../pace.server.ts'
import { DeskHead } from '../parts/desk-head.tsx'
import { FollowForm } from '../parts/follow-form.tsx'
import { MatterActs } from '../parts/matter-acts.tsx'
import { MatterThread } from '../parts/matter-thread.tsx'
import { MovedMatter } from '../parts/moved-matter.tsx'
import type { MatterKeys } from '../parts/opens-matter.tsx'
import { OtherDoor } from '../parts/other-door.tsx'
import { refusedMatter } from '../refused-matter.server.ts'
import { publicFollowText } from '../text/public.ts'
import { type FollowUp, findFollowUp } from '../tickets/follow-up.queries.server.ts'
import { readReference } from '../tickets/reference.domain.ts'
import { addToTicket } from '../tickets/usecases/add-to-ticket.server.ts'
import { claimMoved } from '../tickets/usecases/claim-moved.server.ts'
import { rateTicket } from '../tickets/usecases/rate-ticket.server.ts'
import { type WrongDoor, wrongDoorContext } from '../wrong-door.server.ts'
import '../../../ui/desk.css'
import type { Route } from './+types/follow-page'

const MEGABYTE = 1024 * 1024
const SECONDS = 60

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  await agencyOf(context)
  return {
    lang: languageOf(url.pathname),
    mostFiles: MOST_FILES,
    megabytes: Math.floor(context.get(deskContext).mostBytes / MEGABYTE),
    // Never the number: an address is written down in many places.
    reference: readReference(url.searchParams.get('reference') ?? '') ?? '',
  }
}

type Done = 'added' | 'reopened' | 'rated' | 'claimed' | 'seen'

type Answer = Readonly<{
  keys: MatterKeys
  /** Null where nothing opened. */
  matter: FollowUp | null
  act: string
  done: Done | null
  /** The 24 digits of the protected channel. */
  receipt: string | null
  form: FormView
  hadFiles: boolean
}>

type Sent = Readonly<{ act: string; fields: Readonly<Record<string, string>>; keys: MatterKeys }>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const tools = context.get(deskContext)
  const text = publicFollowText(lang)
  const read = await readDeskForm(request, tools)
  if (!read) return data(nothing({ '': text.brokenOff }), 400)
  const { fields, files } = read
  const keys = { reference: fields.reference ?? '', followUpSecret: fields.followUpSecret ?? '' }
  const sent: Sent = { act: fields.act ?? 'see', fields, keys }
  const answer = (given: Partial<Answer>, status: number) =>
    data<Answer>(
      {
        ...nothing({}),
        keys,
        act: sent.act,
        form: { values: typedValues(Object.entries(fields)), errors: {} },
        hadFiles: files.length > 0,
        ...given,
      },
      status,
    )
  const refused = (errors: FormView['errors']) => ({
    form: { values: typedValues(Object.entries(fields)), errors },
  })
  try {
    const reference = readReference(keys.reference)
    const pace = await paceOf(tools, {
      agencyId: ctx.agency.id,
      network: context.get(networkContext),
      act: 'follow-up',
      ...(reference !== null && { reference }),
    })
    if (pace.kind === 'refused')
      return answer(refused({ '': text.refusedPace(Math.ceil(pace.seconds / SECONDS)) }), 429)
    if (pace.kind === 'slow') await pause(pace.ms)
    const opens = { reference: keys.reference, secret: keys.followUpSecret }
    if ((await findFollowUp(ctx, tools, opens)) === null)
      return answer(refused(refusedMatter(lang, { code: 'ticket.unknown' })), 422)
    const done = await doneTo(ctx, tools, { ...sent, files, wrongDoor: () => context.get(wrongDoorContext) })
    const matter = await findFollowUp(ctx, tools, opens)
    if (!done.ok) return answer({ matter, ...refused(refusedMatter(lang, done.error)) }, 422)
    return answer({ matter, form: EMPTY_FORM, hadFiles: false, ...done.value }, 200)
  } finally {
    await dropSentFiles(files)
  }
}

const nothing = (errors: FormView['errors']): Answer => ({
  keys: { reference: '', followUpSecret: '' },
  matter: null,
  act: 'see',
  done: null,
  receipt: null,
  form: { values: {}, errors },
  hadFiles: false,
})

async function doneTo(
  ctx: Ctx,
  tools: DeskTools,
  {
    act,
    fields,
    keys: { reference, followUpSecret: secret },
    files,
    wrongDoor,
  }: Sent & Readonly<{ files: Parameters<typeof addToTicket>[2]['files']; wrongDoor: () => WrongDoor }>,
): Promise<Result<Readonly<{ done: Done; receipt: string | null }>, DeskError>> {
  const said = (result: Result<unknown, DeskError>, done: Done) =>
    result.ok ? ({ ok: true, value: { done, receipt: null } } as const) : result
  switch (act) {
    case 'add':
    case 'reopen': {
      const isReopening = act === 'reopen'
      const text = (isReopening ? fields.reopenText : fields.text) ?? ''
      const added = await addToTicket(ctx, tools, { reference, secret, text, files, reopens: isReopening })
      return said(added, isReopening ? 'reopened' : 'added')
    }
    case 'rate': {
      const { score = '', solved, comment = '' } = fields
      const rated = { reference, secret, score, isSolved: solved === 'yes', comment }
      return said(await rateTicket(ctx, tools, rated), 'rated')
    }
    case 'claim': {
      const claimed = await claimMoved(ctx, tools, wrongDoor(), { reference, secret })
      return claimed.ok ? { ok: true, value: { done: 'claimed', receipt: claimed.value.receipt } } : claimed
    }
    default:
      return { ok: true, value: { done: 'seen', receipt: null } }
  }
}

export default function FollowPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, mostFiles, megabytes } = loaderData
  const text = publicFollowText(lang)
  const matter = actionData?.matter ?? null
  if (!matter || !actionData) return <Closed {...loaderData} actionData={actionData ?? null} />
  const { keys, act, done, receipt, form, hadFiles } = actionData
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <DeskHead lang={lang} title={text.matter(matter.reference)} />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} idOfField={(name) => idOfField(act, name)} />
        {hadFiles && <Notice kind="warning">{text.filesAgain}</Notice>}
        {matter.state === 'moved' ? (
          <MovedMatter lang={lang} keys={keys} receipt={receipt} />
        ) : (
          <>
            <MatterThread lang={lang} matter={matter} keys={keys} />
            <MatterActs
              lang={lang}
              matter={matter}
              keys={keys}
              filesHint={text.filesHint(mostFiles, megabytes)}
              act={act}
              form={form}
            />
          </>
        )}
      </div>
    </>
  )
}

/** Two forms of one page have each their own fields. */
const idOfField = (act: string, name: string): string => {
  if (act !== 'reopen') return name
  return name === 'files' ? 'reopenFiles' : 'reopenText'
}

type ClosedProps = Readonly<{ lang: Language; reference: string; actionData: Answer | null }>

/** Before anything opened. What was written in a form that was refused is still in its fields. */
function Closed({ lang, reference, actionData }: ClosedProps) {
  const text = publicFollowText(lang)
  const form: FormView = {
    values: {
      reference: actionData?.keys.reference ?? reference,
      followUpSecret: actionData?.keys.followUpSecret ?? '',
    },
    errors: actionData?.form.errors ?? {},
  }
  const slow = DESK_TRIES['desk-follow-up-slow'].tries
  const most = DESK_TRIES['desk-follow-up'].tries
  const written = actionData?.form.values.text ?? actionData?.form.values.reopenText ?? ''
  return (
    <>
      <DeskHead lang={lang} title={text.title} lead={text.lead} />
      <div className="stack">
        <ErrorSummary form={form} title={text.errorTitle} />
        <FollowForm lang={lang} form={form} />
        {written !== '' && <p className="said card">{written}</p>}
        <p>{text.lost}</p>
        <p className="muted small">{text.pace(slow, most)}</p>
        <OtherDoor lang={lang} />
      </div>
    </>
  )
}
