import type { Language } from '../../../../i18n/language.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { cyclesPageText } from '../text/index.ts'
import type { YearDone } from '../year-done.server.ts'

/** What was just done to a year, and what is to be done next because of it. */
export function YearDoneNotice({ lang, done }: { lang: Language; done: YearDone }) {
  const text = cyclesPageText(lang)
  const { year } = done
  if (done.what === 'copied')
    return (
      <Notice kind="done">
        <p>{text.copied(done.issues, done.measures, year)}</p>
        <p>{text.copiedNext}</p>
      </Notice>
    )
  if (done.what === 'opened')
    return (
      <>
        <Notice kind="done">
          <p>{text.opened(year)}</p>
          <p>{text.openedNext}</p>
        </Notice>
        {!done.isOfYear && <Notice kind="warning">{text.notOfYear(year)}</Notice>}
      </>
    )
  const { unmatched } = done
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
