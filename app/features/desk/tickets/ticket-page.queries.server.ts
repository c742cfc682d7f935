import { type SqlBool, sql } from 'kysely'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { foldSearch } from '../../../kernel/search-fold.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { workingDaysBetween } from '../../../kernel/working-days.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { holidaysWithin, listUnits } from '../../people/index.server.ts'
import { isDueSoon, isOverdue, soonUntil } from '../deadlines/due.domain.ts'
import type { DeskError } from '../desk.errors.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { listFiles } from '../files/file.repo.server.ts'
import { readDeskSettings } from '../settings/desk-settings.repo.server.ts'
import { guardOf } from './changing-ticket.server.ts'
import { listEvents, type TicketEvent } from './event.queries.server.ts'
import { sightOf } from './inbox.queries.server.ts'
import { findRating, type Rating } from './rating.repo.server.ts'
import {
  headOf,
  mayAct,
  TICKET_ACTS,
  type Ticket,
  type TicketAct,
  type TicketState,
} from './ticket.domain.ts'
import { findOfficerName, findTicketRow } from './ticket.queries.server.ts'

type Named = Readonly<{ id: string; name: Readonly<{ th: string; en: string | null }> }>
type PageFile = Readonly<{
  id: string
  fileName: string
  size: number
  scan: 'not-scanned' | 'clean' | 'infected'
}>
type Other = Readonly<{ id: string; reference: string; head: string; state: TicketState }>

/** A ticket as staff see it. */
export type TicketPage = Readonly<{
  ticket: Ticket
  head: string
  unit: Named | null
  aboutUnit: Named | null
  officer: Readonly<{ id: string; name: string }> | null
  isOverdue: boolean
  isDueSoon: boolean
  /** Working days until it is due; null where nothing is promised, or it waits no more. 0 on the day and after. */
  workingDaysLeft: number | null
  events: readonly (TicketEvent & Readonly<{ files: readonly PageFile[] }>)[]
  mergedFrom: readonly Other[]
  mergedInto: Readonly<{ id: string; reference: string }> | null
  rating: Rating | null
  /** Others that share much of its words, or its telephone or address: perhaps the same matter. */
  similar: readonly Other[]
  /** What who looks may do with it now. */
  acts: Readonly<Record<TicketAct, boolean>>
  /** The page of the site that was made of it. */
  question: Readonly<{ pageId: string }> | null
}>

/** The page of a ticket; a ticket of another unit is refused. */
export async function findTicket(ctx: Ctx, id: string): Promise<Result<TicketPage, DeskError>> {
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const ticket = await findTicketRow(tx, agencyId, id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    const unitIds = ticket.unitId === null ? [] : [ticket.unitId]
    const refusal = refusalOf(DESK_POLICY, 'ticket.read', ctx.actor, { unitIds })
    if (refusal) return err(refusal)
    const today = thaiDay(ctx.now())
    const { settings } = await readDeskSettings(tx, agencyId)
    const holidays = await holidaysWithin(tx, agencyId)
    const units = await listUnits(tx, agencyId)
    const events = await listEvents(tx, { agencyId, ticketIds: [ticket.id] })
    const files = await listFiles(tx, { agencyId, ticketIds: [ticket.id] })
    const unitOf = (unitId: string | null): Named | null => {
      const unit = units.find((one) => one.id === unitId)
      return unit ? { id: unit.id, name: { th: unit.nameTh, en: unit.nameEn } } : null
    }
    const into = ticket.mergedInto === null ? null : await findTicketRow(tx, agencyId, ticket.mergedInto)
    const question = events.findLast(({ kind }) => kind === 'question')
    const isWaitingDue = mayAct('close', ticket) && ticket.state !== 'answered' && ticket.dueOn !== null
    return ok({
      ticket,
      head: headOf(ticket.body ?? ''),
      unit: unitOf(ticket.unitId),
      aboutUnit: unitOf(ticket.aboutUnitId),
      officer:
        ticket.officerId === null
          ? null
          : { id: ticket.officerId, name: (await findOfficerName(tx, agencyId, ticket.officerId)) ?? '' },
      isOverdue: isOverdue(ticket, today),
      isDueSoon: isDueSoon(ticket, today, soonUntil(today, { settings, holidays })),
      workingDaysLeft: isWaitingDue ? workingDaysBetween(today, ticket.dueOn ?? today, holidays) : null,
      events: events.map((event) => ({
        ...event,
        files: files
          .filter(({ eventNumber }) => eventNumber === event.number)
          .map(({ id: fileId, fileName, size, scan }) => ({ id: fileId, fileName, size, scan })),
      })),
      mergedFrom: await listMergedFrom(tx, ctx, ticket.id),
      mergedInto: into && { id: into.id, reference: into.reference },
      rating: await findRating(tx, { agencyId, ticketId: ticket.id }),
      similar: await listSimilar(tx, ctx, ticket),
      acts: Object.fromEntries(
        TICKET_ACTS.map((act) => [
          act,
          mayAct(act, ticket) && refusalOf(DESK_POLICY, guardOf(act), ctx.actor, { unitIds }) === null,
        ]),
      ) as Record<TicketAct, boolean>,
      question: typeof question?.detail.pageId === 'string' ? { pageId: question.detail.pageId } : null,
    })
  })
}

