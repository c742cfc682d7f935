import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { listUnits } from '../../people/index.server.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { listFiles } from '../files/file.repo.server.ts'
import { readDeskSettings } from '../settings/desk-settings.repo.server.ts'
import { listEvents } from './event.queries.server.ts'
import { findRating, type Rating } from './rating.repo.server.ts'
import { readFollowUp, readReference } from './reference.domain.ts'
import {
  mayAdd,
  mayRate,
  mayReopen,
  type Ticket,
  type TicketKind,
  type TicketState,
} from './ticket.domain.ts'
import { findTicketRow } from './ticket.queries.server.ts'
import { findTicketId } from './ticket.repo.server.ts'

/** Reference and follow-up number, as somebody types them. */
export type Numbers = Readonly<{ reference: string; secret: string }>

/** What the person reads of what happened. */
export type FollowUpEvent = Readonly<{
  number: number
  kind: 'received' | 'addition' | 'answer' | 'reopened' | 'closed' | 'merged'
  byStaff: boolean
  day: IsoDay
  text: string | null
  /** Whether an answer promises more. */
  isInterim: boolean
  files: readonly Readonly<{ id: string; fileName: string; size: number }>[]
}>

/** A ticket as who came with it sees it. Of one that was merged, state and answers are those of the other one. */
export type FollowUp = Readonly<{
  reference: string
  kind: TicketKind
  state: TicketState
  isMerged: boolean
  receivedOn: IsoDay
  dueOn: IsoDay | null
  answeredOn: IsoDay | null
  /** Null once it was moved. */
  body: string | null
  place: string | null
  serviceSlug: string | null
  topic: string | null
  unitName: Readonly<{ th: string; en: string | null }> | null
  events: readonly FollowUpEvent[]
  mayAdd: boolean
  mayReopen: boolean
  mayRate: boolean
  rating: Rating | null
}>

type Followed = Readonly<{
  own: Ticket
  /** The ticket itself and those into which it went, the last one last. */
  line: readonly Ticket[]
}>

/** The ticket of who holds its numbers; null for everybody else, whether there is one or not. */
export async function findFollowed(
  tx: Tx,
  { agency }: Ctx,
  { numbers }: Pick<DeskTools, 'numbers'>,
  typed: Numbers,
): Promise<Followed | null> {
  const [reference, followUp] = [readReference(typed.reference), readFollowUp(typed.secret)]
  if (reference === null || followUp === null) return null
  const followUpHash = numbers.followUpHash(agency.id, reference, followUp)
  const id = await findTicketId(tx, agency.id, { reference, followUpHash })
  const own = id === null ? null : await findTicketRow(tx, agency.id, id)
  if (!own) return null
  const line = [own]
  for (let at: Ticket | null = own; at?.mergedInto && line.length < MOST_LINE; ) {
    at = await findTicketRow(tx, agency.id, at.mergedInto)
    if (at) line.push(at)
  }
  return { own, line }
}
const MOST_LINE = 20

const OWN = new Set(['received', 'addition', 'answer', 'reopened', 'closed', 'merged'])
/** Of the ticket that theirs was merged into they read what staff said, and nothing of its person. */
const OTHERS = new Set(['answer', 'closed'])

/** What somebody who comes back sees. */
export const findFollowUp = (
  ctx: Ctx,
  tools: Pick<DeskTools, 'numbers'>,
  typed: Numbers,
): Promise<FollowUp | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const followed = await findFollowed(tx, ctx, tools, typed)
    if (!followed) return null
    const agencyId = ctx.agency.id
    const { own, line } = followed
    const last = line.at(-1) ?? own
    const ticketIds = line.map(({ id }) => id)
    const [events, files, units, { settings }, rating] = [
      await listEvents(tx, { agencyId, ticketIds }),
      await listFiles(tx, { agencyId, ticketIds }),
      await listUnits(tx, agencyId),
      await readDeskSettings(tx, agencyId),
      await findRating(tx, { agencyId, ticketId: own.id }),
    ]
    const unit = units.find(({ id }) => id === last.unitId)
    const isMerged = own.state === 'merged'
    return {
      reference: own.reference,
      kind: own.kind,
      state: last.state,
      isMerged,
      receivedOn: own.receivedOn,
      dueOn: last.dueOn,
      answeredOn: last.answeredOn,
      body: own.body,
      place: own.place,
      serviceSlug: own.serviceSlug,
      topic: own.topic,
      unitName: unit ? { th: unit.nameTh, en: unit.nameEn } : null,
      events: events
        .filter(({ kind, ticketId }) => (ticketId === own.id ? OWN : OTHERS).has(kind))
        .map(({ number, kind, byKind, text, detail, at, ticketId }) => ({
          number,
          kind: kind as FollowUpEvent['kind'],
          byStaff: byKind !== 'person',
          day: thaiDay(at),
          // Why staff opened it again is for staff.
          text: kind === 'reopened' && byKind !== 'person' ? null : text,
          isInterim: detail.final === 'interim',
          files: files
            .filter((file) => file.ticketId === ticketId && file.eventNumber === number)
            .map(({ id, fileName, size }) => ({ id, fileName, size })),
        })),
      mayAdd: mayAdd(own),
      mayReopen: !isMerged && mayReopen(own, { today: thaiDay(ctx.now()), days: settings.reopenDays }),
      mayRate: mayRate(last, rating !== null),
      rating,
    }
  })
