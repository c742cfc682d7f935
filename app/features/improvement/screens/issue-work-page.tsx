import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import '../../../ui/office-issue.css'
import '../../../ui/save-bar.css'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { EvidencePanel } from '../../evidence/index.parts.ts'
import { findEvidencePanel } from '../../evidence/index.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { answerIssueForm } from '../issues/issue-form.server.ts'
import { findRemovedIssue } from '../issues/issue-page.queries.server.ts'
import { findIssuePage } from '../issues/issue-page.server.ts'
import { issueValues } from '../issues/sent-issue.domain.ts'
import { issuePageText } from '../issues/text/index.ts'
import { doneToComments, findCommentsPanel } from '../measures/comments/comments-panel.server.ts'
import { measureFaultText } from '../measures/measure-work.errors.ts'
import { commentsText } from '../measures/text/index.ts'
import { Comments } from '../parts/comments.tsx'
import { IssueClash } from '../parts/issue-clash.tsx'
import { IssueFields } from '../parts/issue-fields.tsx'
import { IssueFoot } from '../parts/issue-foot.tsx'
import { IssueReading } from '../parts/issue-reading.tsx'
import { MeasuresTable } from '../parts/measures-table.tsx'
import { OutcomeList } from '../parts/outcome-list.tsx'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import type { Route } from './+types/issue-work-page'

/** The draft of a comment, by the Thai address of its page; the issue's own is found with the issue. */
const commentDraft = (issueId: string): string => `/office/issues/${issueId} comment`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findIssuePage(ctx, params.issueId)
  const mayChange = refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor) === null
  if (!page) {
    const removed = await findRemovedIssue(ctx, params.issueId)
    if (!removed) throw data(null, 404)
    return { lang, page: null, removed, mayChange }
  }
  const { kept, nonce } = visitOf(context)
  const keptForm = kept?.some(([name]) => name === 'title') ? kept : null
  const isEditing = mayChange && (searchParams.get('edit') === '1' || keptForm !== null)
  const isDraftUsed = kept === null && searchParams.get('draft') === 'use'
  const isDraftShown = page.draft !== null && isDraftUsed
  const comments = await findCommentsPanel(ctx, { issueId: page.issue.id })
  const said = comments.mayWrite ? await findDraft(ctx, commentDraft(page.issue.id)) : null
  const keptComment = kept !== null && keptForm === null ? kept : isDraftUsed ? said?.fields : null
  const typed = keptForm ?? (isDraftShown ? page.draft?.fields : null) ?? null
  const { facts, version } = page.issue
  return {
    lang,
    page,
    removed: null,
    mayChange,
    nonce,
    here: pathname + search,
    isEditing: isEditing || (mayChange && isDraftShown),
    isDraftShown,
    isKept: keptForm !== null,
    evidence: await findEvidencePanel(ctx, {
      object: { kind: 'issue', id: page.issue.id },
      searchParams,
      mayAttach: mayChange,
    }),
    comments,
    commentDraft: said && { keptAt: said.keptAt, isShown: isDraftUsed },
    keptComment: keptComment ? typedValues(keptComment) : {},
    form: { values: typed === null ? issueValues(facts, page.resultsYear) : typedValues(typed), errors: {} },
    seenVersion: Number(
      keptForm?.find(([name]) => name === 'seenVersion')?.[1] ??
        (isDraftShown ? page.draft?.seenVersion : null) ??
        version,
    ),
    done: searchParams.get('done'),
    undo: searchParams.get('undo'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const here = addressOf.office(lang, `issues/${params.issueId}`)
  const sent = await request.formData()
  const place = { issueId: params.issueId }
  const talked = await doneToComments(ctx, { place, sent, origin: visitOf(context).origin })
  if (talked?.ok) {
    if (talked.value === 'commented') await dropDraft(ctx, commentDraft(params.issueId))
    throw redirect(`${here}?done=${talked.value}#comments`, 303)
  }
  if (talked) {
    if (talked.error.code === 'permission.refused') throw await permissionRefused(ctx, talked.error)
    const errors = { comment: measureFaultText(talked.error, lang) }
    return data({ kind: 'comment' as const, form: { values: typedValues([...sent]), errors } }, 422)
  }
  const answer = await answerIssueForm(ctx, { lang, issueId: params.issueId, sent })
  if (answer.kind === 'done') throw redirect(`${here}?${answer.query}`, 303)
  if (answer.kind === 'gone') throw data(null, 404)
  return data(answer, answer.kind === 'more' ? 200 : 422)
}

export default function IssueWorkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang } = loaderData
  const text = issuePageText(lang)
  if (loaderData.page === null)
    return <RemovedIssue lang={lang} issue={loaderData.removed} mayChange={loaderData.mayChange} />
  const { page, mayChange, nonce, comments, keptComment, done, undo } = loaderData
  const { issue, fiscalYear } = page
  const here = addressOf.office(lang, `issues/${issue.id}`)
  const again = actionData?.kind === 'more' || actionData?.kind === 'faults' ? actionData : null
  const isEditing = loaderData.isEditing || again !== null
  const notice =
    done !== null && done !== 'measures-saved' && !actionData && Object.hasOwn(text.done, done)
      ? text.done[done as keyof typeof text.done]
      : null
  return (
    <>
      <title>{text.title(issue.number, issue.facts.title)}</title>
      <PageHead
        title={text.title(issue.number, issue.facts.title)}
        said={<a href={addressOf.office(lang, `cycles/${fiscalYear}`)}>{text.toYear(fiscalYear)}</a>}
        action={
          mayChange &&
          !isEditing && (
            <a className="button primary" href={`${here}?edit=1`}>
              <Icon name="edit" />
              {text.edit}
            </a>
          )
        }
      />
      <div className="stack issue-page">
        {notice !== null && (
          <Notice kind="done">
            {notice}
            {done === 'outcome-removed' && undo !== null && (
              <form method="post" className="actions">
                <input type="hidden" name="outcomeId" value={undo} />
                <button type="submit" className="button small" name="act" value="restore-outcome">
                  <Icon name="again" />
                  {text.undo}
                </button>
              </form>
            )}
          </Notice>
        )}
        {actionData?.kind === 'refused' && <Notice kind="late">{actionData.sentence}</Notice>}
        {page.draft && mayChange && !actionData && !loaderData.isKept && (
          <DraftNotice
            lang={lang}
            form={page.draftKey}
            name={text.edit}
            keptAt={page.draft.keptAt}
            isShown={loaderData.isDraftShown}
            here={loaderData.here}
          />
        )}
        {loaderData.commentDraft && !actionData && (
          <DraftNotice
            lang={lang}
            form={commentDraft(issue.id)}
            name={commentsText(lang).title}
            {...loaderData.commentDraft}
            here={loaderData.here}
          />
        )}
        {actionData?.kind === 'clash' ? (
          <IssueClash lang={lang} clash={actionData.clash} typed={actionData.typed} action={here} />
        ) : isEditing ? (
          <EditIssue
            lang={lang}
            resultsYear={page.resultsYear}
            draftKey={page.draftKey}
            here={here}
            isKept={loaderData.isKept && !actionData}
            form={again?.form ?? loaderData.form}
            seenVersion={again?.seenVersion ?? loaderData.seenVersion}
          />
        ) : (
          <IssueReading
            lang={lang}
            facts={issue.facts}
            resultsYear={page.resultsYear}
            items={page.items}
            editAddress={mayChange ? `${here}?edit=1` : null}
          />
        )}
        <section aria-labelledby="measures-title">
          <div className="section-head">
            <h2 id="measures-title">{text.measures}</h2>
            <a href={`${here}/measures`}>{text.measuresPage}</a>
          </div>
          {done === 'measures-saved' && !actionData && (
            <Notice kind="done">{text.done['measures-saved']}</Notice>
          )}
          <MeasuresTable
            lang={lang}
            table={page.table}
            nonce={nonce}
            savedAddress={`${here}?done=measures-saved#measures-title`}
          />
        </section>
        <section aria-labelledby="outcomes-title">
          <h2 id="outcomes-title">{text.outcomes}</h2>
          <OutcomeList
            lang={lang}
            issueId={issue.id}
            views={page.outcomes}
            uncovered={page.uncovered}
            hasMeasures={issue.measures.length > 0}
            mayAdd={page.mayAddOutcome}
          />
        </section>
        <EvidencePanel
          {...loaderData.evidence}
          lang={lang}
          here={here}
          nonce={nonce}
          refused={actionData?.kind === 'unproved' ? actionData.code : null}
        />
        <Comments
          {...comments}
          lang={lang}
          here={here}
          nonce={nonce}
          form={actionData?.kind === 'comment' ? actionData.form : { values: keptComment, errors: {} }}
          draft={commentDraft(issue.id)}
        />
        <IssueFoot lang={lang} issueId={issue.id} origin={page.origin} mayChange={mayChange} />
      </div>
      <RichTextScript nonce={nonce} />
    </>
  )
}

