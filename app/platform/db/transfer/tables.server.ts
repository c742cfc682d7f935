import pg from 'pg'
import { databaseRefusal } from '../database-refusal.ts'

/** A table as it is carried: names are quoted where SQL needs it, and come with their schema. */
export type TransferTable = Readonly<{
  name: string
  /** In their order, without those that the database computes itself. */
  columns: readonly string[]
  primaryKey: readonly string[]
}>

/** A sequence with its last value. `isCalled` false: the last value is the next one to be given. */
export type TransferSequence = Readonly<{ name: string; lastValue: string; isCalled: boolean }>

/** The schemas whose rows are the agencies' work. */
const SCHEMAS = ['public', 'protected']

/**
 * What is not carried: the record of migrations goes its own way, and the others hold what is true of this moment and this
 * database alone: counters against guessing, and which copies of the program are running.
 */
const NOT_CARRIED = ['public.schema_migration', 'public.rate_limit', 'public.program_copy']

// `relkind` r and p, without parts of a partitioned table: its rows are read through the whole.
const TABLES = `
  select quote_ident(nspname) || '.' || quote_ident(relname) as name,
    array(select quote_ident(attname) from pg_attribute
      where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select quote_ident(attname) from pg_constraint, unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attnum = key.number
      where conrelid = class.oid and contype = 'p' and attrelid = class.oid order by place) as "primaryKey"
  from pg_class as class join pg_namespace as namespace on namespace.oid = relnamespace
  where relkind in ('r', 'p') and not relispartition and nspname = any($1)
    and nspname || '.' || relname <> all($2)
  order by nspname collate "C", relname collate "C"`

const SEQUENCES = `
  select quote_ident(nspname) || '.' || quote_ident(relname) as name
  from pg_class join pg_namespace as namespace on namespace.oid = relnamespace
  where relkind = 'S' and nspname = any($1) order by nspname collate "C", relname collate "C"`

/** The tables that are carried, always in the same order. */
export async function listTables(client: pg.ClientBase): Promise<readonly TransferTable[]> {
  const { rows } = await client.query<TransferTable>(TABLES, [SCHEMAS, NOT_CARRIED])
  return rows
}

export async function listSequences(client: pg.ClientBase): Promise<readonly TransferSequence[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES, [SCHEMAS])
  const sequences: TransferSequence[] = []
  for (const { name } of rows) {
    const value = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    )
    const [found] = value.rows
    if (found) sequences.push({ name, ...found })
  }
  return sequences
}

/**
 * The statement that gives the rows of a table as text of COPY, in the order of the primary key. Texts are put in order by
 * their bytes: two servers with other languages must give the same text.
 */
export async function copyOutOf(client: pg.ClientBase, table: TransferTable): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attcollation <> 0`,
    [table.name],
  )
  const texts = new Set(rows.map(({ name }) => name))
  const order = (table.primaryKey.length > 0 ? table.primaryKey : table.columns).map((column) =>
    texts.has(column) ? `${column} collate "C"` : column,
  )
  return `copy (select ${table.columns.join(', ')} from ${table.name} order by ${order.join(', ')}) to stdout`
}

/** Whatever a server or a login is set to, the same row is the same text, and no limit of time ends a long read. */
export const FIXED_SETTINGS = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local search_path = public; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

/** A client that is told of a lost connection by the query that fails, and not by the end of this process. Throws DatabaseRefusal. */
export async function connectFor(address: pg.ClientConfig, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 5_000, ...address, application_name: name })
  client.on('error', () => {})
  await client.connect().catch((error) => {
    throw databaseRefusal('database.unreachable-server', client.host, error.message)
  })
  return client
}
