import type { Language } from '../../../i18n/language.ts'
import { twoPlaces } from '../../../kernel/decimal.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-contradictions.css'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { ResultTabs } from '../../assessments/index.parts.ts'
import { ASSESSMENTS_POLICY } from '../../assessments/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { type ContradictionsOfYear, findContradictions } from '../proposals/contradictions.queries.server.ts'
import { BlindSpotList } from '../proposals/parts/blind-spots.tsx'
import { ThemeCard } from '../proposals/parts/theme-card.tsx'
import { contradictionsPageText } from '../proposals/text/index.ts'
import type { Route } from './+types/contradictions-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const asked = /^25\d\d$/.exec(searchParams.get('year') ?? '')?.[0]
  return {
    lang: languageOf(pathname),
    ...(await findContradictions(ctx, asked === undefined ? null : Number(asked))),
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
    mayPropose: refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor) === null,
    mayOpen: refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor) === null,
  }
}

export default function ContradictionsPage({ loaderData }: Route.ComponentProps) {
  const { lang, years, year, found, mayImport } = loaderData
  const text = contradictionsPageText(lang)
  const here = addressOf.office(lang, 'scores/contradictions')
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="contradictions" />
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
            {found === null ? (
              <Notice kind="warning">{text.noFramework(year)}</Notice>
            ) : (
              <OfYear {...loaderData} found={found} />
            )}
          </>
        )}
      </div>
    </>
  )
}

type OfYearProps = Readonly<{
  lang: Language
  found: ContradictionsOfYear
  mayImport: boolean
  mayPropose: boolean
  mayOpen: boolean
}>

function OfYear({ lang, found, mayImport, mayPropose, mayOpen }: OfYearProps) {
  const text = contradictionsPageText(lang)
  const { year, themes, bound, knownItems, items, unseen, proposals, blindSpots, issues } = found
  const compared = themes.filter(({ size }) => size !== null).length
  return (
    <>
      {(knownItems < items || compared < themes.length) && (
        <Notice>
          <p>
            {items > 0 && <strong>{text.fewTitle(knownItems, items)}</strong>}{' '}
            {text.few(compared, themes.length)}
          </p>
          {unseen.length > 0 && <p>{text.unseen(unseen.join(', '))}</p>}
          {mayImport && (
            <p>
              <a href={addressOf.office(lang, 'scores/import')}>{text.toImport}</a>
            </p>
          )}
        </Notice>
      )}
      <section className="stack" aria-labelledby="themes-title">
        <h2 id="themes-title">{text.list(year)}</h2>
        <Rule lang={lang} bound={bound} />
        <ol className="themes">
          {themes.map((row) => (
            <ThemeCard
              key={row.theme.key}
              lang={lang}
              row={row}
              year={year}
              bound={bound?.value ?? null}
              proposal={proposals[row.theme.key]}
              mayPropose={mayPropose}
              mayOpen={mayOpen}
            />
          ))}
        </ol>
      </section>
      <BlindSpotList lang={lang} year={year} spots={blindSpots} issues={issues} />
    </>
  )
}

function Rule({ lang, bound }: { lang: Language; bound: ContradictionsOfYear['bound'] }) {
  const text = contradictionsPageText(lang)
  const { rule } = text
  const level = bound?.level.title[lang] ?? ''
  return (
    <details className="fold themes-rule">
      <summary>{rule.title}</summary>
      <ul>
        <li>{rule.view}</li>
        <li>{rule.size}</li>
        <li>
          {bound === null ? rule.noBound : rule.weakness(twoPlaces(bound.value), level)}
          {bound?.level.certainty === 'unverified' && ` (${text.unverifiedBound(level)})`}
        </li>
        <li>{rule.order}</li>
        <li>{rule.rounding}</li>
        <li>{rule.themes}</li>
      </ul>
    </details>
  )
}
