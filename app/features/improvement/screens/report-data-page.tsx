import type { ReactNode } from 'react'
import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-cycles.css'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
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
import {
  mentionOf,
  offeredResolutions,
  offerValue,
  type RecordedResolution,
} from '../cycles/offered-resolutions.domain.ts'
import { CriteriaForm } from '../cycles/parts/criteria-form.tsx'
import { itemChoices } from '../cycles/parts/item-choices.ts'
import { NameListsForm } from '../cycles/parts/name-lists-form.tsx'
import { RecordedOffers } from '../cycles/parts/recorded-offers.tsx'
import { clashFields } from '../cycles/parts/report-data-clash.tsx'
import { ReportDataForm } from '../cycles/parts/report-data-form.tsx'
import { ResolutionRowsForm } from '../cycles/parts/resolution-rows-form.tsx'
import { recordedResolutionsContext } from '../cycles/recorded-resolutions-context.server.ts'
import { backgroundHome } from '../cycles/report-data-form.server.ts'
import { partValues, readPart } from '../cycles/report-data-parts.server.ts'
import { draftOf, partOf, type ReportPart } from '../cycles/report-part.domain.ts'
import { reportDataPageText, reportPartsText } from '../cycles/text/index.ts'
import { changeReportData } from '../cycles/usecases/change-report-data.server.ts'
import { refusedYearForm } from '../cycles/year-form.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { RichTextScript } from '../parts/rich-text-field.tsx'
import type { WorkingCycle } from '../working/working-cycle.domain.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import type { Route } from './+types/report-data-page'

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
  const keptPart = kept === null ? null : partOf(typedValues(kept).act)
  const stored = partValues(cycle.facts, year)
  const isDraftAsked = searchParams.get('draft') === 'use'
  const shown = async (part: ReportPart) => {
    const draft = await findDraft(ctx, draftOf(year, part))
    const typed = kept !== null && keptPart === part ? kept : isDraftAsked ? (draft?.fields ?? null) : null
    return {
      draft: draft && { form: draftOf(year, part), keptAt: draft.keptAt, isShown: isDraftAsked },
      values: shownValues(part, { ...stored[part], seenVersion: String(cycle.version) }, typed),
    }
  }
  const [main, resolutions, lists, criteria] = await Promise.all([
    shown('data'),
    shown('resolutions'),
    shown('lists'),
    shown('criteria'),
  ])
  const own = findItem(catalogue, cycle.facts.answers)
  const items = answerableItems(catalogue)
  const recorded = await context.get(recordedResolutionsContext)(ctx, { fiscalYear: year })
  return {
    lang,
    year,
    here: pathname + search,
    nonce,
    forms: { data: main, resolutions, lists, criteria },
    mentions: cycle.facts.resolutions,
    offered: offeredResolutions(recorded, cycle.facts.resolutions),
    // An item of another subject that an import brought stays choosable.
    items: itemChoices(own && !items.includes(own) ? [own, ...items] : items, lang),
    citing: { address: addressOf.office(lang, 'citations'), year: backgroundHome(year) },
    done: searchParams.get('done'),
    donePart: partOf(searchParams.get('part') ?? undefined),
  }
}

/** What was typed instead of what is stored. Rows are not put together: another may have added some. */
const shownValues = (
  part: ReportPart,
  stored: Readonly<Record<string, string>>,
  typed: TypedFields | null,
): Readonly<Record<string, string>> => {
  if (typed === null) return stored
  return part === 'data' ? { ...stored, ...typedValues(typed) } : typedValues(typed)
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const year = buddhistYear(params.year)
  if (year === null) throw data(null, 404)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const cycle = await findWorkingCycle(ctx, year)
  if (!cycle) throw data(null, 404)
  if (sent.get('act') === 'take') {
    const recorded = await context.get(recordedResolutionsContext)(ctx, { fiscalYear: year })
    return take({ ctx, lang, cycle, recorded, chosen: sent.getAll('take') })
  }
  const typed: TypedFields = [...sent].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const part = partOf(typedValues(typed).act)
  const given = { fiscalYear: year, catalogue: await catalogueFor(ctx), facts: cycle.facts }
  const read = readPart(part, sent, given)
  if (!read.ok) return refused({ lang, part, typed }, read.error.faults)
  const { seenVersion, facts } = read.value
  const changed = await changeReportData(ctx, {
    fiscalYear: year,
    seenVersion,
    facts: withoutTheirs(sent, facts),
  })
  if (changed.ok) {
    await dropDraft(ctx, draftOf(year, part))
    throw redirect(savedAt(lang, year, { part, isChanged: changed.value }), 303)
  }
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'year.not-open') throw data(null, 404)
  if (error.code === 'edit.clash') return data({ form: null, clash: error, part, typed }, 422)
  return refused({ lang, part, typed }, { [FIELDS[error.code] ?? '']: error.code })
}

