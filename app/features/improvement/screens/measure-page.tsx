import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { ownUnits } from '../../../kernel/actor.ts'
import { fieldValue } from '../../../kernel/field.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { findEvidencePanel } from '../../evidence/index.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY, type ImprovementAct } from '../improvement.policy.ts'
import { findCommentsPanel } from '../measures/comments/comments-panel.server.ts'
import { fieldOfFault, measureActText } from '../measures/measure-act-words.server.ts'
import { doneToMeasure, type MeasureActError, typed } from '../measures/measure-acts.server.ts'
import { formOfAct, type MeasureForm } from '../measures/measure-form.domain.ts'
import { findMeasurePage, type MeasurePage } from '../measures/measure-page.queries.server.ts'
import { progressFor } from '../measures/progress/fill-summary.domain.ts'
import { reportRefusal } from '../measures/report-permission.domain.ts'
import { readNotation, writeNotation } from '../notation/notation.domain.ts'
import { MeasureView, type MeasureViewProps } from '../parts/measure-view.tsx'
import type { Route } from './+types/measure-page'

/** Forms of which what is typed is kept on the server while it is typed. */
const DRAFTED = ['summary', 'progress', 'comment'] as const
type Drafted = (typeof DRAFTED)[number]
const draftOf = (measureId: string, form: Drafted): string => `/office/measures/${measureId} ${form}`

export async function loader({ context, request, params: { measureId } }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findMeasurePage(ctx, measureId)
  if (!page) throw data(null, 404)
  const { kept, nonce } = visitOf(context)
  const may = mayOf(ctx, page)
  const isOpen = page.measure.state !== 'done'
  return {
    lang,
    page,
    may,
    nonce,
    here: pathname + search,
    today: thaiDay(ctx.now()),
    done: searchParams.get('done'),
    kept: kept === null ? null : { form: formOfAct(actIn(kept)), values: typedValues(kept) },
    drafts: await draftsOf(ctx, measureId, may.report && isOpen ? DRAFTED : ['comment']),
    isDraftUsed: searchParams.get('draft') === 'use',
    evidence: await findEvidencePanel(ctx, {
      object: { kind: 'measure', id: measureId },
      searchParams,
      mayAttach: may.report && isOpen,
    }),
    comments: await findCommentsPanel(ctx, { measureId }),
    progress: page.progress.map((entry) => ({ ...entry, mayWithdraw: mayWithdraw(ctx, page, entry) })),
  }
}

const actIn = (fields: TypedFields): string => fields.find(([name]) => name === 'act')?.[1] ?? ''

function mayOf(ctx: Ctx, { measure, responsible }: MeasurePage) {
  const { unitIds } = measure.facts
  const may = (act: ImprovementAct) => refusalOf(IMPROVEMENT_POLICY, act, ctx.actor, { unitIds }) === null
  const own = ownUnits(ctx.actor)
  const personId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  return {
    report: reportRefusal(ctx.actor, measure.facts) === null,
    review: may('measure.review'),
    change: may('measure.change'),
    isOwn: unitIds.some((id) => own.includes(id)) || responsible.some((one) => one.personId === personId),
  }
}

const mayWithdraw = (ctx: Ctx, { measure }: MeasurePage, entry: MeasurePage['progress'][number]): boolean =>
  entry.withdrawnAt === null &&
  measure.state !== 'done' &&
  refusalOf(
    IMPROVEMENT_POLICY,
    'progress.withdraw',
    ctx.actor,
    entry.personId === null ? {} : { personId: entry.personId },
  ) === null

async function draftsOf(ctx: Ctx, measureId: string, forms: readonly Drafted[]) {
  const found = []
  for (const name of forms) {
    const form = draftOf(measureId, name)
    const draft = await findDraft(ctx, form)
    if (draft) {
      const seenVersion = String(draft.seenVersion ?? '')
      found.push({ name, form, keptAt: draft.keptAt, values: { ...typedValues(draft.fields), seenVersion } })
    }
  }
  return found
}

export async function action({ context, request, params: { measureId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const page = await findMeasurePage(ctx, measureId)
  if (!page) throw data(null, 404)
  const sent = await request.formData()
  const act = typed(sent, 'act')
  const form = formOfAct(act)
  const fields: TypedFields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const catalogue = await catalogueFor(ctx)
  if (act === 'fill') {
    const { fiscalYear: year } = page
    const now = readNotation(typed(sent, 'summary'), { year, catalogue })
    if (!now.ok) return refusedOf(lang, { act, form, fields, error: now.error })
    const entries = page.progress.filter(({ withdrawnAt }) => withdrawnAt === null)
    const more = progressFor(now.value, entries, lang)
    const filled = writeNotation([...now.value, ...more], { year })
    const others = fields.filter(([name]) => name !== 'summary')
    const shown: TypedFields = [...others, ['summary', filled]]
    return {
      form,
      fields: shown,
      values: typedValues(shown),
      errors: {},
      clash: null,
      filled: more.length > 0,
    }
  }
  const { origin } = visitOf(context)
  const done = await doneToMeasure(ctx, { measureId, sent, fiscalYear: page.fiscalYear, catalogue, origin })
  if (done.ok) {
    if (form !== null && isDrafted(form)) await dropDraft(ctx, draftOf(measureId, form))
    const to = addressOf.office(lang, `measures/${measureId}`)
    throw redirect(`${to}?done=${done.value}${form === null || form === 'summary' ? '' : ANCHORS[form]}`, 303)
  }
  const { error } = done
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return refusedOf(lang, { act, form, fields, error })
}

const isDrafted = (form: MeasureForm): form is Drafted => (DRAFTED as readonly string[]).includes(form)

/** Where the page shows what was done. */
const ANCHORS: Readonly<Record<MeasureForm, string>> = {
  summary: '#summary',
  progress: '#progress',
  comment: '#comments',
  evidence: '#evidence',
  return: '',
  reopen: '',
}

type Refused = Readonly<{
  act: string
  form: MeasureForm | null
  fields: TypedFields
  error: Exclude<MeasureActError, { code: 'permission.refused' }>
}>

const refusedOf = (lang: Language, { act, form, fields, error }: Refused) =>
  data(
    {
      form,
      fields,
      values: typedValues(fields),
      errors: { [fieldOfFault(act, error.code)]: measureActText(error, lang) },
      clash: error.code === 'edit.clash' ? error : null,
      filled: null,
    },
    422,
  )

export default function MeasureScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { page, today, kept, drafts, isDraftUsed } = loaderData
  const known: Readonly<Partial<Record<MeasureForm, Readonly<Record<string, string>>>>> = {
    summary: summaryValues(page),
    progress: { happenedOn: dayAsTyped(today) },
  }
  const formOf: MeasureViewProps['formOf'] = (name) => {
    if (actionData?.form === name)
      return { values: actionData.values, errors: actionData.errors, isTyped: true }
    const draft = isDraftUsed && !actionData ? drafts.find((one) => one.name === name) : undefined
    const typed = kept?.form === name ? kept.values : draft?.values
    return { values: typed ?? known[name] ?? {}, errors: {}, isTyped: typed !== undefined }
  }
  return (
    <MeasureView
      {...loaderData}
      isKept={kept !== null && kept.form !== null && !actionData}
      refused={actionData ?? null}
      drafts={actionData || kept ? [] : drafts}
      formOf={formOf}
    />
  )
}

const summaryValues = ({ measure, fiscalYear }: MeasurePage) => ({
  summary: writeNotation(fieldValue(measure.facts.summary) ?? [], { year: fiscalYear }),
  declaredNone: measure.facts.summary.state === 'none' ? 'on' : '',
})
