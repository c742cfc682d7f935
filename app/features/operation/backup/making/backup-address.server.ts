import { existsSync } from 'node:fs'
import type { Config } from '../../../../platform/config/config.server.ts'
import { ownPaths } from '../../../../platform/db/embedded/own-paths.server.ts'
import { joinOwnPostgres } from '../../../../platform/db/embedded/own-postgres.server.ts'
import { refuseHalfRestored } from '../../../../platform/db/restore-mark.server.ts'
import { backupRefusal } from '../backup-refusal.ts'

type Settings = Pick<Config, 'dataDir' | 'databaseUrl' | 'databases'>
/** As pg takes it. */
export type Address =
  | Readonly<{ connectionString: string }>
  | Readonly<{ host: string; port: number; user: string; database: string }>

/** Reads the database of the settings as who may read every row. Throws BackupRefusal where there is none, DatabaseRefusal. */
export async function withReader<T>(settings: Settings, work: (address: Address) => Promise<T>): Promise<T> {
  const { databaseUrl, databases, dataDir } = settings
  if (databaseUrl === null && !existsSync(ownPaths(dataDir).cluster))
    throw backupRefusal('backup.no-database')
  await refuseHalfRestored(dataDir)
  return withAddress(settings, databases.backupUrl, work)
}

/** The same as who owns the tables. The program's own PostgreSQL is made where there is none. */
export const withOwner = <T>(settings: Settings, work: (address: Address) => Promise<T>): Promise<T> =>
  withAddress(settings, null, work)

async function withAddress<T>(
  { databaseUrl, databases, dataDir }: Settings,
  first: string | null,
  work: (address: Address) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null)
    return work({ connectionString: first ?? databases.ownerUrl ?? databases.directUrl ?? databaseUrl })
  const own = await joinOwnPostgres(dataDir)
  try {
    return await work(own.address)
  } finally {
    await own.leave()
  }
}