type Taking = Readonly<{
  ctx: Ctx
  lang: Language
  cycle: WorkingCycle
  recorded: readonly RecordedResolution[]
  chosen: readonly FormDataEntryValue[]
}>

/** Adds recorded resolutions to those that the report mentions, after whatever stands there now. */
async function take({ ctx, lang, cycle, recorded, chosen }: Taking) {
  const { fiscalYear, version, facts } = cycle
  const taken = offeredResolutions(recorded, facts.resolutions).filter((one) =>
    chosen.includes(offerValue(one)),
  )
  if (taken.length === 0)
    return refused({ lang, part: 'take', typed: [] }, { take: 'resolution.nothing-chosen' })
  const changed = await changeReportData(ctx, {
    fiscalYear,
    seenVersion: version,
    facts: { resolutions: [...facts.resolutions, ...taken.map(mentionOf)] },
  })
  if (changed.ok)
    throw redirect(savedAt(lang, fiscalYear, { part: 'resolutions', isChanged: changed.value }), 303)
  const { error } = changed
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return refused({ lang, part: 'take', typed: [] }, { '': 'year.changed-since' })
}

const savedAt = (
  lang: Language,
  year: number,
  { part, isChanged }: Readonly<{ part: ReportPart; isChanged: boolean }>,
): string => {
  const page = addressOf.office(lang, `cycles/${year}/report-data`)
  const done = isChanged ? 'saved' : 'same'
  return part === 'data' ? `${page}?done=${done}` : `${page}?done=${done}&part=${part}#${part}`
}

const FIELDS: Readonly<Record<string, string>> = {
  'cover.no-title': 'title',
  'cover.no-agency-line': 'agencyLine',
  'cover.no-year-line': 'yearLine',
  'item.unknown': 'answers',
  'year.unreadable': 'resultsYear',
}

type Sent = Readonly<{ lang: Language; part: ReportPart | 'take'; typed: TypedFields }>

const refused = ({ lang, part, typed }: Sent, faults: Readonly<Record<string, string>>) =>
  data({ form: refusedYearForm(lang, typedValues(typed), faults), clash: null, part, typed }, 422)

export default function ReportDataScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, year, items, forms, donePart, mentions, citing } = loaderData
  const text = reportDataPageText(lang)
  const parts = reportPartsText(lang)
  const labelOf = (ref: string) => items.find(({ value }) => value === ref)?.label ?? ref
  const formOf = (part: ReportPart): FormView =>
    actionData?.part === part && actionData.form
      ? actionData.form
      : { values: forms[part].values, errors: {} }
  /** Above each form: what became of it, and its draft. */
  const noticesOf = (part: ReportPart, name?: string) => (
    <>
      {!actionData && donePart === part && loaderData.done === 'saved' && (
        <Notice kind="done">{text.saved}</Notice>
      )}
      {!actionData && donePart === part && loaderData.done === 'same' && (
        <Notice kind="done">{text.same}</Notice>
      )}
      {!actionData && forms[part].draft !== null && (
        <DraftNotice
          lang={lang}
          here={loaderData.here}
          {...(name !== undefined && { name })}
          {...forms[part].draft}
        />
      )}
    </>
  )
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
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {actionData?.clash ? (
          <ClashChoice
            lang={lang}
            clash={actionData.clash}
            typed={actionData.typed}
            fields={clashFields({ lang, clashes: actionData.clash.clashes, labelOf })}
          />
        ) : (
          <>
            {noticesOf('data')}
            <ReportDataForm
              lang={lang}
              form={formOf('data')}
              items={items}
              draft={draftOf(year, 'data')}
              citing={citing}
            />
            <Part part="resolutions" {...parts.resolutions}>
              {noticesOf('resolutions', parts.resolutions.title)}
              <RecordedOffers
                lang={lang}
                offered={loaderData.offered}
                error={actionData?.form?.errors.take ?? null}
              />
              <ResolutionRowsForm
                lang={lang}
                form={formOf('resolutions')}
                draft={draftOf(year, 'resolutions')}
                mentions={mentions}
              />
            </Part>
            <Part part="lists" {...parts.lists}>
              {noticesOf('lists', parts.lists.title)}
              <NameListsForm lang={lang} form={formOf('lists')} draft={draftOf(year, 'lists')} />
            </Part>
            <Part part="criteria" {...parts.criteria}>
              {noticesOf('criteria', parts.criteria.title)}
              <CriteriaForm
                lang={lang}
                form={formOf('criteria')}
                draft={draftOf(year, 'criteria')}
                citing={citing}
              />
            </Part>
          </>
        )}
      </div>
      <RichTextScript nonce={loaderData.nonce} />
    </>
  )
}

const Part = ({
  part,
  title,
  lead,
  children,
}: Readonly<{ part: ReportPart; title: string; lead: string; children: ReactNode }>) => (
  <section className="stack" aria-labelledby={part}>
    <h2 id={part}>{title}</h2>
    <p className="muted">{lead}</p>
    {children}
  </section>
)
