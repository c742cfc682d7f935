import { data, redirect } from 'react-router'
import { z } from 'zod'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { fiscalYearOf } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-cycles.css'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { answerableItems } from '../cycles/answered-item.domain.ts'
import type { CyclesError } from '../cycles/cycles.errors.ts'
import { itemChoices } from '../cycles/parts/item-choices.ts'
import { OpenYear } from '../cycles/parts/open-year.tsx'
import { YearTable } from '../cycles/parts/year-table.tsx'
import { cyclesPageText } from '../cycles/text/index.ts'
import { openCycle } from '../cycles/usecases/open-cycle.server.ts'
import { takeUpVersion } from '../cycles/usecases/take-up-version.server.ts'
import { refusedYearForm, typedYear } from '../cycles/year-form.server.ts'
import { listYears } from '../cycles/years.queries.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { Route } from './+types/cycles-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  const years = await listYears(ctx)
  const catalogue = await catalogueFor(ctx)
  const current = fiscalYearOf(thaiDay(ctx.now()))
  const open = new Set(years.flatMap(({ work, fiscalYear }) => (work ? [fiscalYear] : [])))
  return {
    lang,
    years,
    items: itemChoices(answerableItems(catalogue), lang),
    offeredYear: open.has(current) ? Math.max(...open) + 1 : current,
    isOpening: searchParams.get('open') === '1',
    isKept: kept !== null,
    kept: kept === null ? {} : typedValues(kept),
    mayChange: refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor) === null,
  }
}

const OPEN = z.object({
  fiscalYear: typedYear,
  resultsYear: typedYear.optional(),
  answers: z.string().optional(),
})
const TAKE_UP = z.object({ fiscalYear: typedYear })

type Faults = Readonly<{ faults: Readonly<Record<string, string>> }>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const answer = await doneTo(ctx, act, sent)
  if (answer.ok) {
    const { code, year } = answer.value
    throw redirect(`${addressOf.office(lang, `cycles/${year}`)}?done=${code}`, 303)
  }
  const { error } = answer
  if ('code' in error && error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const faults = 'faults' in error ? error.faults : { [FIELDS[error.code] ?? '']: error.code }
  return data({ act, form: refusedYearForm(lang, typedValues([...sent]), faults) }, 422)
}

const FIELDS: Readonly<Record<string, string>> = {
  'year.unreadable': 'fiscalYear',
  'year.open-already': 'fiscalYear',
  'item.unknown': 'answers',
  'item.none': 'answers',
}

async function doneTo(
  ctx: Ctx,
  act: string,
  sent: FormData,
): Promise<Result<{ code: string; year: number }, CyclesError | Faults>> {
  if (act === 'take-up') {
    const read = readForm(sent, TAKE_UP)
    if (!read.ok) return err({ faults: read.error.faults })
    const taken = await takeUpVersion(ctx, read.value)
    return taken.ok ? ok({ code: 'taken-up', year: read.value.fiscalYear }) : taken
  }
  const read = readForm(sent, OPEN)
  if (!read.ok) return err({ faults: read.error.faults })
  const { fiscalYear, resultsYear = null, answers = null } = read.value
  const opened = await openCycle(ctx, { fiscalYear, resultsYear, answers })
  return opened.ok ? ok({ code: 'opened', year: fiscalYear }) : opened
}

export default function CyclesScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, years, mayChange, isKept, kept } = loaderData
  const text = cyclesPageText(lang)
  const act = actionData?.act ?? kept.act ?? null
  const isOpening = mayChange && (loaderData.isOpening || act === 'open')
  const form: FormView =
    act === 'open' ? (actionData?.form ?? { values: kept, errors: {} }) : opening(loaderData.offeredYear)
  const openHere = `${addressOf.office(lang, 'cycles')}?open=1`
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead}
        action={
          mayChange &&
          !isOpening &&
          years.length > 0 && (
            <a className="button primary" href={openHere}>
              <Icon name="add" />
              {text.open}
            </a>
          )
        }
      />
      <div className="stack wide">
        {isKept && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {isOpening && <OpenYear lang={lang} form={form} items={loaderData.items} />}
        {years.length === 0 && !isOpening && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
            {mayChange && (
              <p className="actions">
                <a className="button primary" href={openHere}>
                  <Icon name="add" />
                  {text.open}
                </a>
              </p>
            )}
          </div>
        )}
        {years.length > 0 && <YearTable lang={lang} years={years} mayChange={mayChange} />}
      </div>
    </>
  )
}

const opening = (year: number): FormView => ({ values: { fiscalYear: String(year) }, errors: {} })
