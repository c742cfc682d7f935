import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '../../kernel/thai-date.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Tx } from '../db/tenant.server.ts'
import type { AuditEntry, AuditHead } from './audit-chain.ts'

/** Which entries to show. What is left out, or empty, asks nothing. */
export type AuditFilter = Readonly<{
  /** Identifier of a person, or part of the name of who acted. */
  actor?: string | undefined
  action?: string | undefined
  objectKind?: string | undefined
  objectId?: string | undefined
  /** First and last day in Thai time, both included. */
  from?: IsoDay | undefined
  to?: IsoDay | undefined
  /** Part of any name, identifier or figure, in either case. */
  text?: string | undefined
}>

export type ListAudit = Readonly<{
  agencyId: string
  filter: AuditFilter
  /** Only entries before that number: the last one of the page before. */
  before?: number | undefined
  limit: number
}>

/** Entries of an agency, the newest first. */
export async function listAudit(tx: Tx, input: ListAudit): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<EntryRow>`
    select ${COLUMNS} from audit_log as entry
    where agency_id = ${input.agencyId} and ${matching(input.filter)}
      and ${input.before === undefined ? sql`true` : sql`seq < ${input.before}`}
    order by seq desc limit ${input.limit}`.execute(tx)
  return rows.map(entryFrom)
}

/** The next entries of an export, in the order in which they were written: after one number, up to another. */
export async function nextEntries(
  tx: Tx,
  input: { agencyId: string; filter: AuditFilter; after: number; upTo: number; limit: number },
): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<EntryRow>`
    select ${COLUMNS} from audit_log as entry
    where agency_id = ${input.agencyId} and ${matching(input.filter)}
      and seq > ${input.after} and seq <= ${input.upTo}
    order by seq limit ${input.limit}`.execute(tx)
  return rows.map(entryFrom)
}

/** What a filter can be set to: every action and every kind of object that the log holds. */
export type AuditChoices = Readonly<{ actions: readonly string[]; objectKinds: readonly string[] }>

export async function auditChoices(tx: Tx, agencyId: string): Promise<AuditChoices> {
  return {
    actions: await valuesOf(tx, agencyId, 'action'),
    objectKinds: await valuesOf(tx, agencyId, 'object_kind'),
  }
}

/** Steps through the index from one value to the next, however many entries have it. */
async function valuesOf(
  tx: Tx,
  agencyId: string,
  name: 'action' | 'object_kind',
): Promise<readonly string[]> {
  const column = sql.ref(name)
  const { rows } = await sql<{ value: string }>`
    with recursive step as (
      (select ${column} as value from audit_log where agency_id = ${agencyId} order by ${column} limit 1)
      union all
      select (select ${column} from audit_log where agency_id = ${agencyId} and ${column} > step.value
        order by ${column} limit 1)
      from step where step.value is not null
    )
    select value from step where value is not null`.execute(tx)
  return rows.map((row) => row.value).sort()
}

/** The last link of the agency's chain; null before its first entry. */
export async function auditHead(tx: Tx, agencyId: string): Promise<AuditHead | null> {
  const row = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row ? { seq: Number(row.seq), hash: row.hash } : null
}

/** A stretch of the chain and its last link as they are at one moment: one statement sees both. */
export type ChainStretch = Readonly<{ entries: readonly AuditEntry[]; head: AuditHead | null }>

export async function chainStretch(
  tx: Tx,
  input: { agencyId: string; after: number; limit: number },
): Promise<ChainStretch> {
  const { rows } = await sql<Nullable<EntryRow> & { head_seq: string | null; head_hash: string | null }>`
    select head.seq as head_seq, head.hash as head_hash, entry.* from (select) as once
    left join audit_head as head on head.agency_id = ${input.agencyId}
    left join lateral (
      select ${COLUMNS} from audit_log as entry where agency_id = ${input.agencyId} and seq > ${input.after}
      order by seq limit ${input.limit}
    ) as entry on true
    order by entry.seq`.execute(tx)
  const [first] = rows
  return {
    entries: rows.flatMap((row) => (row.seq === null ? [] : [entryFrom(row as EntryRow)])),
    head:
      first && first.head_seq !== null && first.head_hash !== null
        ? { seq: Number(first.head_seq), hash: first.head_hash }
        : null,
  }
}

/** Every agency, in the order of their codes. */
export const agenciesOf = (tx: Tx): Promise<readonly Readonly<{ id: string; code: string }>[]> =>
  tx.selectFrom('agency').select(['id', 'code']).orderBy('code').execute()

type EntryRow = Readonly<{
  agency_id: string
  seq: string
  at: string
  actor_kind: string
  actor_id: string | null
  actor_name: string
  action: string
  object_kind: string
  object_id: string
  detail: string
  previous_hash: string
  hash: string
}>
type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

const COLUMNS = sql`entry.agency_id, entry.seq,
  to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  entry.actor_kind, entry.actor_id, entry.actor_name, entry.action, entry.object_kind, entry.object_id,
  entry.detail::text as detail, entry.previous_hash, entry.hash`

const entryFrom = (row: EntryRow): AuditEntry => ({
  agencyId: row.agency_id,
  seq: Number(row.seq),
  at: row.at,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actorName: row.actor_name,
  action: row.action,
  objectKind: row.object_kind,
  objectId: row.object_id,
  detail: row.detail,
  previousHash: row.previous_hash,
  hash: row.hash,
})

const ALL = sql<boolean>`true`

/** The condition of a filter, every value of it as a parameter. */
function matching(filter: AuditFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [ALL]
  const ask = (value: string | undefined, condition: (value: string) => RawBuilder<boolean>) => {
    if (value !== undefined && value !== '') conditions.push(condition(value))
  }
  ask(filter.actor, (actor) =>
    isUuid(actor) ? sql`entry.actor_id = ${actor}` : sql`entry.actor_name ilike ${partOf(actor)}`,
  )
  ask(filter.action, (action) => sql`entry.action = ${action}`)
  ask(filter.objectKind, (kind) => sql`entry.object_kind = ${kind}`)
  ask(filter.objectId, (id) => sql`entry.object_id = ${id}`)
  ask(filter.from, (day) => sql`entry.at >= ${day}::date::timestamp at time zone ${THAI_TIME}`)
  ask(filter.to, (day) => sql`entry.at < (${day}::date + 1)::timestamp at time zone ${THAI_TIME}`)
  ask(filter.text, (text) => {
    const part = partOf(text)
    return sql`(entry.actor_name ilike ${part} or entry.action ilike ${part} or entry.object_kind ilike ${part}
      or entry.object_id ilike ${part} or entry.detail::text ilike ${part})`
  })
  return sql.join(conditions, sql` and `)
}

const THAI_TIME = 'Asia/Bangkok'

/** A pattern for `ilike` in which no sign of the text means anything but itself. */
const partOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
