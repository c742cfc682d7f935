import type { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { databaseRefusal } from '../database-refusal.ts'
import { type Applied, appliedIn } from '../migrate.server.ts'
import { BACKUP_ROLE } from '../program-login.server.ts'
import {
  connectFor,
  copyOutOf,
  FIXED_SETTINGS,
  listSequences,
  listTables,
  type TransferSequence,
  type TransferTable,
} from './tables.server.ts'

/** A whole database at one moment, for as long as it is open. One thing at a time: it is one connection. */
export type Snapshot = Readonly<{
  migrations: readonly Applied[]
  tables: readonly TransferTable[]
  sequences: readonly TransferSequence[]
  /** As PostgreSQL writes it, '17.5'. */
  serverVersion: string
  /** The rows of a table as text of COPY in UTF-8, in the order of the primary key. To be read to its end. */
  rows: (table: string) => Promise<Readable>
  /** Asks something else of the same moment, as who may read every row. */
  ask: <T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<readonly T[]>
  /** Ends the transaction, in which nothing was changed. */
  close: () => Promise<void>
}>

/** Of two that read as the same login at once, the second waits for the first. */
const LONGEST_WAIT = '60s'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Opens a database for reading as a whole, whatever is written meanwhile. Who is bound by row security takes on the role of
 * backups within the one transaction. Throws DatabaseRefusal.
 */
export async function openSnapshot(address: pg.ClientConfig): Promise<Snapshot> {
  const client = await connectFor(address, 'prongsai snapshot')
  try {
    return await begin(client)
  } catch (error) {
    await client.end().catch(() => {})
    const { code, message } = error as pg.DatabaseError
    if (code === LOCK_NOT_AVAILABLE) throw databaseRefusal('transfer.is-busy', nameOf(client), message)
    throw error
  }
}

const nameOf = (client: pg.Client): string => client.database ?? '?'

async function begin(client: pg.Client): Promise<Snapshot> {
  await client.query('begin isolation level repeatable read')
  await client.query(`${FIXED_SETTINGS}; set local lock_timeout = '${LONGEST_WAIT}'`)
  const version = await client.query<{ server_version: string }>('show server_version')
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  if (!there.rows[0]?.there) throw databaseRefusal('transfer.never-used', nameOf(client))
  await takeOnBackupRole(client)
  const migrations = await appliedIn(client)
  const tables = await listTables(client)
  // Nobody may change a table before it is read.
  await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
  const sequences = await listSequences(client)
  const named = new Map(tables.map((table) => [table.name, table]))
  let open: Readable | null = null
  return {
    migrations,
    tables,
    sequences,
    serverVersion: version.rows[0]?.server_version ?? '?',
    rows: async (name) => {
      const table = named.get(name)
      if (!table) throw new Error(`no such table: ${name}`)
      const rows = client.query(copyTo(await copyOutOf(client, table)))
      // Who reads is told of a lost connection; once nobody does, it must not end this process.
      rows.on('error', () => {})
      open = rows
      return rows
    },
    ask: async (sql, values = []) => (await client.query(sql, [...values])).rows as never,
    close: async () => {
      // A connection whose rows nobody reads any more takes no other statement.
      if (open !== null && !open.readableEnded) (client as unknown as Breakable).connection.stream.destroy()
      else await client.query('rollback').catch(() => {})
      await client.end().catch(() => {})
    },
  }
}

/** What the published types of pg lack. */
type Breakable = Readonly<{ connection: Readonly<{ stream: Readonly<{ destroy: () => void }> }> }>

const ROLE_OF_LOGIN = `
  select login.rolsuper or login.rolbypassrls as above, backup.oid is not null as known,
    coalesce(pg_has_role(current_user, backup.oid,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end), false) as member
  from pg_roles as login left join pg_roles as backup on backup.rolname = '${BACKUP_ROLE}'
  where login.rolname = current_user`

type Login = Readonly<{ above: boolean; known: boolean; member: boolean }>

/** A policy for a role holds for its members at any time, so nobody is a member longer than this transaction. */
async function takeOnBackupRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Login>(ROLE_OF_LOGIN)
  const [login] = rows
  if (login?.above) return
  try {
    if (!login?.member) await client.query(`grant ${BACKUP_ROLE} to current_user`)
    await client.query(`set local role ${BACKUP_ROLE}`)
  } catch (error) {
    const { code, message } = error as pg.DatabaseError
    if (code === LOCK_NOT_AVAILABLE) throw error
    throw databaseRefusal('transfer.may-not-read', nameOf(client), message)
  }
}
