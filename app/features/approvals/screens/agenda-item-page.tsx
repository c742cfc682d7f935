import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { FormView } from '../../../ui/form.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { type TypedValues, typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { findEvidencePanel } from '../../evidence/index.server.ts'
import {
  dropDraft,
  findDraft,
  listNames,
  listOpenUnits,
  pageRefused,
  permissionRefused,
} from '../../people/index.server.ts'
import { unitLabel } from '../../people/index.ts'
import { approvalsErrorText, isApprovalsErrorCode } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { isDecision } from '../matter.domain.ts'
import { mattersContext } from '../matter-source.server.ts'
import { doneToItem, type RefusedOfItem } from '../resolutions/agenda-acts.server.ts'
import { type AgendaPage, findAgendaPage } from '../resolutions/agenda-page.queries.server.ts'
import { mayRecordNow, todoOf } from '../resolutions/agenda-todo.domain.ts'
import { officialWording } from '../resolutions/official-wording.th.ts'
import { AgendaItemView } from '../resolutions/parts/agenda-item-view.tsx'
import { MORE_ROWS, rowsIn } from '../resolutions/resolution-form.domain.ts'
import type { Route } from './+types/agenda-item-page'

const draftOf = (itemId: string): string => `/office/agenda/${itemId} resolution`

export async function loader({ context, request, params: { itemId } }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const page = await findAgendaPage(ctx, context.get(mattersContext), itemId)
  if (!page) throw data(null, 404)
  const { kept, nonce } = visitOf(context)
  const today = thaiDay(ctx.now())
  const todo = todoOf(page, today)
  const mayChange = refusalOf(APPROVALS_POLICY, 'meeting.change', ctx.actor) === null
  const draft = mayRecordNow(todo) ? await findDraft(ctx, draftOf(itemId)) : null
  return {
    lang,
    page,
    todo,
    today,
    nonce,
    here: pathname + search,
    done: searchParams.get('done'),
    kept: kept === null ? null : typedValues(kept),
    draft: draft && { form: draftOf(itemId), keptAt: draft.keptAt, values: typedValues(draft.fields) },
    isDraftUsed: searchParams.get('draft') === 'use',
    mayRenew:
      refusalOf(APPROVALS_POLICY, 'matter.place', ctx.actor) === null &&
      page.resolution === null &&
      page.item.meeting.state !== 'cancelled',
    units: mayRecordNow(todo)
      ? (await listOpenUnits(ctx)).map(({ unit }) => ({ value: unit.id, label: unitLabel(unit, lang) }))
      : [],
    people: mayRecordNow(todo)
      ? (await listNames(ctx)).map(({ id, name }) => ({ value: id, label: name }))
      : [],
    papers: await findEvidencePanel(ctx, {
      object: { kind: 'agenda-item', id: itemId },
      searchParams,
      mayAttach: mayChange && page.item.meeting.state !== 'cancelled',
    }),
  }
}

export async function action({ context, request, params: { itemId } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sources = context.get(mattersContext)
  const sent = await request.formData()
  const values = typedValues([...sent])
  const act = values.act ?? ''
  if (act === 'more-rows') return shownAgain({ ...values, rows: String(rowsIn(values) + MORE_ROWS) })
  if (act === 'draft') {
    const page = await findAgendaPage(ctx, sources, itemId)
    if (!page) throw data(null, 404)
    return drafted(values, page, (code) => approvalsErrorText(code)[lang])
  }
  const done = await doneToItem(ctx, { agendaItemId: itemId, act, sent, values, sources })
  if (!done.ok) {
    if ('code' in done.error && done.error.code === 'permission.refused')
      throw await permissionRefused(ctx, done.error)
    return data(
      { act, values, code: codeOf(done.error), isDrafted: false, errors: errorsOf(done.error, values, lang) },
      422,
    )
  }
  if ('resolutionId' in done.value) {
    await dropDraft(ctx, draftOf(itemId))
    throw redirect(`${addressOf.office(lang, `resolutions/${done.value.resolutionId}`)}?done=recorded`, 303)
  }
  const isPaper = act === 'attach' || act === 'detach'
  throw redirect(
    `${addressOf.office(lang, `agenda/${itemId}`)}?done=${done.value.code}${isPaper ? '#evidence' : ''}`,
    303,
  )
}

const shownAgain = (values: TypedValues, isDrafted = false) => ({
  act: 'record',
  values,
  code: null as string | null,
  isDrafted,
  errors: {} as FormView['errors'],
})

/** The form with a wording for the decision that was chosen, in the place of what was there. */
function drafted(
  values: TypedValues,
  { item, matter }: AgendaPage,
  sentence: (code: 'resolution.no-decision') => string,
) {
  const decision = values.decision ?? ''
  if (!isDecision(decision))
    return {
      ...shownAgain(values),
      errors: { decision: sentence('resolution.no-decision') } as FormView['errors'],
    }
  const about = { form: item.meeting.form, kind: matter?.kind ?? null, title: item.title }
  return shownAgain({ ...values, wording: officialWording(decision, about) }, true)
}

const codeOf = (error: RefusedOfItem): string | null => ('code' in error ? error.code : null)

/** Sentences by the field; what is about papers says itself where they are. */
function errorsOf(error: RefusedOfItem, values: TypedValues, lang: 'th' | 'en'): FormView['errors'] {
  const faults = 'faults' in error ? error.faults : { '': error.code }
  const known = Object.fromEntries(Object.entries(faults).filter(([, code]) => isApprovalsErrorCode(code)))
  const sentence = (code: string) =>
    isApprovalsErrorCode(code) ? approvalsErrorText(code) : { th: '', en: '' }
  return refusedView(lang, { values, faults: known, sentence }).errors
}

export default function AgendaItemScreen({ loaderData, actionData }: Route.ComponentProps) {
  return <AgendaItemView {...loaderData} refused={actionData ?? null} />
}
