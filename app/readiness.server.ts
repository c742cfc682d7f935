import { newestMigration } from './platform/db/migrate.server.ts'
import type { Db } from './platform/db/schema.ts'
import { type SchemaStanding, schemaStanding } from './platform/db/schema-standing.server.ts'
import {
  type StandingSettings,
  type StoreStanding,
  watchStore,
} from './platform/files/store-standing.server.ts'
import { within } from './served-site.server.ts'

type Away = 'ok' | 'away'

/** Whether this copy of the program should be given requests, and why not; without a word that helps strangers. */
export type Readiness = Readonly<{
  status: 'ready' | 'not-ready'
  checks: Readonly<{
    database: Away
    schema: SchemaStanding | 'away'
    files: StoreStanding
    stopping: boolean
  }>
}>

const LONGEST_CHECK_MS = 2_000

/**
 * Asks all that a request needs, for two seconds at most: the database in the role in which it works, its schema, and the
 * store of files. Mail and a read replica may be away. `isStopping` says whether the program is ending.
 */
export function watchReadiness(
  given: Readonly<{ db: Db; isStopping: () => boolean } & StandingSettings>,
): () => Promise<Readiness> {
  const storeStanding = watchStore(given)
  // The files of migrations do not change while the program runs.
  const known = newestMigration()
  return async () => {
    const [schema, files] = await Promise.all([
      within(LONGEST_CHECK_MS, schemaStanding(given.db, known)).catch(() => 'away' as const),
      within(LONGEST_CHECK_MS, storeStanding()).catch(() => 'away' as const),
    ])
    const stopping = given.isStopping()
    const isReady = schema === 'ok' && files === 'ok' && !stopping
    return {
      status: isReady ? 'ready' : 'not-ready',
      checks: { database: schema === 'away' ? 'away' : 'ok', schema, files, stopping },
    }
  }
}
