import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import '../../../ui/office-desk.css'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { refusedByField } from '../office-form.server.ts'
import type { Template } from '../templates/template.domain.ts'
import { listTemplates } from '../templates/templates.queries.server.ts'
import { removeTemplate } from '../templates/usecases/remove-template.server.ts'
import { saveTemplate } from '../templates/usecases/save-template.server.ts'
import { templatesText } from '../text/office.ts'
import { headOf } from '../tickets/ticket.domain.ts'
import type { Route } from './+types/templates-page'

const SHOWN_LETTERS = 160

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DESK_POLICY, 'template.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  return {
    lang: languageOf(pathname),
    templates: await listTemplates(ctx),
    chosenId: searchParams.get('template'),
    isAdding: searchParams.get('add') === '1',
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const typed = typedValues([...(await request.formData())])
  const id = isUuid(typed.templateId ?? '') ? (typed.templateId ?? '') : null
  const isRemoving = typed.act === 'remove'
  const of = id === null ? null : { id, seenVersion: Number(typed.seenVersion) || 0 }
  const done = isRemoving
    ? await removeTemplate(ctx, { id: id ?? '' })
    : await saveTemplate(ctx, { typed, of })
  if (!done.ok) {
    const form: FormView = { values: typed, errors: await refusedByField(ctx, lang, done.error) }
    return data({ form }, 422)
  }
  const said = isRemoving ? 'removed' : 'saved'
  throw redirect(`${addressOf.office(lang, 'desk/templates')}?done=${said}`, 303)
}

export default function TemplatesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, templates, chosenId, isAdding, done, kept } = loaderData
  const text = templatesText(lang)
  const here = addressOf.office(lang, 'desk/templates')
  const sent = actionData?.form ?? (kept && { values: kept, errors: {} })
  const chosen = templates.find(({ id }) => id === (sent?.values.templateId || chosenId)) ?? null
  const isOpen = isAdding || chosen !== null || sent !== null || templates.length === 0
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
            {!isOpen && (
              <a className="button primary" href={`${here}?add=1`}>
                <Icon name="add" />
                {text.add}
              </a>
            )}
          </>
        }
      />
      <div className="stack">
        {done !== null && !actionData && Object.hasOwn(text.done, done) && (
          <Notice kind="done">{text.done[done as keyof typeof text.done]}</Notice>
        )}
        {kept !== null && !actionData && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {templates.length === 0 && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        )}
        {isOpen && <TemplateForm lang={lang} template={chosen} form={sent} />}
        {templates.length > 0 && (
          <DataTable
            caption={text.title}
            columns={[
              { label: text.columns.title },
              { label: text.columns.body },
              { label: text.columns.act, look: 'do', isHidden: true },
            ]}
            rows={templates.map(({ id, title, bodyTh }) => ({
              key: id,
              cells: [
                title,
                headOf(bodyTh, SHOWN_LETTERS),
                <a key="change" className="button small" href={`${here}?template=${id}`}>
                  <Icon name="edit" />
                  {text.changeWord}
                  <span className="visually-hidden"> {title}</span>
                </a>,
              ],
            }))}
          />
        )}
      </div>
    </>
  )
}

type TemplateFormProps = Readonly<{ lang: Language; template: Template | null; form: FormView | null }>

function TemplateForm({ lang, template, form: sent }: TemplateFormProps) {
  const text = templatesText(lang)
  const kept = template && { title: template.title, bodyTh: template.bodyTh, bodyEn: template.bodyEn ?? '' }
  const form: FormView = sent ?? { values: kept ?? {}, errors: {} }
  return (
    <section className="stack" aria-labelledby="template">
      <h2 id="template">{template ? text.change(template.title) : text.add}</h2>
      <form method="post" className="form long-fields">
        {template && (
          <>
            <input type="hidden" name="templateId" value={template.id} />
            <input type="hidden" name="seenVersion" value={template.version} />
          </>
        )}
        <p className="muted">{text.places}</p>
        <TextField form={form} name="title" label={text.name} required />
        <TextAreaField form={form} name="bodyTh" label={text.bodyTh} rows={8} lang="th" required />
        <TextAreaField
          form={form}
          name="bodyEn"
          label={text.bodyEn}
          hint={text.bodyEnHint}
          rows={8}
          lang="en"
        />
        <div className="actions">
          <button type="submit" className="button primary">
            {text.save}
          </button>
          <a className="button" href={addressOf.office(lang, 'desk/templates')}>
            {text.cancel}
          </a>
        </div>
      </form>
      {template && (
        <Confirm label={text.remove}>
          <p>{text.removeSure}</p>
          <form method="post">
            <input type="hidden" name="templateId" value={template.id} />
            <button type="submit" className="button danger" name="act" value="remove">
              {text.remove}
            </button>
          </form>
        </Confirm>
      )}
    </section>
  )
}
