import '../../../ui/save-bar.css'
import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { findMeasureEdit, type MeasureEdit } from '../measures/facts/measure-edit.queries.server.ts'
import type { MeasureFault, ShownMeasure } from '../measures/facts/measure-form.domain.ts'
import { sentMeasure } from '../measures/facts/sent-measure.server.ts'
import { measureEditText, measureFactsText, measureTableText } from '../measures/facts/text/index.ts'
import { changeMeasure } from '../measures/facts/usecases/change-measure.server.ts'
import { measureFactValue } from '../parts/measure-fact-value.tsx'
import { MeasureFields, type MeasureForm } from '../parts/measure-fields.tsx'
import { MeasureStateChip } from '../parts/measure-state.tsx'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import type { EditClash } from '../working/working.errors.ts'
import type { MeasureFacts } from '../working/working-cycle.domain.ts'
import type { Route } from './+types/measure-edit-page'

const draftOf = (measureId: string): string => `/office/measures/${measureId}/edit measure`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const edit = await findMeasureEdit(ctx, params.measureId)
  if (!edit) throw data(null, 404)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(edit.measure.id))
  const isDraftShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isDraftShown ? draft.fields : null)
  return {
    lang,
    edit,
    nonce,
    here: pathname + search,
    draft: draft && { keptAt: draft.keptAt, isShown: isDraftShown },
    isKept: kept !== null,
    form: typed === null ? shownForm(edit.shown) : typedForm(typed),
    seenVersion: isDraftShown ? (draft.seenVersion ?? edit.measure.version) : seenIn(kept, edit),
  }
}

const seenIn = (kept: TypedFields | null, { measure }: MeasureEdit): number =>
  Number(kept?.find(([name]) => name === 'seenVersion')?.[1] ?? measure.version)

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const { measureId } = params
  const sent = await request.formData()
  const seenVersion = Number.parseInt(String(sent.get('seenVersion') ?? ''), 10) || 0
  const saved = await changeMeasure(ctx, { measureId, seenVersion, typed: sentMeasure(sent) })
  if (saved.ok) {
    await dropDraft(ctx, draftOf(measureId))
    const done = saved.value.changed.length > 0 ? 'changed' : 'same'
    throw redirect(`${addressOf.office(lang, `measures/${measureId}`)}?done=${done}`, 303)
  }
  const { error } = saved
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const typed = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const form = typedForm(typed)
  if (error.code === 'edit.clash') return data({ form, typed, clash: error, seenVersion }, 422)
  const errors =
    error.code === 'measure.faults'
      ? faultsOf(lang, error.faults)
      : { '': measureFactsText(lang).refusals[error.code] }
  return data({ form: { ...form, errors }, typed, clash: null, seenVersion }, 422)
}

const faultsOf = (lang: 'th' | 'en', faults: readonly MeasureFault[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    faults
      .toReversed()
      .map(({ field, code, detail }) => [field, measureFactsText(lang).faults[code](detail)] as const)
      .toReversed(),
  )

const typedForm = (typed: TypedFields): MeasureForm => {
  const many = (of: string) => typed.flatMap(([name, value]) => (name === of ? [value] : []))
  return { values: typedValues(typed), errors: {}, unitIds: many('unitId'), personIds: many('personId') }
}

const shownForm = ({ unitIds, personIds, budgetNone, ...values }: ShownMeasure): MeasureForm => ({
  values: { ...values, budgetNone: budgetNone ? 'on' : '' },
  errors: {},
  unitIds,
  personIds,
})

export default function MeasureEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, edit, nonce, here, draft, isKept } = loaderData
  const text = measureEditText(lang)
  const { issue, measure } = edit
  const form = actionData?.form ?? loaderData.form
  const seenVersion = actionData?.seenVersion ?? loaderData.seenVersion
  const title = text.title(issue.number, measure.number)
  const toMeasure = addressOf.office(lang, `measures/${measure.id}`)
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<MeasureStateChip lang={lang} state={measure.state} />}
        said={issue.title}
        action={
          <a className="button" href={toMeasure}>
            {text.toMeasure}
          </a>
        }
      />
      <div className="stack">
        {isKept && !actionData && <Notice>{measureTableText(lang).kept}</Notice>}
        {draft && !actionData && !isKept && (
          <DraftNotice
            lang={lang}
            form={draftOf(measure.id)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        {actionData?.clash ? (
          <ClashOf lang={lang} edit={edit} clash={actionData.clash} typed={actionData.typed} />
        ) : (
          <>
            <ErrorSummary form={form} title={text.errorTitle} />
            <form
              method="post"
              className="form measure-form"
              data-draft={draftOf(measure.id)}
              data-seen-version={seenVersion}
            >
              <input type="hidden" name="seenVersion" value={seenVersion} />
              <MeasureFields lang={lang} edit={edit} form={form} />
              <div className="save-bar">
                <div className="actions">
                  <button type="submit" className="button primary">
                    <Icon name="yes" />
                    {text.save}
                  </button>
                  <a className="button" href={toMeasure}>
                    {text.cancel}
                  </a>
                </div>
              </div>
            </form>
            <RichTextScript nonce={nonce} />
          </>
        )}
        <Confirm label={text.removed}>
          <p>{text.removeSure}</p>
          <form method="post" action={addressOf.office(lang, `issues/${issue.id}/measures`)}>
            <input type="hidden" name="measureId" value={measure.id} />
            <button type="submit" className="button danger" name="act" value="remove">
              <Icon name="remove" />
              {text.remove}
            </button>
          </form>
        </Confirm>
      </div>
    </>
  )
}

type ClashOfProps = Readonly<{ lang: 'th' | 'en'; edit: MeasureEdit; clash: EditClash; typed: TypedFields }>

function ClashOf({ lang, edit, clash, typed }: ClashOfProps) {
  const { fields } = measureFactsText(lang)
  const shown = (fact: keyof MeasureFacts, value: unknown) =>
    measureFactValue(lang, fact, { [fact]: value } as Partial<MeasureFacts>, edit.choices)
  return (
    <ClashChoice
      lang={lang}
      clash={clash}
      typed={typed}
      id="measure"
      fields={clash.clashes.map(({ field, seen, theirs, mine }) => {
        const fact = field as keyof MeasureFacts
        return {
          name: fact,
          label: fields[fact],
          seen: shown(fact, seen),
          theirs: shown(fact, theirs),
          mine: shown(fact, mine),
        }
      })}
    />
  )
}
