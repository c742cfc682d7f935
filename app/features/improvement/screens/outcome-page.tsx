import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-issue.css'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { withoutTheirs } from '../../../web/choices.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { EvidencePanel } from '../../evidence/index.parts.ts'
import { findEvidencePanel } from '../../evidence/index.server.ts'
import { type EvidenceErrorCode, isEvidenceErrorCode } from '../../evidence/index.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { outcomeRefusalText } from '../outcomes/outcome.errors.ts'
import {
  draftedForm,
  findOutcomePlace,
  isGone,
  openedFact,
  outcomeErrors,
} from '../outcomes/outcome-page.server.ts'
import { outcomeRefusal } from '../outcomes/outcome-permission.domain.ts'
import { factViews } from '../outcomes/outcome-view.domain.ts'
import { outcomeValues, sentOutcome } from '../outcomes/sent-outcome.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import { changeOutcome } from '../outcomes/usecases/change-outcome.server.ts'
import {
  attachToOutcome,
  detachFromOutcome,
  type ProveOutcomeError,
} from '../outcomes/usecases/prove-outcome.server.ts'
import { OutcomeClash } from '../parts/outcome-clash.tsx'
import { OutcomeFacts } from '../parts/outcome-facts.tsx'
import { OutcomeForm } from '../parts/outcome-form.tsx'
import { ChooseScore, OutcomeKinds } from '../parts/outcome-kinds.tsx'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import { Worded } from '../parts/worded.tsx'
import type { EditClash } from '../working/working.errors.ts'
import type { Route } from './+types/outcome-page'

const draftOf = (outcomeId: string): string => `/office/outcomes/${outcomeId} outcome`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const place = await findOutcomePlace(ctx, { outcomeId: params.outcomeId })
  const outcome = place?.issue.outcomes.find(({ id }) => id === params.outcomeId)
  if (!place || !outcome) throw data(null, 404)
  const { issue, cycle, ground } = place
  const { covers } = outcome.facts
  const measures = issue.measures.map(({ id, facts }) => ({ id, unitIds: facts.unitIds }))
  const refusal = outcomeRefusal(ctx.actor, { measures, before: covers, after: covers })
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept: sentBefore, nonce } = visitOf(context)
  // What else was sent to this page before a session ended is a press of a button, which is pressed again.
  const kept = sentBefore?.some(([name]) => name === 'seenVersion') ? sentBefore : null
  const draft = await findDraft(ctx, draftOf(outcome.id))
  const isDraftShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isDraftShown ? draft.fields : null)
  const opened = openedFact(place, {
    searchParams,
    lang,
    values: outcomeValues(outcome.facts, cycle.fiscalYear),
  })
  return {
    lang,
    nonce,
    here: pathname + search,
    fiscalYear: cycle.fiscalYear,
    issue: { id: issue.id, number: issue.number, title: issue.facts.title, measures: issue.measures },
    outcome: { id: outcome.id, version: outcome.version },
    facts: factViews(outcome, ground),
    fact: opened.fact,
    draft: draft && { keptAt: draft.keptAt, isShown: isDraftShown },
    isKept: kept !== null,
    form: { values: typed === null ? opened.values : typedValues(typed), errors: {} } as FormView,
    seenVersion: Number(
      kept?.find(([name]) => name === 'seenVersion')?.[1] ??
        (isDraftShown ? draft.seenVersion : null) ??
        outcome.version,
    ),
    evidence: await findEvidencePanel(ctx, {
      object: { kind: 'outcome', id: outcome.id },
      searchParams,
      mayAttach: true,
    }),
    done: searchParams.get('done'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const { outcomeId } = params
  const sent = await request.formData()
  const values = typedValues([...sent])
  if (values.act === 'attach' || values.act === 'detach') {
    const evidenceIds = sent.getAll('evidenceId').map(String)
    const proved =
      values.act === 'attach'
        ? await attachToOutcome(ctx, { outcomeId, evidenceIds })
        : await detachFromOutcome(ctx, { outcomeId, evidenceId: evidenceIds[0] ?? '' })
    const here = addressOf.office(lang, `outcomes/${outcomeId}`)
    if (proved.ok) throw redirect(`${here}?done=${values.act}ed#evidence`, 303)
    return data(await unproved(ctx, proved.error), 422)
  }
  const seenVersion = Number.parseInt(values.seenVersion ?? '', 10) || 0
  if (values.act === 'draft') {
    const place = await findOutcomePlace(ctx, { outcomeId })
    if (!place) throw data(null, 404)
    const drafted = draftedForm(values, { ground: place.ground, fiscalYear: place.cycle.fiscalYear }, lang)
    return data({ ...drafted, clash: null, typed: [], seenVersion }, drafted.isDrafted ? 200 : 422)
  }
  const isDrop = values.act === 'drop'
  const typed = isDrop ? { dropFact: Number(values.at) } : withoutText(sent, values)
  const saved = await changeOutcome(ctx, { outcomeId, seenVersion, typed })
  if (saved.ok) {
    if (!isDrop) await dropDraft(ctx, draftOf(outcomeId))
    const done = isDrop ? 'dropped' : saved.value.length > 0 ? 'saved' : 'same'
    throw redirect(`${addressOf.office(lang, `outcomes/${outcomeId}`)}?done=${done}`, 303)
  }
  return data({ ...(await refusedForm(ctx, lang, { error: saved.error, values, sent })), seenVersion }, 422)
}

/** The panel of evidence says why. */
async function unproved(ctx: Ctx, error: ProveOutcomeError) {
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (!isEvidenceErrorCode(error.code)) throw data(null, 404)
  const code: EvidenceErrorCode = error.code
  return { form: null, clash: null, typed: [], isDrafted: false, problem: null, unproved: code }
}

/** What the form says, without what was left to the other person. */
function withoutText(sent: FormData, values: FormView['values']) {
  const { textNone, ...typed } = sentOutcome(values)
  const mine = withoutTheirs(sent, typed)
  return mine.text === undefined || textNone === undefined ? mine : { ...mine, textNone }
}

type Refused = Readonly<{
  error: Extract<Awaited<ReturnType<typeof changeOutcome>>, { ok: false }>['error']
  values: FormView['values']
  sent: FormData
}>

async function refusedForm(ctx: Ctx, lang: Language, { error, values, sent }: Refused) {
  const typed: TypedFields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const answer = (errors: FormView['errors'], clash: EditClash | null = null) => ({
    form: values.act === 'drop' ? null : { values, errors },
    problem: errors[''] ?? null,
    clash,
    typed,
    isDrafted: false,
  })
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'edit.clash') return answer({}, error)
  if (error.code === 'outcome.faults') return answer(outcomeErrors(lang, error.faults))
  if (isGone(error)) throw data(null, 404)
  return answer({ '': outcomeRefusalText(error, lang) })
}

