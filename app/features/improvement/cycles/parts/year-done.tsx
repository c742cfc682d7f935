import type { Language } from '../../../../i18n/language.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { OwnerUnit } from '../../cycle.domain.ts'
import { cyclesPageText } from '../text/index.ts'

type Done = Readonly<{
  what: string
  year: number
  /** Whether a known framework asks for that year. */
  isOfYear: boolean
  issues: number
  measures: number
  unmatched: readonly Readonly<{ unit: OwnerUnit; measures: number }>[]
}>

/** What was just done to a year, and what is to be done next because of it. */
export function YearDone({ lang, done }: { lang: Language; done: Done }) {
  const text = cyclesPageText(lang)
  const { what, year, unmatched } = done
  if (what === 'copied') return <Notice kind="done">{text.copied(done.issues, done.measures, year)}</Notice>
  if (what === 'opened')
    return (
      <>
        <Notice kind="done">
          <p>{text.opened(year)}</p>
          <p>{text.openedNext}</p>
          <p className="actions">
            <a className="button small" href={addressOf.office(lang, `cycles/${year}/issues/add`)}>
              <Icon name="add" />
              {text.addIssue}
            </a>
            <a className="button small" href={addressOf.office(lang, `cycles/copy?to=${year}`)}>
              <Icon name="copy" />
              {text.copyHere}
            </a>
          </p>
        </Notice>
        {!done.isOfYear && <Notice kind="warning">{text.notOfYear(year)}</Notice>}
      </>
    )
  if (what !== 'taken-up') return null
  return (
    <>
      <Notice kind="done">
        <p>{text.takenUp(year)}</p>
        <p>{text.takenUpState}</p>
      </Notice>
      {unmatched.length > 0 && (
        <Notice kind="warning">
          <p>
            <strong>{text.unmatchedTitle}</strong>
          </p>
          <ul>
            {unmatched.map(({ unit, measures }) => (
              <li key={`${unit.code} ${unit.name}`}>
                {unit.code === null ? unit.name : `${unit.name} (${unit.code})`} ·{' '}
                {text.unmatchedMeasures(measures)}
              </li>
            ))}
          </ul>
          <p>{text.unmatchedBody}</p>
          <p className="actions">
            <a className="button small" href={addressOf.office(lang, 'units')}>
              <Icon name="units" />
              {text.toUnits}
            </a>
          </p>
        </Notice>
      )}
    </>
  )
}
