import { type SqlBool, sql } from 'kysely'
import { ownUnits } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { foldSearch, searchedWords } from '../../../kernel/search-fold.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { holidaysWithin, listUnits } from '../../people/index.server.ts'
import { isDueSoon, isOverdue, soonUntil } from '../deadlines/due.domain.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { readDeskSettings } from '../settings/desk-settings.repo.server.ts'
import { type InboxFilter, statesOf } from './inbox-filter.domain.ts'
import {
  headOf,
  OPEN_STATES,
  type Priority,
  type TicketChannel,
  type TicketKind,
  type TicketState,
} from './ticket.domain.ts'

type Named = Readonly<{ id: string; name: Readonly<{ th: string; en: string | null }> }>

export type InboxRow = Readonly<{
  id: string
  reference: string
  kind: TicketKind
  state: TicketState
  priority: Priority
  channel: TicketChannel
  /** The first words; '' for what was moved. */
  head: string
  unit: Named | null
  officer: Readonly<{ id: string; name: string }> | null
  receivedOn: IsoDay
  dueOn: IsoDay | null
  isOverdue: boolean
  isDueSoon: boolean
  files: number
  /** Whether its person wrote after staff did anything with it. */
  hasNews: boolean
  version: number
}>

export type Inbox = Readonly<{
  rows: readonly InboxRow[]
  total: number
  page: number
  pages: number
  counts: Readonly<Record<'open' | 'overdue' | 'soon' | 'unassigned' | 'junk' | 'all', number>>
}>

const PAGE_ROWS = 50

/** Whose tickets somebody sees: null everybody's, else those of these units. */
export function sightOf({ actor }: Ctx): Result<readonly string[] | null, PermissionRefusal> {
  if (!refusalOf(DESK_POLICY, 'ticket.read', actor)) return ok(null)
  const units = ownUnits(actor)
  const refusal = refusalOf(DESK_POLICY, 'ticket.read', actor, { unitIds: units })
  return refusal ? err(refusal) : ok(units)
}

/** What of the tickets a filter lists, for whom may see them. */
export async function listInbox(ctx: Ctx, filter: InboxFilter): Promise<Result<Inbox, PermissionRefusal>> {
  const sight = sightOf(ctx)
  if (!sight.ok) return sight
  return ok(
    await withAgency(ctx.db, ctx.agency.id, async (tx) => {
      const today = thaiDay(ctx.now())
      const until = await findSoonUntil(tx, ctx.agency.id, today)
      const seen = seenTickets(tx, ctx, sight.value)
      const found = filtered(seen, ctx, filter, { today, until })
      const [{ total }, counts] = [
        await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
        await countInbox(seen, { today, until }),
      ]
      const pages = Math.max(1, Math.ceil(Number(total) / PAGE_ROWS))
      const page = Math.min(filter.page, pages)
      const rows = await rowsOf(
        tx,
        ctx,
        sorted(found, filter)
          .limit(PAGE_ROWS)
          .offset((page - 1) * PAGE_ROWS),
        {
          today,
          until,
        },
      )
      return { rows, total: Number(total), page, pages, counts }
    }),
  )
}

/** Every ticket of a filter, `most` of them, for an export. */
export async function listForExport(ctx: Ctx, filter: InboxFilter, most: number): Promise<readonly string[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const today = thaiDay(ctx.now())
    const until = await findSoonUntil(tx, ctx.agency.id, today)
    const found = filtered(seenTickets(tx, ctx, null), ctx, filter, { today, until })
    const rows = await sorted(found, filter).select('ticket.id').limit(most).execute()
    return rows.map(({ id }) => id)
  })
}

type Days = Readonly<{ today: IsoDay; until: IsoDay }>

async function findSoonUntil(tx: Tx, agencyId: string, today: IsoDay): Promise<IsoDay> {
  const { settings } = await readDeskSettings(tx, agencyId)
  return soonUntil(today, { settings, holidays: await holidaysWithin(tx, agencyId) })
}

const seenTickets = (tx: Tx, { agency }: Ctx, units: readonly string[] | null) =>
  tx
    .selectFrom('desk_ticket as ticket')
    .where('ticket.agency_id', '=', agency.id)
    .$if(units !== null, (query) => query.where('ticket.unit_id', 'in', units ?? []))

type Seen = ReturnType<typeof seenTickets>

