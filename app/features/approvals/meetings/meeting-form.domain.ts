import { err, ok, type Result } from '../../../kernel/result.ts'
import { dayAsTyped, typedDay } from '../../../kernel/typed-day.ts'
import type { ApprovalsErrorCode } from '../approvals.errors.ts'
import { meetingNumber } from '../matter.domain.ts'
import {
  type Attendee,
  LONGEST_LINE,
  type MeetingFacts,
  PRESENCES,
  type Presence,
  typedTime,
} from './meeting.domain.ts'

/** Codes by input; of a list of people, which of its lines cannot be read. */
export type MeetingFormFaults = Readonly<{
  faults: Readonly<Record<string, ApprovalsErrorCode>>
  badLines: Readonly<Partial<Record<Presence, readonly number[]>>>
}>

type Values = Readonly<Record<string, string>>

/** The facts that the form of a meeting states, or what in it cannot be read. Lists are lines "name | position". */
export function readMeetingForm(values: Values): Result<MeetingFacts, MeetingFormFaults> {
  const faults: Record<string, ApprovalsErrorCode> = {}
  const heldOn = typedDay(values.heldOn ?? '')
  // In the order of the form, in which they are listed to who typed.
  if (!values.bodyId) faults.bodyId = 'meeting.no-body'
  if (meetingNumber(values.number ?? '') === '') faults.number = 'meeting.no-number'
  if (heldOn === null) faults.heldOn = 'meeting.bad-day'
  const form = values.form === 'circular' ? 'circular' : 'meeting'
  // Of a circular neither is asked, and what stood there before it was chosen does not matter.
  if (form === 'meeting')
    for (const name of ['startsAt', 'endsAt'])
      if (typedTime(values[name] ?? '') === undefined) faults[name] = 'meeting.bad-time'
  for (const name of ['place', 'chair', 'chairPosition', 'secretary'])
    if ((values[name] ?? '').trim().length > LONGEST_LINE) faults[name] = 'meeting.long-text'
  const lists = PRESENCES.map((presence) => ({
    presence,
    ...readPeople(form === 'meeting' ? (values[presence] ?? '') : '', presence),
  }))
  const badLines = Object.fromEntries(
    lists.filter(({ bad }) => bad.length > 0).map(({ presence, bad }) => [presence, bad]),
  )
  for (const presence of Object.keys(badLines)) faults[presence] = 'meeting.bad-attendee'
  if (heldOn === null || Object.keys(faults).length > 0) return err({ faults, badLines })
  const line = (name: string) => values[name]?.trim() || null
  return ok({
    bodyId: values.bodyId ?? '',
    form,
    number: values.number ?? '',
    heldOn,
    startsAt: line('startsAt'),
    endsAt: line('endsAt'),
    place: line('place'),
    chair: line('chair'),
    chairPosition: line('chairPosition'),
    secretary: line('secretary'),
    attendees: lists.flatMap(({ people }) => people),
  })
}

/** A name and a position apart by a bar, or by a tab where they come from a sheet. Lines are counted from 1, empty ones too. */
function readPeople(text: string, presence: Presence) {
  const people: Attendee[] = []
  const bad: number[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') continue
    const [name = '', title = '', ...more] = line.split(/[|\t]/u).map((part) => part.trim())
    const isLong = name.length > LONGEST_LINE || title.length > LONGEST_LINE
    if (name === '' || more.length > 0 || isLong) bad.push(index + 1)
    else people.push({ name, title: title || null, presence })
  }
  return { people, bad }
}

/** The form as it shows a meeting that is there. */
export const meetingFormValues = (facts: MeetingFacts): Values => ({
  bodyId: facts.bodyId,
  form: facts.form,
  number: facts.number,
  heldOn: dayAsTyped(facts.heldOn),
  startsAt: facts.startsAt ?? '',
  endsAt: facts.endsAt ?? '',
  place: facts.place ?? '',
  chair: facts.chair ?? '',
  chairPosition: facts.chairPosition ?? '',
  secretary: facts.secretary ?? '',
  ...Object.fromEntries(PRESENCES.map((presence) => [presence, linesOf(facts.attendees, presence)])),
})

/** People of a list as the lines of the form. */
export const linesOf = (attendees: readonly Attendee[], presence: Presence): string =>
  attendees
    .filter((one) => one.presence === presence)
    .map(({ name, title }) => (title === null ? name : `${name} | ${title}`))
    .join('\n')

/** The facts that a page showed, which it carries along as JSON of its form; null where they cannot be read. */
export function readSeenForm(text: string): MeetingFacts | null {
  try {
    const seen: unknown = JSON.parse(text)
    if (typeof seen !== 'object' || seen === null) return null
    const values = Object.entries(seen).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    const read = readMeetingForm(Object.fromEntries(values))
    return read.ok ? read.value : null
  } catch {
    return null
  }
}

const INPUTS: Readonly<Partial<Record<ApprovalsErrorCode, string>>> = {
  'body.unknown': 'bodyId',
  'meeting.no-number': 'number',
  'meeting.long-number': 'number',
  'meeting.number-taken': 'number',
  'meeting.bad-day': 'heldOn',
  'meeting.in-future': 'heldOn',
  'meeting.ends-before-start': 'endsAt',
  'meeting.too-many-attendees': 'present',
}

/** The input that a refusal is about; '' for the form as a whole. */
export const meetingInputOf = (code: ApprovalsErrorCode): string => INPUTS[code] ?? ''
