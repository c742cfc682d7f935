import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { addressOf } from '../../../../web/addresses.ts'
import type { PlannedMeeting } from '../../meetings/planned-meetings.queries.server.ts'
import { approvalsTerms } from '../../text/index.ts'
import { decidingMeetings } from '../deciding-meetings.domain.ts'
import { thingsText } from '../text/index.ts'
import { stateOf, type Thing } from '../thing.domain.ts'

type NextProps = Readonly<{
  lang: Language
  thing: Thing
  /** Before which it may be put; none where the actor may not. */
  meetings: readonly PlannedMeeting[]
  mayPlace: boolean
  /** Where it is worked on, behind `/office/`; null where it is gone. */
  part: string | null
}>

/** What is to be done next with a thing, and the ways there. */
export function NextStep({ lang, thing, meetings, mayPlace, part }: NextProps) {
  const text = thingsText(lang)
  const terms = approvalsTerms(lang)
  const { kind, key, waiting } = thing
  const state = stateOf(thing)
  const asked = `kind=${kind}&key=${encodeURIComponent(key)}`
  const open = decidingMeetings(meetings, thing)
  const needsMeeting = ['not-placed', 'changed', 'under-way', 'withdrawn'].includes(state)
  return (
    <>
      {waiting.map(({ agendaItemId, form, bodyName, meetingNumber, heldOn, isPresent }) => (
        <p key={agendaItemId}>
          <a href={addressOf.office(lang, `agenda/${agendaItemId}`)}>
            {isPresent
              ? text.onAgenda(terms.cited(form, bodyName, meetingNumber), formatDay(heldOn, lang))
              : text.olderOnAgenda(terms.cited(form, bodyName, meetingNumber))}
          </a>
        </p>
      ))}
      <p className="actions">
        {state === 'changed' && (
          <a href={addressOf.office(lang, `approvals/${kind}/${key}/difference`)}>{text.difference}</a>
        )}
        {state === 'complete' && part !== null && (
          <a className="button primary" href={addressOf.office(lang, part)}>
            {text.publish}
          </a>
        )}
        {state === 'no-chain' && <a href={addressOf.office(lang, 'approval-chains')}>{text.toChains}</a>}
        {needsMeeting &&
          mayPlace &&
          open.map((meeting) => (
            <a key={meeting.id} href={addressOf.office(lang, `meetings/${meeting.id}/items/add?${asked}`)}>
              {text.placeAt(terms.cited(meeting.form, meeting.bodyName, meeting.number))}
            </a>
          ))}
        {needsMeeting && mayPlace && open.length === 0 && (
          <a href={addressOf.office(lang, 'meetings/add')}>{text.planMeeting}</a>
        )}
      </p>
    </>
  )
}
