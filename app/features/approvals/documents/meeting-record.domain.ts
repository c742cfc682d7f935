import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Decision, MeetingForm, MeetingState } from '../matter.domain.ts'

/** All that the program knows of one meeting and that its papers say. */
export type MeetingRecord = Readonly<{
  agencyName: string
  body: string
  form: MeetingForm
  state: MeetingState
  number: string
  heldOn: IsoDay
  /** "09:30". */
  startsAt: string | null
  endsAt: string | null
  place: string | null
  chair: string | null
  chairPosition: string | null
  secretary: string | null
  attendees: readonly Attendee[]
  /** In the order of the agenda, without what was removed. */
  items: readonly AgendaRecord[]
}>

export type Presence = 'present' | 'absent' | 'attending'
export type Attendee = Readonly<{ name: string; title: string | null; presence: Presence }>

export type AgendaRecord = Readonly<{
  id: string
  /** As printed: "4.1". */
  number: string | null
  title: string
  details: string | null
  matter: Readonly<{ id: string; kind: string; title: string; contentHash: string; madeAt: Date }> | null
  /** The one that stands; null while there is none. */
  resolution: ResolutionRecord | null
}>

export type ResolutionRecord = Readonly<{
  decision: Decision
  wording: string
  recordedAt: Date
  origin: 'entered' | 'report-text'
  /** Conditions and deadlines, in their order. */
  tasks: readonly ResolutionTask[]
}>
export type ResolutionTask = Readonly<{ text: string; dueOn: IsoDay | null; owner: string | null }>
