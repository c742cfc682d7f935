import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-cycles.css'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { withoutTheirs } from '../../../web/choices.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { findItem } from '../../catalogue/index.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { answerableItems } from '../cycles/answered-item.domain.ts'
import { itemChoices } from '../cycles/parts/item-choices.ts'
import { clashFields } from '../cycles/parts/report-data-clash.tsx'
import { ReportDataForm } from '../cycles/parts/report-data-form.tsx'
import { backgroundHome, readReportData, reportDataValues } from '../cycles/report-data-form.server.ts'
import { reportDataPageText } from '../cycles/text/index.ts'
import { changeReportData } from '../cycles/usecases/change-report-data.server.ts'
import { refusedYearForm } from '../cycles/year-form.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { Route } from './+types/report-data-page'

/** The draft of this form, by the Thai address of its page. */
const draftOf = (year: number): string => `/office/cycles/${year}/report-data data`

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const year = buddhistYear(params.year)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const cycle = year === null ? null : await findWorkingCycle(ctx, year)
  if (year === null || !cycle) throw data(null, 404)
  if (params.year !== String(year)) throw redirect(addressOf.office(lang, `cycles/${year}/report-data`), 301)
  const catalogue = await catalogueFor(ctx)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(year))
  const isDraftShown = draft !== null && searchParams.get('draft') === 'use'
  const stored = { ...reportDataValues(cycle.facts, year), seenVersion: String(cycle.version) }
  const typed = kept ?? (isDraftShown ? draft.fields : null)
  const own = findItem(catalogue, cycle.facts.answers)
  const items = answerableItems(catalogue)
  return {
    lang,
    year,
    here: pathname + search,
    nonce,
    draft: draft && { form: draftOf(year), keptAt: draft.keptAt, isShown: isDraftShown },
    values: typed === null ? stored : { ...stored, ...typedValues(typed) },
    // An item of another subject that an import brought stays choosable.
    items: itemChoices(own && !items.includes(own) ? [own, ...items] : items, lang),
    citing: { address: addressOf.office(lang, 'citations'), year: backgroundHome(year) },
    done: searchParams.get('done'),
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const typed: TypedFields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const read = readReportData(sent, { fiscalYear: year, catalogue: await catalogueFor(ctx) })
  if (!read.ok) return refused(lang, typed, read.error.faults)
  const { seenVersion, facts } = read.value
  const changed = await changeReportData(ctx, {
    fiscalYear: year,
    seenVersion,
    facts: withoutTheirs(sent, facts),
  })
  if (changed.ok) {
    await dropDraft(ctx, draftOf(year))
    const done = changed.value ? 'saved' : 'same'
    throw redirect(`${addressOf.office(lang, `cycles/${year}/report-data`)}?done=${done}`, 303)
  }
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'year.not-open') throw data(null, 404)
  if (error.code === 'edit.clash') return data({ form: null, clash: error, typed }, 422)
  return refused(lang, typed, { [FIELDS[error.code] ?? '']: error.code })
}

const FIELDS: Readonly<Record<string, string>> = {
  'cover.no-title': 'title',
  'cover.no-agency-line': 'agencyLine',
  'cover.no-year-line': 'yearLine',
  'item.unknown': 'answers',
  'year.unreadable': 'resultsYear',
}

const refused = (
  lang: Route.ComponentProps['loaderData']['lang'],
  typed: TypedFields,
  faults: Readonly<Record<string, string>>,
) => data({ form: refusedYearForm(lang, typedValues(typed), faults), clash: null, typed }, 422)

export default function ReportDataScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, year, draft, done, items } = loaderData
  const text = reportDataPageText(lang)
  const clash = actionData?.clash ?? null
  const labelOf = (ref: string) => items.find(({ value }) => value === ref)?.label ?? ref
  return (
    <>
      <title>{text.title(year)}</title>
      <PageHead
        title={text.title(year)}
        said={text.lead}
        action={
          <>
            <a className="button" href={addressOf.office(lang, `cycles/${year}/report`)}>
              {text.toReport}
            </a>
            <a className="button" href={addressOf.office(lang, 'cycles')}>
              {text.toCycles}
            </a>
          </>
        }
      />
      <div className="stack">
        {!actionData && done === 'saved' && <Notice kind="done">{text.saved}</Notice>}
        {!actionData && done === 'same' && <Notice kind="done">{text.same}</Notice>}
        {!actionData && draft !== null && <DraftNotice lang={lang} here={loaderData.here} {...draft} />}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {clash !== null && actionData ? (
          <ClashChoice
            lang={lang}
            clash={clash}
            typed={actionData.typed}
            fields={clashFields({ lang, clashes: clash.clashes, labelOf })}
          />
        ) : (
          <ReportDataForm
            lang={lang}
            form={actionData?.form ?? { values: loaderData.values, errors: {} }}
            items={items}
            draft={draftOf(year)}
            citing={loaderData.citing}
          />
        )}
      </div>
      <RichTextScript nonce={loaderData.nonce} />
    </>
  )
}
