import type { Bilingual, Language } from '../../../i18n/language.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { titleOf } from '../../catalogue/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { ResultTabs } from '../parts/result-tabs.tsx'
import type { Score } from '../score.domain.ts'
import { listScores } from '../score.queries.server.ts'
import { scoresPageText } from '../text/scores-page.ts'
import type { Route } from './+types/scores-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const scores = await listScores(ctx)
  const years = [...new Set(scores.map(({ year }) => year))]
  const asked = Number(searchParams.get('year'))
  const year = years.includes(asked) ? asked : (years[0] ?? null)
  const catalogue = await catalogueFor(ctx)
  return {
    lang: languageOf(pathname),
    years,
    year,
    scores: scores
      .filter((score) => score.year === year)
      .map((score) => ({ ...score, title: titleOf(catalogue, score.ref) })),
  }
}

export default function ScoresScreen({ loaderData }: Route.ComponentProps) {
  const { lang, years, year, scores } = loaderData
  const text = scoresPageText(lang)
  const here = addressOf.office(lang, 'scores')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="overview" />
      {year === null ? (
        <div className="empty">
          <h2>{text.emptyTitle}</h2>
          <p>{text.emptyBody}</p>
        </div>
      ) : (
        <section className="stack" aria-labelledby="scores-title">
          <h2 id="scores-title">{text.tableTitle(year)}</h2>
          <FilterChips
            label={text.years}
            choices={years.map((one) => ({
              label: String(one),
              to: `${here}?year=${one}`,
              isChosen: one === year,
            }))}
          />
          <ScoreTable lang={lang} year={year} scores={scores} />
        </section>
      )}
    </>
  )
}

type ShownScore = Score & Readonly<{ title: Bilingual | null }>

function ScoreTable({ lang, year, scores }: { lang: Language; year: number; scores: readonly ShownScore[] }) {
  const text = scoresPageText(lang)
  return (
    <DataTable
      caption={text.tableTitle(year)}
      columns={[
        { label: text.columns.item },
        { label: text.columns.title },
        { label: text.columns.value, look: 'end' },
        { label: text.columns.n, look: 'end' },
        { label: text.columns.source },
      ]}
      rows={scores.map(({ ref, title, value, nAnswered, nRequired, source }) => ({
        key: ref,
        cells: [
          codeOf(ref),
          title?.[lang] ?? '',
          value,
          nAnswered === null ? '' : text.answered(nAnswered, nRequired),
          text.source(source.fileName, source.row, formatDay(thaiDay(source.importedAt), lang)),
        ],
      }))}
    />
  )
}
