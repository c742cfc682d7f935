import { sql } from 'kysely'
import type { DatabaseHealth, TableHealth } from './database-health.ts'
import type { Db } from './schema.ts'

type Figures = Omit<DatabaseHealth, 'tables' | 'walBytes' | 'standbys'>

// What every login may ask. `query_start` and the like of other logins are null for who may not see them.
const FIGURES = sql<Figures>`
  select current_setting('server_version') as "serverVersion",
    pg_database_size(current_database())::float8 as "databaseBytes",
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as "mostConnections",
    (select max(extract(epoch from now() - xact_start))::float8 from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()) as "oldestTransactionSeconds",
    age(datfrozenxid)::int as "frozenAge",
    current_setting('autovacuum_freeze_max_age')::int as "mostFrozenAge",
    current_setting('autovacuum')::bool as "isVacuumOn",
    (select extract(epoch from now() - checkpoint_time)::float8 from pg_control_checkpoint()) as "checkpointSeconds",
    coalesce((select checksum_failures::int from pg_stat_database where datname = current_database()), 0) as "checksumFailures",
    current_setting('data_checksums')::bool as "hasChecksums",
    pg_is_in_recovery() as "isReplica"
  from pg_database where datname = current_database()`

// The worst of those that are large enough to matter.
const TABLES = sql<TableHealth>`
  select case schemaname when 'public' then '' else schemaname || '.' end || relname as name,
    n_live_tup::float8 as "liveRows", n_dead_tup::float8 as "deadRows",
    extract(epoch from now() - greatest(last_vacuum, last_autovacuum))::float8 as "vacuumedSeconds"
  from pg_stat_user_tables where schemaname = 'public' and n_dead_tup > 1000
  order by n_dead_tup::float8 / (n_live_tup + n_dead_tup) desc limit 5`

/**
 * How the database fares, as far as the login may see: what it may not is null. Of tables those of `public` alone: when the
 * others were written is nobody's business.
 */
export async function readDatabaseHealth(db: Db): Promise<DatabaseHealth> {
  const [figures] = (await FIGURES.execute(db)).rows
  if (!figures) throw new Error('the database does not tell of itself')
  const { rows: tables } = await TABLES.execute(db)
  return { ...figures, tables, walBytes: await walBytes(db), standbys: await standbys(db) }
}

/** Only for members of pg_monitor. */
async function walBytes(db: Db): Promise<number | null> {
  const asked = sql<{ bytes: number }>`select sum(size)::float8 as bytes from pg_ls_waldir()`.execute(db)
  return asked.then(
    ({ rows }) => rows[0]?.bytes ?? null,
    () => null,
  )
}

/** How far standbys are behind; null where the login sees that there is one and no more. */
async function standbys(db: Db): Promise<DatabaseHealth['standbys']> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from replay_lag)::float8 as seconds from pg_stat_replication`.execute(db)
  return rows.map(({ seconds }) => ({ behindSeconds: seconds }))
}
