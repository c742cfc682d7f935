import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-issue.css'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { outcomeRefusalText } from '../outcomes/outcome.errors.ts'
import {
  draftedForm,
  findOutcomePlace,
  isGone,
  openedFact,
  outcomeErrors,
} from '../outcomes/outcome-page.server.ts'
import { coversName, sentOutcome } from '../outcomes/sent-outcome.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import { addOutcome } from '../outcomes/usecases/add-outcome.server.ts'
import { OutcomeForm } from '../parts/outcome-form.tsx'
import { ChooseScore, OutcomeKinds } from '../parts/outcome-kinds.tsx'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import { Worded } from '../parts/worded.tsx'
import type { Route } from './+types/add-outcome-page'

const draftOf = (issueId: string): string => `/office/issues/${issueId}/outcomes/add outcome`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const place = await findOutcomePlace(ctx, { issueId: params.issueId })
  if (!place) throw data(null, 404)
  const { issue, cycle } = place
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'outcome.change', ctx.actor, {
    unitIds: issue.measures.flatMap(({ facts }) => facts.unitIds),
  })
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(params.issueId))
  const isDraftShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isDraftShown ? draft.fields : null)
  // With one measure there is nothing to choose.
  const only = issue.measures.length === 1 ? issue.measures[0] : undefined
  const covers = searchParams.get('covers') ?? only?.id ?? null
  const values = covers === null ? {} : { [coversName(covers)]: 'on' }
  const opened = openedFact(place, { searchParams, lang, values })
  return {
    lang,
    nonce,
    here: pathname + search,
    fiscalYear: cycle.fiscalYear,
    issue: { id: issue.id, number: issue.number, title: issue.facts.title, measures: issue.measures },
    isChoosing: !searchParams.has('kind') && typed === null,
    fact: opened.fact,
    draft: draft && { keptAt: draft.keptAt, isShown: isDraftShown },
    isKept: kept !== null,
    form: { values: typed === null ? opened.values : typedValues(typed), errors: {} },
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  if (values.act === 'draft') {
    const place = await findOutcomePlace(ctx, { issueId: params.issueId })
    if (!place) throw data(null, 404)
    const drafted = draftedForm(values, { ground: place.ground, fiscalYear: place.cycle.fiscalYear }, lang)
    return data(drafted, drafted.isDrafted ? 200 : 422)
  }
  const added = await addOutcome(ctx, { issueId: params.issueId, typed: sentOutcome(values) })
  if (added.ok) {
    await dropDraft(ctx, draftOf(params.issueId))
    throw redirect(
      `${addressOf.office(lang, `issues/${params.issueId}`)}?done=outcome-added#outcome-${added.value}`,
      303,
    )
  }
  const { error } = added
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'edit.clash') throw new Error('an outcome that is new clashes with nothing')
  if (error.code !== 'outcome.faults' && isGone(error)) throw data(null, 404)
  const errors =
    error.code === 'outcome.faults'
      ? outcomeErrors(lang, error.faults)
      : { '': outcomeRefusalText(error, lang) }
  return data({ form: { values, errors }, isDrafted: false }, 422)
}

export default function AddOutcomePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, nonce, here, fiscalYear, issue, isChoosing, fact, draft, isKept } = loaderData
  const text = outcomePageText(lang)
  const form = actionData?.form ?? loaderData.form
  const toIssue = addressOf.office(lang, `issues/${issue.id}`)
  const title = text.addTitle(issue.number)
  const isPicking = fact?.kind === 'score' && fact.after === null
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        said={
          <>
            <a href={toIssue}>
              <Worded>{issue.title}</Worded>
            </a>
            <br />
            {text.lead}
          </>
        }
      />
      <div className="stack">
        {isKept && !actionData && <Notice>{text.kept}</Notice>}
        {draft && !actionData && !isKept && (
          <DraftNotice
            lang={lang}
            form={draftOf(issue.id)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        {actionData?.isDrafted && <Notice kind="done">{text.drafted}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {issue.measures.length === 0 ? (
          <div className="empty">
            <p>{text.noMeasures}</p>
            <a className="button" href={toIssue}>
              {text.toIssue}
            </a>
          </div>
        ) : isChoosing ? (
          <section aria-labelledby="kinds-title">
            <h2 id="kinds-title">{text.chooseKind}</h2>
            <OutcomeKinds lang={lang} withText />
          </section>
        ) : isPicking ? (
          <ChooseScore lang={lang} offered={fact.offered} />
        ) : (
          <OutcomeForm
            lang={lang}
            form={form}
            fiscalYear={fiscalYear}
            measures={issue.measures}
            fact={fact}
            draftKey={draftOf(issue.id)}
            seenVersion={null}
            cancelAddress={toIssue}
          />
        )}
      </div>
      <RichTextScript nonce={nonce} />
    </>
  )
}
