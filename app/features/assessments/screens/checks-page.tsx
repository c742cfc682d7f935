import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-scores.css'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { findDataChecks } from '../checks/checks.queries.server.ts'
import { type CheckCode, type CheckSeverity, SEVERITIES } from '../checks/data-check.domain.ts'
import { saidCheck } from '../checks/said-check.ts'
import { checksText } from '../checks/text/index.ts'
import { ResultTabs } from '../parts/result-tabs.tsx'
import type { Route } from './+types/checks-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const lang = languageOf(pathname)
  const { years, found } = await findDataChecks(ctx)
  const catalogue = await catalogueFor(ctx)
  const levelWord = (year: number, key: string) =>
    frameworkOf(catalogue, year)?.levels.find((level) => level.key === key)?.title[lang] ?? key
  return {
    lang,
    years,
    year: years.find((year) => String(year) === searchParams.get('year')) ?? null,
    severity: SEVERITIES.find((one) => one === searchParams.get('severity')) ?? null,
    found: found.map((check) => ({
      year: check.year,
      code: check.code,
      severity: check.severity,
      said: saidCheck(lang, check, levelWord),
    })),
    mayImport: refusalOf(ASSESSMENTS_POLICY, 'score.import', ctx.actor) === null,
  }
}

type ShownCheck = Readonly<{ year: number; code: CheckCode; severity: CheckSeverity; said: string }>
type Asked = Readonly<{ year: number | null; severity: CheckSeverity | null }>

export default function ChecksScreen({ loaderData }: Route.ComponentProps) {
  const { lang, years, year, severity, found, mayImport } = loaderData
  const text = checksText(lang)
  const shown = found.filter(
    (check) => (year === null || check.year === year) && (severity === null || check.severity === severity),
  )
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <ResultTabs lang={lang} open="checks" />
      <div className="stack">
        {years.length === 0 ? (
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
            <Filters lang={lang} years={years} asked={{ year, severity }} found={found} />
            {shown.length === 0 && <Notice>{text.nothing}</Notice>}
            {years.map((one) => (
              <ChecksOfYear key={one} lang={lang} year={one} found={shown} />
            ))}
          </>
        )}
      </div>
    </>
  )
}

type FiltersProps = Readonly<{
  lang: Language
  years: readonly number[]
  asked: Asked
  found: readonly ShownCheck[]
}>

function Filters({ lang, years, asked, found }: FiltersProps) {
  const text = checksText(lang)
  const to = (next: Asked): string => {
    const query = new URLSearchParams()
    if (next.year !== null) query.set('year', String(next.year))
    if (next.severity !== null) query.set('severity', next.severity)
    return query.size === 0
      ? addressOf.office(lang, 'scores/checks')
      : `${addressOf.office(lang, 'scores/checks')}?${query}`
  }
  const inYear = found.filter((check) => asked.year === null || check.year === asked.year)
  return (
    <>
      <FilterChips
        label={text.years}
        choices={[null, ...years].map((year) => ({
          label: year === null ? text.allYears : text.yearOf(year),
          to: to({ ...asked, year }),
          isChosen: year === asked.year,
        }))}
      />
      <FilterChips
        label={text.severities}
        choices={[null, ...SEVERITIES].map((severity) => ({
          label: severity === null ? text.all : text.severity[severity],
          to: to({ ...asked, severity }),
          isChosen: severity === asked.severity,
          count: inYear.filter((check) => severity === null || check.severity === severity).length,
        }))}
      />
    </>
  )
}

function ChecksOfYear({ lang, year, found }: { lang: Language; year: number; found: readonly ShownCheck[] }) {
  const text = checksText(lang)
  const ofYear = found.filter((check) => check.year === year)
  if (ofYear.length === 0) return null
  return (
    <section className="stack" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{text.yearOf(year)}</h2>
      <ul className="check-list">
        {ofYear.map(({ code, severity, said }) => (
          <li key={said}>
            <Chip {...LOOKS[severity]}>{text.severity[severity]}</Chip>
            <h3>{text.titles[code]}</h3>
            <p>{said}</p>
            <p>
              <WhereTo lang={lang} code={code} year={year} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const LOOKS: Readonly<Record<CheckSeverity, { state: ChipState; icon: IconName }>> = {
  error: { state: 'late', icon: 'alert' },
  warning: { state: 'returned', icon: 'warning' },
  info: { state: 'none', icon: 'info' },
}

/** The page on which more can be seen, or something done. */
function WhereTo({ lang, code, year }: { lang: Language; code: CheckCode; year: number }) {
  const text = checksText(lang)
  if (code === 'repeated-value')
    return <a href={addressOf.office(lang, 'scores/compare')}>{text.toCompare}</a>
  if (code === 'imported-again') return <a href={addressOf.office(lang, 'scores/import')}>{text.toImports}</a>
  return (
    <a href={`${addressOf.office(lang, 'scores')}?year=${year}`}>
      {text.toYear} {year}
    </a>
  )
}
