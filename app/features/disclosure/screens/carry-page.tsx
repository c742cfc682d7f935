import { data, redirect } from 'react-router'
import { ownUnits } from '../../../kernel/actor.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import '../../../ui/office-submission.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { previewCarry } from '../carry/carry-preview.server.ts'
import { CarryKeptList, CarryLeftTable, CarryRows } from '../carry/parts/carry-lists.tsx'
import { carryPageText } from '../carry/text/index.ts'
import { carryOver } from '../carry/usecases/carry-over.server.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import type { Route } from './+types/carry-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, {
    unitIds: ownUnits(ctx.actor),
  })
  if (refusal) throw await pageRefused(ctx, refusal)
  const toYear = buddhistYear(params.year)
  if (toYear === null) throw data(null, 404)
  const kept = visitOf(context).kept
  const fromYear = buddhistYear(
    kept?.find(([name]) => name === 'from')?.[1] ?? searchParams.get('from') ?? '',
  )
  const { years, preview } = await previewCarry(ctx, { toYear, fromYear })
  return {
    lang: languageOf(pathname),
    toYear,
    years,
    preview,
    taken: kept?.filter(([name]) => name === 'take').map(([, value]) => value) ?? null,
    done: countIn(searchParams, 'added'),
    doneRenew: countIn(searchParams, 'renew'),
  }
}

const countIn = (query: URLSearchParams, name: string): number | null => {
  const text = query.get(name) ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const toYear = buddhistYear(params.year)
  const fromYear = buddhistYear(String(sent.get('from') ?? ''))
  if (toYear === null || fromYear === null) throw data(null, 404)
  const take = sent.getAll('take').map(String)
  const carried = await carryOver(ctx, {
    fromYear,
    toYear,
    seenHash: String(sent.get('seenHash') ?? ''),
    take,
  })
  if (carried.ok) {
    const { added, renew } = carried.value
    const query = `from=${fromYear}&added=${added}&renew=${renew}`
    throw redirect(`${addressOf.office(lang, `disclosure/${toYear}/carry`)}?${query}`, 303)
  }
  const { error } = carried
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  const { preview } = await previewCarry(ctx, { toYear, fromYear })
  return data({ error: error.code, preview, taken: take }, 422)
}

export default function CarryScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, toYear, years, done, doneRenew } = loaderData
  const { preview, taken } = actionData ?? loaderData
  const text = carryPageText(lang)
  const here = addressOf.office(lang, `disclosure/${toYear}/carry`)
  const yearPage = addressOf.office(lang, `disclosure/${toYear}`)
  const plan = preview?.plan ?? null
  const title = plan === null ? text.title : text.titleOf(plan.fromYear, plan.toYear)
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        said={text.lead}
        action={
          <a className="button" href={yearPage}>
            {text.toYear(toYear)}
          </a>
        }
      />
      <div className="stack wide">
        {done !== null && !actionData && (
          <Notice kind="done">
            <p>
              {text.done(done)} {doneRenew !== null && doneRenew > 0 && text.doneRenew(doneRenew)}
            </p>
          </Notice>
        )}
        {actionData && (
          <ErrorSummary
            form={{ values: {}, errors: { '': text.refusals[actionData.error] } }}
            title={text.errorTitle}
          />
        )}
        {years.length > 1 && (
          <FilterChips
            label={text.fromYears}
            choices={years.map((year) => ({
              label: text.yearOf(year),
              to: `${here}?from=${year}`,
              isChosen: year === plan?.fromYear,
            }))}
          />
        )}
        {years.length === 0 ? (
          <div className="empty">
            <h2>{text.noneTitle}</h2>
            <p>{text.noneBody}</p>
            <p className="actions">
              <a className="button" href={yearPage}>
                {text.start}
              </a>
            </p>
          </div>
        ) : (
          plan === null && <Notice kind="warning">{text.unknownYear}</Notice>
        )}
        {preview !== null && <CarryForm lang={lang} here={here} preview={preview} taken={taken} />}
      </div>
    </>
  )
}

type CarryFormProps = Readonly<{
  lang: Route.ComponentProps['loaderData']['lang']
  here: string
  preview: NonNullable<Route.ComponentProps['loaderData']['preview']>
  /** Keys that were ticked; null: what can be used as it is. */
  taken: readonly string[] | null
}>

function CarryForm({ lang, here, preview, taken }: CarryFormProps) {
  const text = carryPageText(lang)
  const { plan, hash, isWhole } = preview
  const { added, kept, left } = plan
  const ticked = new Set(taken ?? added.filter(({ renew }) => renew.length === 0).map(({ key }) => key))
  return (
    <>
      <section className="notice" aria-labelledby="carry-count">
        <Icon name="copy" />
        <h2 id="carry-count">{text.counted}</h2>
        <ul>
          <li>{text.added(added.length)}</li>
          <li>{text.renewed(added.filter(({ renew }) => renew.length > 0).length)}</li>
          <li>{text.kept(kept.length)}</li>
          <li>{text.left(left.length)}</li>
        </ul>
        {!isWhole && <p>{text.ownOnly}</p>}
      </section>
      <section className="stack" aria-labelledby="carry-added">
        <h2 id="carry-added">{text.addedTitle}</h2>
        {added.length === 0 ? (
          <p className="muted">{text.nothingToAdd}</p>
        ) : (
          <form method="post" action={here} className="stack">
            <input type="hidden" name="from" value={plan.fromYear} />
            <input type="hidden" name="seenHash" value={hash} />
            <p className="muted">{text.addedHint}</p>
            <CarryRows lang={lang} rows={added} ticked={ticked} />
            <div className="actions">
              <button type="submit" className="button primary">
                <Icon name="add" />
                {text.confirm}
              </button>
              <button type="reset" className="button">
                {text.again}
              </button>
            </div>
          </form>
        )}
      </section>
      {kept.length > 0 && (
        <section className="stack" aria-labelledby="carry-kept">
          <h2 id="carry-kept">{text.keptTitle}</h2>
          <CarryKeptList lang={lang} rows={kept} />
        </section>
      )}
      {left.length > 0 && (
        <section className="stack" aria-labelledby="carry-left">
          <h2 id="carry-left">{text.leftTitle}</h2>
          <CarryLeftTable lang={lang} rows={left} />
        </section>
      )}
    </>
  )
}
