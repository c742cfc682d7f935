import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import '../../../ui/office-desk.css'
import {
  CheckField,
  EMPTY_FORM,
  ErrorSummary,
  type FormView,
  TextAreaField,
  TextField,
} from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import type { DeskError } from '../desk.errors.ts'
import { refusedByField } from '../office-form.server.ts'
import type { MarkedPart } from '../questions/personal-data.domain.ts'
import { publishAsQuestion } from '../questions/publish-as-question.server.ts'
import { findQuestionDraft } from '../questions/question-draft.queries.server.ts'
import { questionText } from '../text/office.ts'
import { headOf } from '../tickets/ticket.domain.ts'
import { findTicket } from '../tickets/ticket-page.queries.server.ts'
import type { Route } from './+types/question-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const refused = async (error: DeskError) => {
    throw error.code === 'permission.refused' && 'act' in error
      ? await pageRefused(ctx, error)
      : data(null, 404)
  }
  const draft = await findQuestionDraft(ctx, params.ticketId)
  if (!draft.ok) return refused(draft.error)
  const found = await findTicket(ctx, params.ticketId)
  if (!found.ok) return refused(found.error)
  const { ticket, acts } = found.value
  const { kept } = visitOf(context)
  return {
    lang,
    id: ticket.id,
    reference: ticket.reference,
    version: ticket.version,
    mayMake: acts.question,
    draft: draft.value,
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const typed = typedValues([...(await request.formData())])
  const at = (name: string) => typed[name] ?? ''
  const made = await publishAsQuestion(ctx, {
    id: params.ticketId,
    seenVersion: Number(typed.seenVersion) || 0,
    titleTh: at('titleTh'),
    titleEn: at('titleEn'),
    bodyTh: at('bodyTh'),
    bodyEn: at('bodyEn'),
    slug: at('slug'),
    confirmed: at('confirmed') === 'on',
  })
  if (!made.ok) {
    const form: FormView = { values: typed, errors: await refusedByField(ctx, lang, made.error) }
    return data({ form }, 422)
  }
  throw redirect(`${addressOf.office(lang, `site/pages/${made.value.pageId}`)}`, 303)
}

const QUESTION_LETTERS = 180

export default function QuestionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, id, reference, version, mayMake, draft, kept } = loaderData
  const text = questionText(lang)
  const start = { titleTh: headOf(draft.question, QUESTION_LETTERS), bodyTh: draft.answer }
  const form: FormView = actionData?.form ?? { values: kept ?? start, errors: {} }
  const seen = !actionData && kept ? Number(kept.seenVersion) || 0 : version
  const found = [...draft.marked.question, ...draft.marked.answer].filter(({ kind }) => kind !== null).length
  return (
    <>
      <title>{text.title(reference)}</title>
      <PageHead
        title={text.title(reference)}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, `desk/tickets/${id}`)}>
            {text.back}
          </a>
        }
      />
      <div className="stack">
        {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        <section className="stack" aria-labelledby="original">
          <h2 id="original">{text.original}</h2>
          <p className="muted">{text.originalLead}</p>
          <Notice kind={found === 0 ? 'plain' : 'warning'}>{text.found(found)}</Notice>
          <h3>{text.person}</h3>
          <Marked lang={lang} parts={draft.marked.question} />
          <h3>{text.answer}</h3>
          <Marked lang={lang} parts={draft.marked.answer} />
        </section>
        {mayMake ? (
          <section className="stack" aria-labelledby="edited">
            <h2 id="edited">{text.edited}</h2>
            <form method="post" className="form long-fields">
              <input type="hidden" name="seenVersion" value={seen} />
              <TextField form={form} name="titleTh" label={text.titleTh} lang="th" required />
              <TextAreaField form={form} name="bodyTh" label={text.bodyTh} rows={8} lang="th" required />
              <TextField form={form} name="titleEn" label={text.titleEn} lang="en" />
              <TextAreaField form={form} name="bodyEn" label={text.bodyEn} rows={6} lang="en" />
              <TextField form={form} name="slug" label={text.slug} hint={text.slugHint} lang="en" required />
              <CheckField form={form} name="confirmed" label={text.sure} />
              <div className="actions">
                <button type="submit" className="button primary">
                  {text.save}
                </button>
              </div>
            </form>
          </section>
        ) : (
          <p>{text.notNow}</p>
        )}
      </div>
    </>
  )
}

/** A text in which what may tell who somebody is is marked, and named for who does not see the mark. */
function Marked({ lang, parts }: { lang: Language; parts: readonly MarkedPart[] }) {
  const { kinds } = questionText(lang)
  let at = 0
  return (
    <p className="said-text">
      {parts.map(({ text, kind }) => {
        const key = at
        at += text.length
        return kind === null ? (
          <span key={key}>{text}</span>
        ) : (
          <mark key={key} className="personal" title={kinds[kind]}>
            {text}
            <span className="visually-hidden"> ({kinds[kind]})</span>
          </mark>
        )
      })}
    </p>
  )
}
