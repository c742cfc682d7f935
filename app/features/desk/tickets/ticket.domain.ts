import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'

/** What somebody comes with: ชมเชย ข้อเสนอแนะ สอบถาม ร้องเรียน. The names are contracts: they stand in the database. */
export const TICKET_KINDS = ['praise', 'suggestion', 'question', 'complaint'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** How a ticket stands. `merged` went into another one, `moved` into the protected channel. */
export const TICKET_STATES = [
  'new',
  'assigned',
  'in-progress',
  'reopened',
  'answered',
  'closed',
  'merged',
  'junk',
  'moved',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const PRIORITIES = ['high', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]

/** By which way it came in: the form, the form opened at a counter, staff who wrote down a call, a program (Open311). */
export type TicketChannel = 'web' | 'counter' | 'staff' | 'open311'

/** What happened to a ticket, in order. Persons read `received`, `addition`, `answer`, `reopened` and `closed`. */
export type EventKind =
  | 'received'
  | 'addition'
  | 'answer'
  | 'note'
  | 'assigned'
  | 'changed'
  | 'merged'
  | 'took-in'
  | 'reopened'
  | 'closed'
  | 'junk'
  | 'restored'
  | 'rated'
  | 'released'
  | 'question'
  | 'moved'
  | 'overdue'
  | 'erased'

export type Place = Readonly<{ latitude: number; longitude: number }>

/** What a person said when it came in. */
export type TicketWords = Readonly<{
  kind: TicketKind
  /** A service page of the site, by its slug. */
  serviceSlug: string | null
  /** A topic of the settings, by its key. */
  topic: string | null
  aboutUnitId: string | null
  body: string
  name: string | null
  /** An address to which answers go, too. */
  email: string | null
  telephone: string | null
  /** Where it is, in words. */
  place: string | null
  point: Place | null
}>

/** A ticket as it is kept. Days are days in Thailand. */
export type Ticket = Readonly<
  Omit<TicketWords, 'body'> & {
    id: string
    reference: string
    channel: TicketChannel
    lang: Language
    state: TicketState
    priority: Priority
    /** Who works on it. */
    unitId: string | null
    officerId: string | null
    /** Null once it was moved to the protected channel. */
    body: string | null
    releasedText: string | null
    receivedAt: Date
    receivedOn: IsoDay
    /** Null where nothing is promised for its kind. */
    dueOn: IsoDay | null
    /** The first answer. */
    answeredOn: IsoDay | null
    /** Whether it came by the day that was due then; null where there is none, or nothing was promised. */
    inTime: boolean | null
    closedOn: IsoDay | null
    mergedInto: string | null
    escalatedStep: number
    movingAt: Date | null
    erasedAt: Date | null
    version: number
  }
>

/** What is written anew of a ticket. */
export type TicketChange = Partial<
  Pick<
    Ticket,
    | 'kind'
    | 'state'
    | 'priority'
    | 'topic'
    | 'unitId'
    | 'officerId'
    | 'dueOn'
    | 'answeredOn'
    | 'inTime'
    | 'closedOn'
    | 'mergedInto'
    | 'releasedText'
    | 'escalatedStep'
    | 'movingAt'
  >
>

const WAITING: readonly TicketState[] = ['new', 'assigned', 'in-progress', 'reopened']
/** Those that wait for the agency. */
export const OPEN_STATES = WAITING
export const isWaiting = (state: TicketState): boolean => WAITING.includes(state)

/** What staff can do with a ticket; each from certain states alone. */
export const TICKET_ACTS = [
  'assign',
  'change',
  'start',
  'answer',
  'note',
  'merge',
  'close',
  'reopen',
  'junk',
  'restore',
  'release',
  'move',
  'question',
] as const
export type TicketAct = (typeof TICKET_ACTS)[number]

const FROM: Readonly<Record<TicketAct, readonly TicketState[]>> = {
  assign: WAITING,
  change: [...WAITING, 'answered', 'closed'],
  start: ['new', 'assigned', 'reopened'],
  answer: [...WAITING, 'answered'],
  note: [...WAITING, 'answered', 'closed', 'merged', 'junk'],
  merge: [...WAITING, 'answered'],
  close: [...WAITING, 'answered'],
  reopen: ['answered', 'closed', 'merged'],
  junk: WAITING,
  restore: ['junk'],
  release: [...WAITING, 'answered', 'closed'],
  move: [...WAITING, 'answered', 'closed', 'junk'],
  question: ['answered', 'closed'],
}

/** Whether an act can be done with a ticket as it stands. While its text is on its way elsewhere, none but that way can. */
export const mayAct = (act: TicketAct, { state, movingAt }: Pick<Ticket, 'state' | 'movingAt'>): boolean =>
  FROM[act].includes(state) && (movingAt === null || act === 'move')

/** Whether the person may add to a ticket, by how it stands. */
export const mayAdd = ({ state, movingAt }: Pick<Ticket, 'state' | 'movingAt'>): boolean =>
  movingAt === null && state !== 'junk' && state !== 'moved'

/** Whether the person may say that it is not over: after an answer, for so many days from it. */
export function mayReopen(
  { state, answeredOn, closedOn }: Pick<Ticket, 'state' | 'answeredOn' | 'closedOn'>,
  { today, days }: Readonly<{ today: IsoDay; days: number }>,
): boolean {
  const ended = closedOn ?? answeredOn
  if ((state !== 'answered' && state !== 'closed') || ended === null) return false
  return (Date.parse(today) - Date.parse(ended)) / DAY_MS <= days
}
const DAY_MS = 86_400_000

/** Whether the person may say what they thought of it. */
export const mayRate = ({ state }: Pick<Ticket, 'state'>, isRated: boolean): boolean =>
  state === 'closed' && !isRated

/** What an answer makes of a ticket. An interim one promises more. */
export const stateAfterAnswer = (final: 'interim' | 'answer' | 'last'): TicketState =>
  ({ interim: 'in-progress', answer: 'answered', last: 'closed' })[final] as TicketState

/** What the first answer says of a ticket. */
export const firstAnswer = ({ dueOn }: Pick<Ticket, 'dueOn'>, today: IsoDay): TicketChange => ({
  answeredOn: today,
  inTime: dueOn === null ? null : today <= dueOn,
})

/** The first words of a ticket, for lists. */
export const headOf = (body: string, length = 90): string => {
  const line = body.replace(/\s+/gu, ' ').trim()
  const letters = [...segmenter.segment(line)]
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length)
        .map(({ segment }) => segment)
        .join('')
        .trimEnd()}…`
}
const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' })
