import { data, redirect } from 'react-router'
import '../../../ui/office-compare.css'
import type { Language } from '../../../i18n/language.ts'
import { yearOf } from '../../../kernel/item-ref.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { type Catalogue, frameworkOf, titleOf } from '../../catalogue/index.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { type AskedComparison, askedComparison } from '../comparison/asked-comparison.domain.ts'
import { findComparison } from '../comparison/comparison.queries.server.ts'
import { refSaid } from '../comparison/said-rows.domain.ts'
import { shownComparison } from '../comparison/shown-comparison.domain.ts'
import { CompareChoices } from '../parts/compare-choices.tsx'
import { ComparedYears } from '../parts/compared-years.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { ChangesSince, type ShownChanges, SnapshotList } from '../parts/snapshots.tsx'
import { findYearResults } from '../results/year-results.queries.server.ts'
import { changesSince } from '../snapshots/changes-since.domain.ts'
import { findSnapshot, listSnapshots } from '../snapshots/snapshot.queries.server.ts'
import { keepSnapshot } from '../snapshots/usecases/keep-snapshot.server.ts'
import { comparePageText } from '../text/compare-page.ts'
import type { Route } from './+types/compare-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const found = await findComparison(ctx, askedComparison(searchParams))
  if (!found) throw data(null, 404)
  const { asked, yearsThere, snapshot, catalogue } = found
  const kept = visitOf(context).kept
  return {
    lang,
    asked,
    yearsThere,
    snapshot,
    indicators: indicatorsOf(catalogue, asked, lang),
    shown: found.rows.length === 0 ? null : shownComparison(found, lang),
    changes: await changesAsked(ctx, searchParams),
    snapshots: await listSnapshots(ctx),
    isKept: searchParams.get('done') === 'kept',
    typed: kept === null ? null : typedValues(kept),
    mayKeep: refusalOf(ASSESSMENTS_POLICY, 'snapshot.make', ctx.actor) === null,
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
  }
}

/** Indicators of the last chosen year, without the ones below them. */
function indicatorsOf(catalogue: Catalogue, { years, indicator }: AskedComparison, lang: Language) {
  const year = indicator === null ? years?.at(-1) : yearOf(indicator)
  const rows = year === undefined ? [] : (frameworkOf(catalogue, year)?.indicators ?? [])
  return rows
    .filter(({ parent }) => parent === null)
    .map(({ ref }) => ({
      value: ref,
      label: `${refSaid({ lang }, ref)} ${titleOf(catalogue, ref)?.[lang] ?? ''}`,
    }))
}

/** `?since=<snapshot>&year=2567`; null where that is not asked. */
async function changesAsked(ctx: Ctx, params: URLSearchParams): Promise<ShownChanges | null> {
  const id = params.get('since')
  if (id === null) return null
  const kept = await findSnapshot(ctx, id)
  if (!kept) throw data(null, 404)
  const was = kept.results.find(({ year }) => String(year) === params.get('year')) ?? kept.results.at(-1)
  if (!was) throw data(null, 404)
  const now = await findYearResults(ctx, was.year)
  return { snapshot: kept.snapshot, year: was.year, ...changesSince(was, now) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const sent = await request.formData()
  const name = String(sent.get('name') ?? '')
  const kept = await keepSnapshot(ctx, { name })
  if (kept.ok) throw redirect(`${addressOf.office(lang, 'scores/compare')}?done=kept#snapshots`, 303)
  if (kept.error.code === 'permission.refused') throw await permissionRefused(ctx, kept.error)
  const form: FormView = {
    values: { name },
    errors: { name: comparePageText(lang).faults[kept.error.code] },
  }
  return data({ form }, 422)
}

export default function ComparePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, changes, snapshots, isKept, typed, mayKeep } = loaderData
  const text = comparePageText(lang)
  const form = actionData?.form ?? (typed === null ? EMPTY_FORM : { values: typed, errors: {} })
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="compare" />
      <div className="stack">
        {isKept && <Notice kind="done">{text.snapshots.kept}</Notice>}
        <ErrorSummary form={form} title={text.snapshots.notKept} idOfField={() => 'snapshot-name'} />
        {changes === null ? <Comparison {...loaderData} /> : <ChangesSince lang={lang} changes={changes} />}
        <SnapshotList lang={lang} snapshots={snapshots} form={mayKeep ? form : null} />
      </div>
    </>
  )
}

type ComparisonProps = Pick<
  Route.ComponentProps['loaderData'],
  'lang' | 'asked' | 'yearsThere' | 'snapshot' | 'indicators' | 'shown' | 'mayImport'
>

function Comparison({ lang, asked, yearsThere, snapshot, indicators, shown, mayImport }: ComparisonProps) {
  const text = comparePageText(lang)
  const here = addressOf.office(lang, 'scores/compare')
  const [only] = yearsThere
  const { empty } = text
  return (
    <>
      {snapshot !== null && (
        <Notice kind="warning">
          <p>
            {text.ofSnapshot(snapshot.name, formatDay(thaiDay(snapshot.madeAt), lang))}{' '}
            <a href={here}>{text.toNow}</a>
          </p>
        </Notice>
      )}
      {only === undefined ? (
        <Empty title={empty.noneTitle} body={empty.noneBody}>
          {mayImport && <ToImport lang={lang} />}
        </Empty>
      ) : yearsThere.length === 1 ? (
        <Empty title={empty.oneTitle(only)} body={empty.oneBody}>
          {mayImport && <ToImport lang={lang} />}
        </Empty>
      ) : (
        <>
          <CompareChoices lang={lang} asked={asked} yearsThere={yearsThere} indicators={indicators} />
          {asked.years.length < 2 ? (
            <Empty title={empty.fewTitle} body={empty.fewBody} />
          ) : shown === null ? (
            <Empty title={empty.noRowsTitle} body={empty.noRowsBody}>
              <a className="button" href={`${here}?years=${asked.years.join(',')}`}>
                {empty.clear}
              </a>
            </Empty>
          ) : (
            <ComparedYears lang={lang} asked={asked} shown={shown} />
          )}
        </>
      )}
    </>
  )
}

const Empty = ({ title, body, children }: { title: string; body: string; children?: React.ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    <p>{body}</p>
    {children}
  </div>
)

const ToImport = ({ lang }: { lang: Language }) => (
  <a className="button primary" href={addressOf.office(lang, 'scores/import')}>
    <Icon name="upload" />
    {comparePageText(lang).empty.toImport}
  </a>
)
