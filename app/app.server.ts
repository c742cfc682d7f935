import path from 'node:path'
import { findAgencyByCode } from './features/people/index.server.ts'
import { closeRenderers, listReports, publishedFiles } from './features/reports/index.server.ts'
import { findSiteMenu } from './features/site/index.server.ts'
import type { Config } from './platform/config/config.server.ts'
import type { Actor } from './platform/ctx.server.ts'
import { openDatabase } from './platform/db/database.server.ts'
import { watchPublications } from './platform/db/publications.server.ts'
import { log } from './platform/log/log.server.ts'
import { programVersion } from './platform/program-version.server.ts'
import type { App, ServedAgency } from './web/app.server.ts'

export type RunningApp = App &
  Readonly<{
    isReady: () => Promise<boolean>
    /** Makes the documents of published reports before anybody asks for them. */
    warmUp: () => void
    close: () => Promise<void>
  }>

const VISITOR: Actor = { kind: 'system', name: 'public-site' }

/** Opens everything the rooms need. `onPublished` is called whenever what the public may see has changed. */
export async function openApp(config: Config, events: { onPublished: () => void }): Promise<RunningApp> {
  const database = await openDatabase(config, { log: (message) => log.warn(message) })
  const exports = { folder: path.join(config.dataDir, 'exports'), edition: programVersion }

  const agency = async (): Promise<ServedAgency | null> => {
    const program = { db: database.db, actor: VISITOR, now: () => new Date() }
    const found = await findAgencyByCode(program, config.agencyCode)
    return found && { ctx: { ...program, agency: found }, nameTh: found.nameTh, nameEn: found.nameEn }
  }
  const makeDocuments = async () => {
    const served = await agency()
    for (const { fiscalYear } of served ? await listReports(served.ctx) : [])
      if (served) await publishedFiles(served.ctx, { fiscalYear, ...exports })
  }
  const warmUp = () =>
    void makeDocuments().catch((error) => log.error({ error: error.message }, 'documents-not-made'))

  const watch = await watchPublications(database, () => {
    events.onPublished()
    warmUp()
  })
  return {
    agency,
    exports,
    frame: async (lang) => {
      const served = await agency()
      return served && findSiteMenu(served, lang)
    },
    isReady: () =>
      database.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    warmUp,
    close: async () => {
      await watch.stop()
      await closeRenderers()
      await database.close()
    },
  }
}
