import { data, redirect } from 'react-router'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-desk.css'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { dropDraft, findDraft, pageRefused } from '../../people/index.server.ts'
import { deskErrorText, isDeskErrorCode } from '../desk.errors.ts'
import { deskContext } from '../desk-tools.server.ts'
import { MOST_FILES } from '../files/most-files.domain.ts'
import { dropSentFiles, readDeskForm } from '../files/read-desk-form.server.ts'
import { listMatterChoices } from '../matter-choices.server.ts'
import { doneToTicket } from '../office-acts.server.ts'
import { refusedByField } from '../office-form.server.ts'
import type { ActForms } from '../parts/act-form.tsx'
import { TicketAnswer, TicketNote } from '../parts/ticket-answer.tsx'
import { AssignTicket, ChangeTicketFacts, MergeTicket, ReleaseTicket } from '../parts/ticket-beside.tsx'
import { PriorityChip, TicketStateChip } from '../parts/ticket-chips.tsx'
import { TicketEnds } from '../parts/ticket-ends.tsx'
import { MergedFrom, TicketContact, TicketFacts } from '../parts/ticket-facts.tsx'
import { TicketThread } from '../parts/ticket-thread.tsx'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { fillTemplate } from '../templates/template.domain.ts'
import { listTemplates } from '../templates/templates.queries.server.ts'
import { ticketFormsText, ticketPageText } from '../text/office.ts'
import { findTicket } from '../tickets/ticket-page.queries.server.ts'
import { listWhom } from '../whom-choices.server.ts'
import { wrongDoorContext } from '../wrong-door.server.ts'
import type { Route } from './+types/ticket-page'

const MEGABYTE = 1024 * 1024
const draftOf = (id: string): string => `/office/desk/tickets/${id} answer`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const found = await findTicket(ctx, params.ticketId)
  if (!found.ok) {
    if (found.error.code === 'permission.refused') throw await pageRefused(ctx, found.error)
    throw data(null, 404)
  }
  const { kept } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(params.ticketId))
  const isShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const { settings } = await findDeskSettings(ctx)
  const why = searchParams.get('refused') ?? ''
  return {
    lang,
    page: found.value,
    here: pathname + search,
    isAttaching: pathname.endsWith('/answer'),
    megabytes: Math.floor(context.get(deskContext).mostBytes / MEGABYTE),
    done: searchParams.get('done'),
    fileRefused: isDeskErrorCode(why) ? deskErrorText(why)[lang] : null,
    kept: kept === null ? null : typedValues(kept),
    draft: draft && {
      keptAt: draft.keptAt,
      isShown,
      values: isShown ? typedValues(draft.fields) : null,
      seenVersion: draft.seenVersion,
    },
    isOpen311On: settings.isOpen311On,
    templates: (await listTemplates(ctx)).map(({ id, title }) => ({ value: id, label: title })),
    ...(await listWhom(ctx, lang)),
    ...(await aboutChoices(ctx, lang)),
  }
}

async function aboutChoices(ctx: Ctx, lang: 'th' | 'en') {
  const { services, topics } = await listMatterChoices(ctx, lang)
  return { services, topics: topics.map(({ value, label }) => ({ value, label })) }
}

type Answer = Readonly<{ act: string; form: FormView; isInserted: boolean; hadFiles: boolean }>

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const tools = context.get(deskContext)
  const id = params.ticketId
  const sent = await readDeskForm(request, tools)
  if (!sent) throw data(null, 400)
  const { fields, files } = sent
  const act = fields.act ?? ''
  try {
    if (act === 'insert') {
      const text = await withTemplate(ctx, id, fields)
      const form = { values: { ...typedValues(Object.entries(fields)), text, templateId: '' }, errors: {} }
      return data<Answer>({ act: 'answer', form, isInserted: true, hadFiles: files.length > 0 })
    }
    const done = await doneToTicket(ctx, tools, {
      id,
      fields,
      files,
      wrongDoor: () => context.get(wrongDoorContext),
    })
    if (done === null) throw data(null, 400)
    if (!done.ok) {
      const errors = await refusedByField(ctx, lang, done.error)
      const form = { values: typedValues(Object.entries(fields)), errors }
      return data<Answer>({ act, form, isInserted: false, hadFiles: files.length > 0 }, 422)
    }
    if (act === 'answer') await dropDraft(ctx, draftOf(id))
  } finally {
    await dropSentFiles(files)
  }
  throw redirect(`${addressOf.office(lang, `desk/tickets/${id}`)}?done=${act}`, 303)
}

