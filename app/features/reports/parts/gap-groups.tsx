import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { unitLabel } from '../../people/index.ts'
import { elementPlace } from '../element-place.domain.ts'
import type { Gap, GapsOfUnit } from '../gaps.domain.ts'
import { verdictWords } from '../text/index.ts'
import { workingReportText } from '../text/working-report.ts'

type GapGroupsProps = Readonly<{
  lang: Language
  fiscalYear: number
  groups: readonly GapsOfUnit[]
  /** Whether who looks may change what a measure says. */
  mayChange: boolean
  /** Units that who looks answers for: theirs come first, and are open. */
  ownUnits: readonly string[]
}>

/** As many as can be read without looking for one. */
const OPEN_AT_MOST = 2

/** What is missing, by the unit whose it is, each with what to do and the page where it is done. */
export function GapGroups({ lang, groups, ownUnits, ...where }: GapGroupsProps) {
  const text = workingReportText(lang)
  if (groups.length === 0) return null
  const isOwn = ({ unit }: GapsOfUnit) => unit !== null && ownUnits.includes(unit.id)
  const ordered = groups.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  return (
    <>
      <h3>{text.missing}</h3>
      {groups.some(({ gaps }) => gaps.some(({ units }) => units.length > 1)) && (
        <p className="muted small">{text.shared}</p>
      )}
      {ordered.map(({ unit, gaps }) => (
        <details
          key={unit?.id ?? ''}
          className="fold gap-group"
          open={isOwn({ unit, gaps }) || groups.length <= OPEN_AT_MOST}
        >
          <summary>
            {unit === null ? text.unowned : unitLabel(unit, lang)} · {text.missingCount(gaps.length)}
          </summary>
          <ul className="gaps">
            {gaps.map((gap) => (
              <GapLine key={`${gap.issue}.${gap.measure}.${gap.element}`} lang={lang} gap={gap} {...where} />
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

type GapLineProps = Readonly<{ lang: Language; gap: Gap; fiscalYear: number; mayChange: boolean }>

function GapLine({ lang, gap, fiscalYear, mayChange }: GapLineProps) {
  const text = workingReportText(lang)
  const place = elementPlace(gap)[lang]
  const element = verdictWords(lang).element[gap.element]
  return (
    <li>
      <div className="said">
        <span>
          <strong>{place}</strong> · {gap.reason[lang]}
        </span>
        {gap.remedy !== null && <span className="muted">{gap.remedy[lang]}</span>}
      </div>
      <a
        className="button small"
        href={addressOf.office(lang, placeToMend(gap, fiscalYear, mayChange))}
        aria-label={text.mendAt(place, element)}
      >
        {text.mend}
      </a>
    </li>
  )
}

/** The page of the office where a gap is closed. */
function placeToMend(gap: Gap, fiscalYear: number, mayChange: boolean): string {
  const { issueId, measureId, outcomeId, element } = gap
  if (issueId === null) return `cycles/${fiscalYear}/issues/add`
  if (measureId === null) return `issues/${issueId}`
  if (element === 'outcome')
    return outcomeId === null ? `issues/${issueId}/outcomes/add` : `outcomes/${outcomeId}`
  return element === 'summary' || !mayChange ? `measures/${measureId}` : `measures/${measureId}/edit`
}
