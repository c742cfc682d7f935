import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-scores.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { LevelCard } from '../parts/level-card.tsx'
import { ResultTabs } from '../parts/result-tabs.tsx'
import { IndicatorFigures, ItemFigures, MismatchList } from '../parts/year-figures.tsx'
import type { YearOverview } from '../results/year-overview.domain.ts'
import { findResultsOverview } from '../results/year-overview.queries.server.ts'
import { scoresPageText } from '../text/scores-page.ts'
import type { Route } from './+types/scores-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = /^25\d\d$/.exec(searchParams.get('year') ?? '')?.[0]
  return {
    lang: languageOf(pathname),
    ...(await findResultsOverview(ctx, asked === undefined ? null : Number(asked))),
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
  }
}

export default function ScoresScreen({ loaderData }: Route.ComponentProps) {
  const { lang, years, year, overview, mayImport } = loaderData
  const text = scoresPageText(lang)
  const here = addressOf.office(lang, 'scores')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="overview" />
      <div className="stack">
        {year === null ? (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
            {mayImport && (
              <p>
                <a className="button primary" href={addressOf.office(lang, 'scores/import')}>
                  <Icon name="upload" />
                  {text.toImport}
                </a>
              </p>
            )}
          </div>
        ) : (
          <>
            <FilterChips
              label={text.years}
              choices={years.map((one) => ({
                label: text.yearOf(one),
                to: `${here}?year=${one}`,
                isChosen: one === year,
              }))}
            />
            {overview === null ? (
              <Notice kind="warning">{text.noFramework(year)}</Notice>
            ) : (
              <OfYear lang={lang} overview={overview} />
            )}
          </>
        )}
      </div>
    </>
  )
}

function OfYear({ lang, overview }: { lang: Language; overview: YearOverview }) {
  const text = scoresPageText(lang)
  const { indicators, groups } = overview
  const scored = groups.reduce((sum, group) => sum + group.scored.length, 0)
  const items = groups.reduce((sum, group) => sum + group.scored.length + group.missing.length, 0)
  const known = indicators.filter(({ printed, computed }) => (printed ?? computed) !== null).length
  return (
    <>
      {(scored < items || known < indicators.length) && (
        <Notice>
          <p>
            <strong>{titleOfGap(lang, scored, items)}</strong> {text.gap(known, indicators.length)}
          </p>
        </Notice>
      )}
      <LevelCard lang={lang} overview={overview} />
      <IndicatorFigures lang={lang} overview={overview} />
      <MismatchList lang={lang} overview={overview} />
      <p>
        <a href={`${addressOf.office(lang, 'scores/checks')}?year=${overview.year}`}>{text.toChecks}</a>
      </p>
      <ItemFigures lang={lang} overview={overview} />
    </>
  )
}

function titleOfGap(lang: Language, scored: number, items: number): string {
  const text = scoresPageText(lang)
  if (items === 0) return text.noItems
  return scored === 0 ? text.noScores : text.gapTitle(scored, items)
}
