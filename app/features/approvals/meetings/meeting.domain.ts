import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { type MeetingForm, type MeetingState, meetingNumber } from '../matter.domain.ts'

/** What somebody states about a meeting; lines of text without white space at their ends. */
export type MeetingFacts = Readonly<{
  bodyId: string
  form: MeetingForm
  /** Text, counted by calendar year: "9/2567". */
  number: string
  /** Of a circular, the day of its result. */
  heldOn: IsoDay
  /** "09:30". */
  startsAt: string | null
  endsAt: string | null
  place: string | null
  chair: string | null
  chairPosition: string | null
  secretary: string | null
  attendees: readonly Attendee[]
}>

/** มาประชุม, ไม่มาประชุม, เข้าร่วมประชุม (no member), in the order in which a paper lists them. */
export const PRESENCES = ['present', 'absent', 'attending'] as const
export type Presence = (typeof PRESENCES)[number]
export type Attendee = Readonly<{ name: string; title: string | null; presence: Presence }>

export type Meeting = Readonly<{
  id: string
  facts: MeetingFacts
  bodyName: string
  state: MeetingState
  version: number
  enteredAt: Date
  enteredBy: string
  /** 'report-text': only that a report speaks of it is known. */
  origin: 'entered' | 'report-text'
}>

export type AgendaItem = Readonly<{
  id: string
  meetingId: string
  position: number
  /** As printed: "4.1". */
  number: string | null
  title: string
  details: string | null
  matterId: string | null
  version: number
  hasResolution: boolean
}>

const LONGEST_NUMBER = 40
/** Of a line of text: a name, a place. */
export const LONGEST_LINE = 300
const LONGEST_TITLE = 500
const LONGEST_DETAILS = 5000
const LONGEST_ITEM_NUMBER = 20
const MOST_ATTENDEES = 300
const TIME = /^(\d{1,2})[.:](\d{2})$/

export type MeetingFault =
  | 'meeting.no-number'
  | 'meeting.long-number'
  | 'meeting.bad-time'
  | 'meeting.ends-before-start'
  | 'meeting.long-text'
  | 'meeting.too-many-attendees'
  | 'meeting.bad-attendee'

const line = (text: string | null): string | null => {
  const tidy = cleanLine(text ?? '')
  return tidy === '' ? null : tidy
}

/** A time as people type it ("9.30", "๐๙:๓๐ น."), as "09:30"; null for none. Undefined where it is no time of a day. */
export function typedTime(text: string | null): string | null | undefined {
  const typed = toArabicDigits(text ?? '')
    // "น.", for นาฬิกา.
    .replace(/\u0e19\.?\s*$/u, '')
    .trim()
  if (typed === '') return null
  const [, hours = '', minutes = ''] = TIME.exec(typed) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}

/** The facts as they are kept. A circular has no time, place or attendance. */
export function judgeFacts(given: MeetingFacts): Result<MeetingFacts, Readonly<{ code: MeetingFault }>> {
  const number = meetingNumber(given.number)
  if (number === '') return err({ code: 'meeting.no-number' })
  if (number.length > LONGEST_NUMBER) return err({ code: 'meeting.long-number' })
  const isMeeting = given.form === 'meeting'
  const startsAt = isMeeting ? typedTime(given.startsAt) : null
  const endsAt = isMeeting ? typedTime(given.endsAt) : null
  if (startsAt === undefined || endsAt === undefined) return err({ code: 'meeting.bad-time' })
  if (startsAt !== null && endsAt !== null && endsAt < startsAt)
    return err({ code: 'meeting.ends-before-start' })
  const attendees = isMeeting ? given.attendees : []
  if (attendees.length > MOST_ATTENDEES) return err({ code: 'meeting.too-many-attendees' })
  const people = attendees.map(({ name, title, presence }) => ({
    name: line(name),
    title: line(title),
    presence,
  }))
  if (people.some(({ name }) => name === null)) return err({ code: 'meeting.bad-attendee' })
  const facts: MeetingFacts = {
    bodyId: given.bodyId,
    form: given.form,
    number,
    heldOn: given.heldOn,
    startsAt,
    endsAt,
    place: isMeeting ? line(given.place) : null,
    chair: line(given.chair),
    chairPosition: line(given.chairPosition),
    secretary: line(given.secretary),
    attendees: PRESENCES.flatMap((presence) =>
      people.filter((one) => one.presence === presence).map((one) => ({ ...one, name: one.name ?? '' })),
    ),
  }
  const lines = [facts.place, facts.chair, facts.chairPosition, facts.secretary]
  const isLong = [...lines, ...people.flatMap(({ name, title }) => [name, title])].some(
    (text) => (text?.length ?? 0) > LONGEST_LINE,
  )
  return isLong ? err({ code: 'meeting.long-text' }) : ok(facts)
}

/** The calendar year of a day, B.E.: meeting numbers are counted by it. */
export const calendarYear = (day: IsoDay): number => Number(day.slice(0, 4)) + 543

export type ItemFacts = Readonly<{ number: string | null; title: string; details: string | null }>

/** What is said of an agenda item as it is kept. */
export function judgeItem(
  given: ItemFacts,
): Result<ItemFacts, Readonly<{ code: 'agenda-item.no-title' | 'agenda-item.long-text' }>> {
  const number = line(given.number && toArabicDigits(given.number))
  const title = line(given.title)
  const details = cleanText(given.details ?? '').trim()
  if (title === null) return err({ code: 'agenda-item.no-title' })
  if (
    title.length > LONGEST_TITLE ||
    details.length > LONGEST_DETAILS ||
    (number?.length ?? 0) > LONGEST_ITEM_NUMBER
  )
    return err({ code: 'agenda-item.long-text' })
  return ok({ number, title, details: details === '' ? null : details })
}

/** What the page of a meeting did; also the key of its sentence. */
export type DoneToMeeting =
  | 'held'
  | 'cancelled'
  | 'item-changed'
  | 'item-removed'
  | 'item-moved'
  | 'attached'
  | 'detached'