/** What was typed with the template behind it, its places filled in, in the language of who is answered. */
async function withTemplate(
  ctx: Ctx,
  id: string,
  { text = '', templateId = '' }: Readonly<Record<string, string>>,
): Promise<string> {
  const [found, templates] = await Promise.all([findTicket(ctx, id), listTemplates(ctx)])
  const template = templates.find((one) => one.id === templateId)
  if (!found.ok || !template) return text
  const { ticket, unit } = found.value
  const { lang } = ticket
  const body = (lang === 'en' && template.bodyEn) || template.bodyTh
  const filled = fillTemplate(body, {
    reference: ticket.reference,
    unit: (unit && ((lang === 'en' && unit.name.en) || unit.name.th)) ?? '',
    day: formatDay(ticket.dueOn ?? thaiDay(ctx.now()), lang),
    name: ticket.name ?? '',
  })
  return text.trim() === '' ? filled : `${text.trimEnd()}\n\n${filled}`
}

export default function TicketScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, page, here, isAttaching, megabytes, done, kept, draft, templates } = loaderData
  const text = ticketPageText(lang)
  const forms = ticketFormsText(lang)
  const { ticket, acts } = page
  const answer: Answer | null = actionData ?? null
  const address = addressOf.office(lang, `desk/tickets/${ticket.id}`)
  const keptAct = kept?.act === 'insert' ? 'answer' : kept?.act
  const actForms: ActForms = {
    here: address,
    formOf: (act, start = {}) => {
      if (answer?.act === act) return answer.form
      return { values: kept && keptAct === act ? kept : start, errors: {} }
    },
    // What is sent again after a refusal was typed by somebody who sees how the ticket stands now.
    seenOf: (act) => {
      if (answer === null && kept && keptAct === act) return Number(kept.seenVersion) || ticket.version
      if (answer === null && act === 'answer' && draft?.isShown) return draft.seenVersion ?? ticket.version
      return ticket.version
    },
    open: answer?.act ?? keptAct ?? null,
  }
  const notice =
    done !== null && answer === null && Object.hasOwn(text.done, done)
      ? text.done[done as keyof typeof text.done]
      : null
  const beside = { lang, page, forms: actForms }
  return (
    <>
      <title>{text.title(ticket.reference)}</title>
      <PageHead
        title={text.title(ticket.reference)}
        chip={
          <span className="chips">
            <TicketStateChip lang={lang} state={ticket.state} />
            <PriorityChip lang={lang} priority={ticket.priority} />
          </span>
        }
        said={<span lang={ticket.lang}>{page.head}</span>}
        action={
          <a className="button" href={addressOf.office(lang, 'desk')}>
            {text.back}
          </a>
        }
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {loaderData.fileRefused !== null && <Notice kind="warning">{loaderData.fileRefused}</Notice>}
        {kept !== null && answer === null && <Notice>{text.kept}</Notice>}
        <ErrorSummary
          form={answer?.form ?? EMPTY_FORM}
          title={text.errorTitle}
          idOfField={(name) => `${answer?.act}-${name}`}
        />
        {acts.answer && draft !== null && answer === null && (
          <DraftNotice
            lang={lang}
            form={draftOf(ticket.id)}
            name={text.draftName}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
      </div>
      <div className="detail ticket-detail">
        <div className="stack">
          <TicketThread lang={lang} page={page} />
          {acts.answer && (
            <TicketAnswer
              lang={lang}
              forms={actForms}
              templates={templates}
              isMailed={ticket.email !== null}
              filesHint={isAttaching ? forms.answer.filesHint(MOST_FILES, megabytes) : null}
              attachTo={`${address}/answer`}
              draftKey={draftOf(ticket.id)}
              isInserted={answer?.isInserted ?? false}
              hadFiles={answer?.hadFiles ?? false}
              start={draft?.values ?? null}
            />
          )}
          {acts.note && <TicketNote lang={lang} forms={actForms} />}
        </div>
        <div className="beside stack">
          <TicketFacts lang={lang} page={page} services={loaderData.services} topics={loaderData.topics} />
          <TicketContact lang={lang} page={page} />
          {acts.assign && (
            <AssignTicket {...beside} units={loaderData.units} officers={loaderData.officers} />
          )}
          {acts.change && <ChangeTicketFacts {...beside} topics={loaderData.topics} />}
          <MergedFrom lang={lang} page={page} />
          {acts.merge && <MergeTicket {...beside} />}
          {acts.release && loaderData.isOpen311On && ticket.point !== null && <ReleaseTicket {...beside} />}
          <TicketEnds {...beside} />
        </div>
      </div>
    </>
  )
}
