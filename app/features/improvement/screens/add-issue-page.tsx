import { randomUUID } from 'node:crypto'
import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-issue.css'
import '../../../ui/save-bar.css'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { issueRefusalText } from '../issues/issue.errors.ts'
import { EMPTY_ISSUE } from '../issues/issue-form.domain.ts'
import { issueErrors } from '../issues/issue-form.server.ts'
import { issueValues, sentIssue, withMoreRows } from '../issues/sent-issue.domain.ts'
import { issuePageText } from '../issues/text/index.ts'
import { addIssue } from '../issues/usecases/add-issue.server.ts'
import { IssueFields } from '../parts/issue-fields.tsx'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import { ProposedNotice } from '../proposals/parts/proposed-notice.tsx'
import { askedProposal, proposedIssue } from '../proposals/proposed-issue.server.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { Route } from './+types/add-issue-page'

const draftOf = (year: string): string => `/office/cycles/${year}/issues/add issue`
const isYear = (year: string): boolean => /^2[56]\d\d$/.test(year)

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const cycle = isYear(params.year) ? await findWorkingCycle(ctx, Number(params.year)) : null
  if (!cycle) throw data(null, 404)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(params.year))
  const isDraftShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isDraftShown ? draft.fields : null)
  const { resultsYear } = cycle.facts
  const asked = askedProposal(searchParams)
  // What somebody has typed themselves comes before what is proposed.
  const proposed = typed === null && asked !== null ? await proposedIssue(ctx, cycle, asked) : null
  const facts = proposed?.kind === 'drafted' ? proposed.facts : EMPTY_ISSUE
  return {
    lang,
    nonce,
    here: pathname + search,
    fiscalYear: cycle.fiscalYear,
    resultsYear,
    draftKey: draftOf(params.year),
    formKey: randomUUID(),
    draft: draft && { keptAt: draft.keptAt, isShown: isDraftShown },
    isKept: kept !== null,
    proposed,
    form: {
      values: typed === null ? issueValues(facts, resultsYear) : typedValues(typed),
      errors: {},
    },
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  if (!isYear(params.year)) throw data(null, 404)
  const values = typedValues([...(await request.formData())])
  if (values.act === 'more') return data({ form: { values: withMoreRows(values), errors: {} } }, 200)
  const added = await addIssue(ctx, {
    fiscalYear: Number(params.year),
    typed: sentIssue(values),
    formKey: values.formKey ?? null,
  })
  if (added.ok) {
    await dropDraft(ctx, draftOf(params.year))
    throw redirect(`${addressOf.office(lang, `issues/${added.value}`)}?done=added`, 303)
  }
  const { error } = added
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'edit.clash') throw new Error('an issue that is new clashes with nothing')
  const errors =
    error.code === 'issue.faults' ? issueErrors(lang, error.faults) : { '': issueRefusalText(error, lang) }
  return data({ form: { values, errors } }, 422)
}

export default function AddIssuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, nonce, here, fiscalYear, resultsYear, draftKey, formKey, draft, isKept, proposed } =
    loaderData
  const text = issuePageText(lang)
  const form = actionData?.form ?? loaderData.form
  const title = text.add.title(fiscalYear)
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} said={text.add.lead} />
      <div className="stack">
        {isKept && !actionData && <Notice>{text.kept}</Notice>}
        {proposed && !actionData && (
          <ProposedNotice lang={lang} proposed={proposed} resultsYear={resultsYear} />
        )}
        {draft && !actionData && !isKept && (
          <DraftNotice
            lang={lang}
            form={draftKey}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="post" className="form" data-draft={draftKey}>
          <input type="hidden" name="formKey" value={formKey} />
          {/* Enter in a field saves: without this the first button, which only adds a field, would be meant. */}
          <button
            type="submit"
            className="visually-hidden"
            name="act"
            value="save"
            tabIndex={-1}
            aria-hidden="true"
          />
          <IssueFields lang={lang} form={form} resultsYear={resultsYear} />
          <div className="save-bar">
            <div className="actions">
              <button type="submit" className="button primary" name="act" value="save">
                <Icon name="add" />
                {text.add.save}
              </button>
              <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}`)}>
                {text.cancel}
              </a>
            </div>
          </div>
        </form>
      </div>
      <RichTextScript nonce={nonce} />
    </>
  )
}