type EditIssueProps = Readonly<{
  lang: 'th' | 'en'
  resultsYear: number
  draftKey: string
  here: string
  isKept: boolean
  form: FormView
  seenVersion: number
}>

function EditIssue({ lang, resultsYear, draftKey, here, isKept, form, seenVersion }: EditIssueProps) {
  const text = issuePageText(lang)
  return (
    <>
      {isKept && <Notice>{text.kept}</Notice>}
      <ErrorSummary form={form} title={text.errorTitle} />
      <form method="post" className="form" data-draft={draftKey} data-seen-version={seenVersion}>
        {/* Enter in a field saves: without this the first button, which only adds a field, would be meant. */}
        <button
          type="submit"
          className="visually-hidden"
          name="act"
          value="save"
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="seenVersion" value={seenVersion} />
        <IssueFields lang={lang} form={form} resultsYear={resultsYear} />
        <div className="save-bar">
          <div className="actions">
            <button type="submit" className="button primary" name="act" value="save">
              <Icon name="yes" />
              {text.save}
            </button>
            <a className="button" href={here}>
              {text.cancel}
            </a>
          </div>
        </div>
      </form>
    </>
  )
}

type RemovedIssueProps = Readonly<{
  lang: 'th' | 'en'
  issue: Readonly<{ id: string; title: string; fiscalYear: number; removedAt: Date }>
  mayChange: boolean
}>

function RemovedIssue({ lang, issue, mayChange }: RemovedIssueProps) {
  const text = issuePageText(lang)
  return (
    <>
      <title>{text.removedTitle}</title>
      <PageHead title={text.removedTitle} />
      <div className="stack">
        <Notice kind="warning">{text.removed(issue.title, formatInstant(issue.removedAt, lang))}</Notice>
        <div className="actions">
          {mayChange && (
            <form method="post">
              <button type="submit" className="button primary" name="act" value="restore">
                <Icon name="again" />
                {text.restore}
              </button>
            </form>
          )}
          <a className="button" href={addressOf.office(lang, `cycles/${issue.fiscalYear}`)}>
            {text.toYear(issue.fiscalYear)}
          </a>
        </div>
      </div>
    </>
  )
}
