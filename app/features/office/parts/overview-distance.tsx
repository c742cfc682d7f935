import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Gap, GapsOfUnit } from '../../reports/index.ts'
import { filterQuery } from '../overview/year-filter.domain.ts'
import type { YearOverviewData } from '../overview/year-overview.queries.server.ts'
import { overviewText } from '../text/pages.ts'
import { unitLabel } from './unit-label.ts'

/** More than these are folded, unit by unit. */
const MOST_OPEN = 12

/** How far the report is from 100, what is missing, and whose it is. */
export function Distance({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { distance: text } = overviewText(lang)
  const { score, missing, elements, answers, publishedVersion } = year
  return (
    <section className="stack" aria-labelledby="distance">
      <h2 id="distance">{text.title}</h2>
      <div className={score === null ? 'verdict unjudged' : score === 100 ? 'verdict' : 'verdict zero'}>
        <span className="score">{score ?? '–'}</span>
        <div>
          <p>
            <strong>
              {score === null ? text.noRule : score === 100 ? text.complete : text.missing(missing)}
            </strong>
            <span className="visually-hidden"> {score !== null && text.score(score)}</span>
          </p>
          <p className="small">
            {text.answers(codeOf(answers), yearOf(answers))}
            {score !== null && ` · ${text.passed(elements - missing, elements)}`}
            {publishedVersion !== null && ` · ${text.published(publishedVersion)}`}
          </p>
          {score !== null && (
            <progress
              value={elements - missing}
              max={elements}
              aria-label={text.passed(elements - missing, elements)}
            />
          )}
          {score === 0 && <p className="small muted">{text.rule}</p>}
        </div>
      </div>
      {missing > 0 && <Missing lang={lang} year={year} />}
    </section>
  )
}

function Missing({ lang, year }: { lang: Language; year: YearOverviewData }) {
  const { distance: text } = overviewText(lang)
  const { gaps, missing, filter, fiscalYear } = year
  return (
    <div className="stack">
      <h3>{text.whose}</h3>
      {gaps.reduce((sum, of) => sum + of.gaps.length, 0) > missing && (
        <p className="small muted">{text.shared}</p>
      )}
      {gaps.length === 0 ? (
        <p className="muted">{text.noneChosen}</p>
      ) : (
        <div className="gaps">
          {gaps.map((of) => (
            <details key={of.unit?.id ?? ''} open={missing <= MOST_OPEN || gaps.length === 1}>
              <summary>
                <Icon name="down" />
                <span className="whose">{of.unit === null ? text.noUnit : unitLabel(of.unit, lang)}</span>{' '}
                <Chip state="returned" icon="warning">
                  {text.count(of.gaps.length)}
                </Chip>
              </summary>
              <GapList lang={lang} of={of} fiscalYear={fiscalYear} />
              {of.unit !== null && filter.unitId === null && (
                <p className="small no-print">
                  <a href={filterQuery({ ...filter, unitId: of.unit.id })}>
                    <Icon name="filter" /> {text.onlyUnit(unitLabel(of.unit, lang))}
                  </a>
                </p>
              )}
            </details>
          ))}
        </div>
      )}
    </div>
  )
}

/** What is missing, each thing once, with the numbers of all that lack it: a large year stays short. */
function GapList({ lang, of, fiscalYear }: { lang: Language; of: GapsOfUnit; fiscalYear: number }) {
  const { distance: text } = overviewText(lang)
  const reasons = Map.groupBy(of.gaps, ({ reason }) => reason[lang])
  return (
    <ul>
      {[...reasons].map(([reason, gaps]) => (
        <li key={reason}>
          {reason}
          <ul className="places" aria-label={reason}>
            {gaps.map((gap) => (
              <li key={`${gap.issue}.${gap.measure}`}>
                <a href={addressOf.office(lang, whereToMend(gap, fiscalYear))}>
                  {gap.issue === 0
                    ? text.year
                    : gap.measure === 0
                      ? gap.issue
                      : `${gap.issue}.${gap.measure}`}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function whereToMend({ element, outcomeId, measureId, issueId }: Gap, fiscalYear: number): string {
  if (issueId === null) return `cycles/${fiscalYear}/issues/add`
  if (element === 'outcome') return outcomeId === null ? `issues/${issueId}` : `outcomes/${outcomeId}`
  return measureId === null ? `issues/${issueId}` : `measures/${measureId}`
}
