import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PlannedMeeting } from '../../approvals/index.server.ts'
import { approvalsTerms, type MatterKind } from '../../approvals/index.ts'
import { workingReportText } from '../text/working-report.ts'

type PutBeforeMeetingProps = Readonly<{
  lang: Language
  matter: Readonly<{ kind: MatterKind; key: string }>
  meetings: readonly PlannedMeeting[]
}>

/** Meetings that are to come, each with the way to put a thing on its agenda; without one, the way to plan one. */
export function PutBeforeMeeting({ lang, matter, meetings }: PutBeforeMeetingProps) {
  const text = workingReportText(lang)
  const asked = `kind=${matter.kind}&key=${encodeURIComponent(matter.key)}`
  return (
    <div className="stack">
      {meetings.length > 0 && (
        <>
          <p>{text.toMeeting}</p>
          <ul>
            {meetings.map(({ id, form, bodyName, number, heldOn }) => (
              <li key={id}>
                <a href={addressOf.office(lang, `meetings/${id}/items/add?${asked}`)}>
                  {approvalsTerms(lang).cited(form, bodyName, number)}
                </a>{' '}
                · {formatDay(heldOn, lang)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="actions">
        <a className="button" href={addressOf.office(lang, 'meetings/add')}>
          <Icon name="add" />
          {meetings.length === 0 ? text.planMeeting : text.otherMeeting}
        </a>
      </p>
    </div>
  )
}
