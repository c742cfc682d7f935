import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-cycles.css'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { copyChoice } from '../cycles/copy-choice.domain.ts'
import { cyclesErrorText } from '../cycles/cycles.errors.ts'
import { CopyPlanForm } from '../cycles/parts/copy-plan-form.tsx'
import { copyPageText } from '../cycles/text/index.ts'
import { copyCycle } from '../cycles/usecases/copy-cycle.server.ts'
import { listYears, previewCopy } from '../cycles/years.queries.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { Route } from './+types/copy-cycle-page'

type Fields = readonly (readonly [string, string])[]

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const fields: Fields = visitOf(context).kept ?? [...searchParams]
  const years = (await listYears(ctx)).map(({ fiscalYear }) => fiscalYear)
  const typedTo = yearIn(fields, 'to')
  const from = yearIn(fields, 'from') ?? years.find((year) => year !== typedTo) ?? null
  const to = typedTo ?? (from === null ? null : from + 1)
  const choice = copyChoice(fields)
  return {
    lang,
    years,
    from,
    to,
    isToUnreadable: typedTo === null && fields.some(([name, value]) => name === 'to' && value !== ''),
    parts: [...choice.parts],
    preview:
      from === null || to === null || from === to ? null : await previewCopy(ctx, { from, to, choice }),
  }
}

const yearIn = (fields: Fields, name: string): number | null =>
  buddhistYear(fields.find(([field]) => field === name)?.[1] ?? '')

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const fields: Fields = [...(await request.formData())].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const [from, to] = [yearIn(fields, 'from'), yearIn(fields, 'to')]
  const choice = copyChoice(fields)
  const copied =
    from === null || to === null
      ? ({ ok: false, error: { code: 'year.unreadable' } } as const)
      : await copyCycle(ctx, { from, to, choice })
  if (copied.ok) {
    const { issues, measures } = copied.value.counts
    const query = `done=copied&issues=${issues}&measures=${measures}`
    throw redirect(`${addressOf.office(lang, `cycles/${to}`)}?${query}`, 303)
  }
  const { error } = copied
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return data(
    {
      error: cyclesErrorText(error.code)[lang],
      from,
      to,
      parts: [...choice.parts],
      // Shown is what was ticked, not what the address says.
      preview:
        from === null || to === null || from === to ? null : await previewCopy(ctx, { from, to, choice }),
    },
    422,
  )
}

export default function CopyCycleScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, years } = loaderData
  const { from, to, parts, preview } = actionData ?? loaderData
  const text = copyPageText(lang)
  const here = addressOf.office(lang, 'cycles/copy')
  const values = { from: String(from ?? ''), to: String(to ?? '') }
  const errors = {
    ...(actionData && { '': actionData.error }),
    ...(!actionData && loaderData.isToUnreadable && { to: cyclesErrorText('year.unreadable')[lang] }),
    ...(!actionData && from !== null && from === to && { to: cyclesErrorText('year.same')[lang] }),
    ...(!actionData &&
      from !== null &&
      from !== to &&
      preview === null && { from: cyclesErrorText('year.nothing-to-copy')[lang] }),
  }
  const form = { values, errors }
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={preview !== null && from !== null && to !== null ? text.titleOf(from, to) : text.title}
        said={text.lead}
        action={
          <a className="button" href={addressOf.office(lang, 'cycles')}>
            {text.toCycles}
          </a>
        }
      />
      <div className="stack wide">
        <ErrorSummary form={form} title={text.errorTitle} />
        {years.length === 0 ? (
          <div className="empty">
            <p>{text.noYears}</p>
          </div>
        ) : (
          <form method="get" action={here} className="filter-form">
            <TextField
              form={form}
              name="from"
              label={text.from}
              inputMode="numeric"
              autoComplete="off"
              required
            />
            <TextField
              form={form}
              name="to"
              label={text.to}
              hint={text.toHint}
              inputMode="numeric"
              autoComplete="off"
              required
            />
            <div className="actions">
              <button type="submit" className="button">
                <Icon name="search" />
                {text.show}
              </button>
            </div>
          </form>
        )}
        {preview !== null && from !== null && to !== null && (
          <CopyPlanForm lang={lang} here={here} from={from} to={to} parts={parts} preview={preview} />
        )}
      </div>
    </>
  )
}