export default function OutcomePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, nonce, here, fiscalYear, issue, outcome, facts, fact, draft, isKept, done } = loaderData
  const text = outcomePageText(lang)
  const form = actionData?.form ?? loaderData.form
  const toIssue = addressOf.office(lang, `issues/${issue.id}`)
  const title = text.title(issue.number)
  const isPicking = fact?.kind === 'score' && fact.after === null
  const notice =
    done !== null && !actionData && Object.hasOwn(text.done, done)
      ? text.done[done as keyof typeof text.done]
      : null
  const problem = actionData && 'problem' in actionData ? actionData.problem : null
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        said={<Worded>{issue.title}</Worded>}
        action={
          <a className="button" href={toIssue}>
            {text.toIssue}
          </a>
        }
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {isKept && !actionData && <Notice>{text.kept}</Notice>}
        {draft && !actionData && !isKept && (
          <DraftNotice
            lang={lang}
            form={draftOf(outcome.id)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        {actionData?.isDrafted && <Notice kind="done">{text.drafted}</Notice>}
        {problem !== null && actionData?.form === null && <Notice kind="late">{problem}</Notice>}
        {actionData?.clash ? (
          <OutcomeClash
            lang={lang}
            clash={actionData.clash}
            typed={actionData.typed}
            measures={issue.measures}
          />
        ) : (
          <>
            <ErrorSummary form={form} title={text.errorTitle} />
            {isPicking ? (
              <ChooseScore lang={lang} offered={fact.offered} />
            ) : (
              <OutcomeForm
                lang={lang}
                form={form}
                fiscalYear={fiscalYear}
                measures={issue.measures}
                fact={fact}
                draftKey={draftOf(outcome.id)}
                seenVersion={actionData?.form ? actionData.seenVersion : loaderData.seenVersion}
                cancelAddress={fact === null ? toIssue : addressOf.office(lang, `outcomes/${outcome.id}`)}
              />
            )}
          </>
        )}
        <section aria-labelledby="facts-title">
          <h2 id="facts-title">{text.facts}</h2>
          {facts.length === 0 ? (
            <p className="muted">{text.noFacts}</p>
          ) : (
            <OutcomeFacts lang={lang} facts={facts} seenVersion={outcome.version} />
          )}
        </section>
        <EvidencePanel
          {...loaderData.evidence}
          lang={lang}
          here={addressOf.office(lang, `outcomes/${outcome.id}`)}
          nonce={nonce}
          refused={actionData && 'unproved' in actionData ? actionData.unproved : null}
        />
        {fact === null && (
          <section aria-labelledby="add-title">
            <h2 id="add-title">{text.addFact}</h2>
            <OutcomeKinds lang={lang} withText={false} />
          </section>
        )}
      </div>
      <RichTextScript nonce={nonce} />
    </>
  )
}
