import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { ClashChoice, type ClashField } from '../../../../ui/clash-choice.tsx'
import type { Choice } from '../../../../ui/form.tsx'
import type { TypedFields } from '../../../../web/visit.ts'
import type { MeetingForm } from '../../matter.domain.ts'
import { approvalsTerms } from '../../text/index.ts'
import { type Attendee, PRESENCES } from '../meeting.domain.ts'
import type { MeetingClash as Clash } from '../meeting-change.domain.ts'
import { linesOf } from '../meeting-form.domain.ts'
import { meetingFormText } from '../text/index.ts'

type MeetingClashProps = Readonly<{
  lang: Language
  clash: Clash
  bodies: readonly Choice[]
  /** The whole form as it was sent. */
  typed: TypedFields
}>

/** What two people wrote of one meeting, fact by fact, to choose between. */
export function MeetingClash({ lang, clash, bodies, typed }: MeetingClashProps) {
  const fields: readonly ClashField[] = clash.clashes.map(({ field, seen, theirs, mine }) => {
    const show = (value: unknown) => shown(lang, bodies, field, value)
    return {
      name: field,
      label: labelOf(lang, field),
      seen: show(seen),
      theirs: show(theirs),
      mine: show(mine),
    }
  })
  return <ClashChoice lang={lang} clash={{ ...clash, last: null }} fields={fields} typed={typed} />
}

function labelOf(lang: Language, field: string): string {
  const text = meetingFormText(lang)
  const labels: Readonly<Record<string, string>> = {
    bodyId: text.body,
    form: text.form,
    number: text.number,
    heldOn: text.day,
    startsAt: text.startsAt,
    endsAt: text.endsAt,
    place: text.place,
    chair: text.chair,
    chairPosition: text.chairPosition,
    secretary: text.secretary,
    attendees: text.attendance,
  }
  return labels[field] ?? field
}

function shown(lang: Language, bodies: readonly Choice[], field: string, value: unknown): ReactNode {
  if (value === null || value === '') return null
  switch (field) {
    case 'bodyId':
      return bodies.find((body) => body.value === value)?.label ?? null
    case 'form':
      return approvalsTerms(lang).forms[value as MeetingForm]
    case 'heldOn':
      return formatDay(String(value), lang)
    case 'attendees':
      return <People lang={lang} attendees={value as readonly Attendee[]} />
    default:
      return String(value)
  }
}

function People({ lang, attendees }: Readonly<{ lang: Language; attendees: readonly Attendee[] }>) {
  const text = meetingFormText(lang)
  return PRESENCES.map((presence) => {
    const lines = linesOf(attendees, presence)
    if (lines === '') return null
    return (
      <div key={presence}>
        <p className="small muted">{text.lists[presence]}</p>
        <p className="words">{lines}</p>
      </div>
    )
  })
}
