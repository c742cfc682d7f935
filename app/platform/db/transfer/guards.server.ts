import type pg from 'pg'
import { databaseRefusal } from '../database-refusal.ts'
import type { TransferTable } from './tables.server.ts'

/**
 * What stands in the way of rows that were judged when they were written: triggers, foreign keys to rows that come later,
 * row security of the owner. Lifted and put back within the one transaction that loads.
 */
export type Guards = Readonly<{
  /** Puts everything back: every foreign key is checked for every row. Refuses when anything is not as it was. */
  putBack: () => Promise<void>
}>

type Key = Readonly<{ table: string; name: string; definition: string }>
type Trigger = Readonly<{ table: string; name: string; state: string }>

// Parts of a partitioned table follow the whole.
const FOREIGN_KEYS = `
  select quote_ident(nspname) || '.' || quote_ident(relname) as table, quote_ident(conname) as name,
    pg_get_constraintdef(con.oid) as definition
  from pg_constraint as con join pg_class as class on class.oid = conrelid
    join pg_namespace as namespace on namespace.oid = relnamespace
  where contype = 'f' and conparentid = 0 and nspname in ('public', 'protected') order by 1, 2`

const TRIGGERS = `
  select quote_ident(nspname) || '.' || quote_ident(relname) as table, quote_ident(tgname) as name, tgenabled as state
  from pg_trigger join pg_class as class on class.oid = tgrelid
    join pg_namespace as namespace on namespace.oid = relnamespace
  where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and nspname in ('public', 'protected') order by 1, 2`

const FORCED = `
  select quote_ident(nspname) || '.' || quote_ident(relname) as table
  from pg_class join pg_namespace as namespace on namespace.oid = relnamespace
  where relforcerowsecurity and nspname in ('public', 'protected') order by 1`

// One line for everything that guards a row.
const STANDING = `
  select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where connamespace in ('public'::regnamespace, to_regnamespace('protected'))
  union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(pg_trigger.oid)
    from pg_trigger join pg_class as class on class.oid = tgrelid
    where not tgisinternal and relnamespace in ('public'::regnamespace, to_regnamespace('protected'))
  union all select oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity
    from pg_class where relkind in ('r', 'p')
      and relnamespace in ('public'::regnamespace, to_regnamespace('protected'))
  order by 1`

const ENABLE: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }

/** Lifts what guards the tables; for their owner, who need not be a superuser. */
export async function liftGuards(client: pg.ClientBase): Promise<Guards> {
  const before = await standing(client)
  const keys = (await client.query<Key>(FOREIGN_KEYS)).rows
  const triggers = (await client.query<Trigger>(TRIGGERS)).rows
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`)
  const letIn = await seeAllRows(client)
  const putBack = async () => {
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`).catch((error) => {
        throw databaseRefusal('transfer.load-failed', table, error.message)
      })
    for (const { table, name, state } of triggers)
      await client.query(`alter table ${table} ${ENABLE[state]} trigger ${name}`)
    for (const table of letIn) await client.query(`alter table ${table} force row level security`)
    const after = await standing(client)
    const changed = [
      ...before.filter((line) => !after.includes(line)),
      ...after.filter((line) => !before.includes(line)),
    ]
    if (changed.length > 0) throw databaseRefusal('transfer.walls-changed', changed.slice(0, 3).join('; '))
  }
  return { putBack }
}

/** From here on in this transaction the owner of the tables sees every row. Gives the tables where that was not so. */
export async function seeAllRows(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string }>(FORCED)
  for (const { table } of rows) await client.query(`alter table ${table} no force row level security`)
  return rows.map(({ table }) => table)
}

/** The tables in which there is any row. */
export async function tablesWithRows(
  client: pg.ClientBase,
  tables: readonly TransferTable[],
): Promise<readonly string[]> {
  const held: string[] = []
  for (const { name } of tables)
    if ((await client.query(`select from ${name} limit 1`)).rowCount) held.push(name)
  return held
}

async function standing(client: pg.ClientBase): Promise<readonly string[]> {
  return (await client.query<{ line: string }>(STANDING)).rows.map(({ line }) => line)
}