/** Of other tickets only those that may be read are shown: their words are other people's. */
const sightIn = (ctx: Ctx): readonly string[] | null => {
  const sight = sightOf(ctx)
  return sight.ok ? sight.value : []
}
const isSeen = (units: readonly string[] | null) =>
  units === null ? sql<SqlBool>`true` : sql<SqlBool>`unit_id = any (${units}::uuid[])`

const OTHER = ['id', 'reference', 'state', 'body'] as const
const otherOf = (
  row: Readonly<{ id: string; reference: string; state: string; body: string | null }>,
): Other => ({
  id: row.id,
  reference: row.reference,
  state: row.state as TicketState,
  head: headOf(row.body ?? ''),
})

async function listMergedFrom(tx: Tx, ctx: Ctx, id: string): Promise<readonly Other[]> {
  const rows = await tx
    .selectFrom('desk_ticket')
    .select(OTHER)
    .where('agency_id', '=', ctx.agency.id)
    .where('merged_into', '=', id)
    .where(isSeen(sightIn(ctx)))
    .orderBy('received_at')
    .execute()
  return rows.map(otherOf)
}

const MOST_SIMILAR = 5
/** Days within which the same matter comes from several people. */
const SIMILAR_DAYS = 60
const SIMILAR_SHARE = 0.35

/** Asks the index for what shares pieces of its words; how many of the smaller one's pieces are shared decides. */
async function listSimilar(tx: Tx, ctx: Ctx, ticket: Ticket): Promise<readonly Other[]> {
  const { id, body, email, telephone, receivedOn } = ticket
  if (body === null) return []
  const folded = foldSearch(body)
  const rows = await tx
    .with('own', (cte) => cte.selectNoFrom(sql<string[]>`search_pieces(${folded}::text)`.as('pieces')))
    .with('near', (cte) =>
      cte
        .selectFrom('desk_ticket as other')
        .select([
          'other.id',
          'other.reference',
          'other.state',
          'other.body',
          'other.email',
          'other.telephone',
        ])
        .select(
          sql<number>`(select count(*) from unnest(other.pieces) as piece where piece = any (own.pieces))::float
            / greatest(1, least(cardinality(other.pieces), cardinality(own.pieces)))`.as('share'),
        )
        .innerJoin('own', (join) => join.onTrue())
        .where('other.agency_id', '=', ctx.agency.id)
        .where(isSeen(sightIn(ctx)))
        .where('other.id', '<>', id)
        .where('other.state', 'not in', ['junk', 'moved', 'merged'])
        .where(sql<SqlBool>`abs(other.received_on - ${receivedOn}::date) <= ${SIMILAR_DAYS}`)
        .where(sql<SqlBool>`other.pieces && own.pieces`)
        .orderBy('other.received_at', 'desc')
        .limit(300),
    )
    .selectFrom('near')
    .select(OTHER)
    .where(({ or, eb }) =>
      or([
        eb('share', '>=', SIMILAR_SHARE),
        ...(email === null ? [] : [eb('email', '=', email)]),
        ...(telephone === null ? [] : [eb('telephone', '=', telephone)]),
      ]),
    )
    .orderBy('share', 'desc')
    .limit(MOST_SIMILAR)
    .execute()
  return rows.map(otherOf)
}
