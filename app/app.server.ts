import path from 'node:path'
import { data } from 'react-router'
import { findAgencyByCode } from './features/people/index.server.ts'
import {
  createDocumentMaker,
  type DocumentMaking,
  listReports,
  publishedFiles,
} from './features/reports/index.server.ts'
import { findSiteMenu } from './features/site/index.server.ts'
import type { Actor } from './kernel/actor.ts'
import type { Config } from './platform/config/config.server.ts'
import { openDatabase } from './platform/db/database.server.ts'
import { withoutAgency } from './platform/db/tenant.server.ts'
import { log } from './platform/log/log.server.ts'
import { programVersion } from './platform/program-version.server.ts'
import type { App, ServedAgency } from './web/app.server.ts'

export type RunningApp = App &
  Readonly<{
    documents: DocumentMaking
    isReady: () => Promise<boolean>
    /** Makes the documents of published reports before anybody asks for them. */
    warmUp: () => void
    close: () => Promise<void>
  }>

const VISITOR: Actor = { kind: 'system', name: 'public-site' }
const MEGABYTE = 1024 * 1024
/** How long a page waits for a database that does not answer, before it says so. */
const LONGEST_WAIT_MS = 5_000
const LONGEST_CHECK_MS = 2_000

/**
 * Opens everything the rooms need. `onPublished` is called whenever what the public may see has changed. While the
 * database is away, `agency` throws the answer 503: every screen asks it first.
 */
export async function openApp(config: Config, events: { onPublished: () => void }): Promise<RunningApp> {
  const database = await openDatabase(config, { log: (message) => log.warn(message) })
  const maker = createDocumentMaker({
    processes: config.pdf.workers,
    timeLimitMs: config.pdf.timeoutSeconds * 1000,
    memoryLimitBytes: config.pdf.memoryMb * MEGABYTE,
  })
  const documents = {
    folder: path.join(config.dataDir, 'exports'),
    edition: programVersion,
    render: maker.render,
    onMade: events.onPublished,
  }

  const agency = async (): Promise<ServedAgency | null> => {
    const asked = withoutAgency(database.db, (tx) => findAgencyByCode(tx, config.agencyCode))
    const found = await within(LONGEST_WAIT_MS, asked).catch((error: Error) => {
      log.error({ detail: error.message }, 'database-away')
      throw data(null, 503)
    })
    if (!found) return null
    const ctx = { db: database.db, actor: VISITOR, now: () => new Date(), agency: found }
    return { ctx, nameTh: found.nameTh ?? found.code, nameEn: found.nameEn }
  }
  const makeDocuments = async () => {
    const served = await agency()
    if (!served) return
    for (const { fiscalYear } of await listReports(served.ctx))
      await publishedFiles(served.ctx, { fiscalYear, ...documents })
  }
  const warmUp = () =>
    void makeDocuments().catch((error) => log.error({ error: error.message }, 'documents-not-made'))
  const close = async () => {
    maker.close()
    await database.close()
  }

  const heard = () => {
    events.onPublished()
    warmUp()
  }
  const stopListening = await database.listen('published', heard).catch(async (error) => {
    await close()
    throw error
  })
  return {
    origin: config.origin,
    agency,
    documents,
    frame: async (lang) => {
      const served = await agency()
      return served && findSiteMenu(served, lang)
    },
    isReady: () =>
      within(LONGEST_CHECK_MS, database.pool.query('select 1')).then(
        () => true,
        () => false,
      ),
    warmUp,
    close: async () => {
      await stopListening()
      await close()
    },
  }
}

/** What `work` gives, or an error when it gives nothing within `ms` milliseconds. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