function filtered(query: Seen, { actor }: Ctx, filter: InboxFilter, { today, until }: Days): Seen {
  const { kind, priority, unitId, officerId, due, from, to } = filter
  const officer = officerId === 'me' ? (actor.kind === 'person' ? actor.id : 'none') : officerId
  let found = query.where('ticket.state', 'in', statesOf(filter))
  if (kind !== null) found = found.where('ticket.kind', '=', kind)
  if (priority !== null) found = found.where('ticket.priority', '=', priority)
  if (unitId !== null)
    found =
      unitId === 'none'
        ? found.where('ticket.unit_id', 'is', null)
        : found.where('ticket.unit_id', '=', unitId)
  if (officer !== null)
    found =
      officer === 'none'
        ? found.where('ticket.officer_id', 'is', null)
        : found.where('ticket.officer_id', '=', officer)
  if (due !== null) found = found.where('ticket.state', 'in', OPEN_STATES)
  if (due === 'overdue') found = found.where('ticket.due_on', '<', today)
  if (due === 'soon') found = found.where('ticket.due_on', '>=', today).where('ticket.due_on', '<=', until)
  if (from !== null) found = found.where('ticket.received_on', '>=', from)
  if (to !== null) found = found.where('ticket.received_on', '<=', to)
  for (const word of searchedWords(filter.text)) found = found.where(hasWord(foldSearch(word)))
  return found
}

/** Three letters and more are found by the index over pieces of three; the text itself decides. */
const hasWord = (word: string) =>
  sql<SqlBool>`(ticket.pieces @> search_pieces(${word}::text) and position(${word}::text in ticket.folded) > 0)`

function sorted(query: Seen, { sort }: InboxFilter): Seen {
  if (sort === 'newest') return query.orderBy('ticket.received_at', 'desc').orderBy('ticket.id')
  if (sort === 'oldest') return query.orderBy('ticket.received_at').orderBy('ticket.id')
  return query
    .orderBy(sql`case when ticket.state in ('new', 'assigned', 'in-progress', 'reopened') then 0 else 1 end`)
    .orderBy(sql`ticket.due_on asc nulls last`)
    .orderBy(sql`case ticket.priority when 'high' then 0 when 'normal' then 1 else 2 end`)
    .orderBy('ticket.received_at')
    .orderBy('ticket.id')
}

async function countInbox(seen: Seen, { today, until }: Days): Promise<Inbox['counts']> {
  const open = sql`ticket.state in ('new', 'assigned', 'in-progress', 'reopened')`
  const counted = (condition: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${condition})::int`
  return seen
    .select([
      counted(sql`${open}`).as('open'),
      counted(sql`${open} and ticket.due_on < ${today}::date`).as('overdue'),
      counted(sql`${open} and ticket.due_on between ${today}::date and ${until}::date`).as('soon'),
      counted(sql`${open} and ticket.unit_id is null and ticket.officer_id is null`).as('unassigned'),
      counted(sql`ticket.state = 'junk'`).as('junk'),
      counted(sql`ticket.state <> 'junk'`).as('all'),
    ])
    .executeTakeFirstOrThrow()
}

async function rowsOf(
  tx: Tx,
  { agency }: Ctx,
  query: Seen,
  { today, until }: Days,
): Promise<readonly InboxRow[]> {
  const units = new Map((await listUnits(tx, agency.id)).map((unit) => [unit.id, unit]))
  const rows = await query
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'ticket.agency_id').onRef('person.id', '=', 'ticket.officer_id'),
    )
    .select([
      'ticket.id',
      'ticket.reference',
      'ticket.kind',
      'ticket.state',
      'ticket.priority',
      'ticket.channel',
      'ticket.unit_id',
      'ticket.officer_id',
      'ticket.received_on',
      'ticket.due_on',
      'ticket.version',
      'person.name as officer_name',
      sql<string | null>`left(ticket.body, 400)`.as('body'),
      sql<number>`(select count(*)::int from desk_file as file where file.agency_id = ticket.agency_id
        and file.ticket_id = ticket.id and file.content_key is not null)`.as('files'),
      sql<boolean>`coalesce((select event.by_kind = 'person' and event.kind in ('addition', 'reopened')
        from desk_event as event where event.agency_id = ticket.agency_id and event.ticket_id = ticket.id
        and event.by_kind <> 'program' order by event.number desc limit 1), false)`.as('has_news'),
    ])
    .execute()
  return rows.map((row) => {
    const unit = row.unit_id === null ? undefined : units.get(row.unit_id)
    const dated = { state: row.state as TicketState, dueOn: row.due_on }
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind as TicketKind,
      state: dated.state,
      priority: row.priority as Priority,
      channel: row.channel as TicketChannel,
      head: headOf(row.body ?? ''),
      unit: unit ? { id: unit.id, name: { th: unit.nameTh, en: unit.nameEn } } : null,
      officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? '' },
      receivedOn: row.received_on,
      dueOn: row.due_on,
      isOverdue: isOverdue(dated, today),
      isDueSoon: isDueSoon(dated, today, until),
      files: row.files,
      hasNews: row.has_news,
      version: row.version,
    }
  })
}
