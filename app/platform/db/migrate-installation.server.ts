import type { Config } from '../config/config.server.ts'
import { databaseRefusal } from './database-refusal.ts'
import { joinOwnPostgres } from './embedded/own-postgres.server.ts'
import { findPending, migrateToLatest, newestMigration } from './migrate.server.ts'
import { refuseUnusableServer, withSetupPool } from './prepare-server.server.ts'
import { ensureProgramLogin, ownsTables } from './program-login.server.ts'
import { refuseHalfRestored } from './restore-mark.server.ts'
import { completeServerLogins, type LoginSetting, makeServerLogins } from './server-logins.server.ts'

/** A login of least privilege with its address, a secret that is shown once. */
export type LoginAddress = Readonly<{ setting: LoginSetting; name: string; url: string; isNew: boolean }>

export type Migrated = Readonly<{
  /** Names of the migrations that were applied now. */
  applied: readonly string[]
  /** The newest migration. */
  number: number
  logins: readonly LoginAddress[]
  /** Whether logins of other databases of the server are kept out; null where no logins were made. */
  isShut: boolean | null
}>

type Options = Readonly<{ makesLogins: boolean; log: (message: string) => void }>

/**
 * Brings the schema of an installation up to date as the owner of its tables, and makes the logins of least privilege where
 * that is asked for: of a server alone. Throws DatabaseRefusal.
 */
export async function migrateInstallation(
  config: Pick<Config, 'databaseUrl' | 'databases' | 'dataDir'>,
  options: Options,
): Promise<Migrated> {
  const { ownerUrl, directUrl } = config.databases
  const url = ownerUrl ?? directUrl ?? config.databaseUrl
  await refuseHalfRestored(config.dataDir)
  return url === null ? migrateOwn(config.dataDir, options) : migrateServer(url, ownerUrl, options)
}

async function migrateOwn(dataDir: string, { log }: Options): Promise<Migrated> {
  const own = await joinOwnPostgres(dataDir, { log })
  try {
    return await withSetupPool(own.address, async (pool) => {
      const applied = await migrateToLatest(pool)
      await ensureProgramLogin(pool)
      return { applied, number: newestMigration(), logins: [], isShut: null }
    })
  } finally {
    await own.leave()
  }
}

const migrateServer = (url: string, ownerUrl: string | null, { makesLogins }: Options): Promise<Migrated> =>
  withSetupPool({ connectionString: url }, async (pool) => {
    await refuseUnusableServer(pool, url, ownerUrl === null ? 'DATABASE_URL' : 'DATABASE_OWNER_URL')
    const number = newestMigration()
    if (!(await ownsTables(pool))) {
      const pending = await findPending(pool)
      if (pending[0]) throw databaseRefusal('database.behind', pending[0], String(pending.length))
      if (makesLogins) throw databaseRefusal('database.logins-failed', 'the login does not own the tables')
      return { applied: [], number, logins: [], isShut: null }
    }
    const applied = await migrateToLatest(pool)
    if (!makesLogins) {
      await completeServerLogins(pool)
      return { applied, number, logins: [], isShut: null }
    }
    const { logins, isShut } = await makeServerLogins(pool)
    const addresses = logins.map(({ password, ...login }) => ({
      ...login,
      url: addressFor(url, login.name, password),
    }))
    return { applied, number, logins: addresses, isShut }
  })

/** The same database as another login. */
function addressFor(ownerUrl: string, name: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(name)
  url.password = password
  return url.href
}
