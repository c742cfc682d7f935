import { existsSync } from 'node:fs'
import type { ProgramCtx } from '../../app/platform/ctx.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import type { Terminal } from '../terminal.ts'
import { settings } from './settings.ts'

/** Opens the database of the settings for one piece of work and leaves it. Throws BadInput when a setting is wrong. */
export async function inDatabase<T>(
  terminal: Terminal,
  name: string,
  work: (ctx: ProgramCtx, agencyCode: string) => Promise<T>,
): Promise<T> {
  const config = settings(terminal)
  const database = await openDatabase(config)
  try {
    const ctx = { db: database.db, actor: { kind: 'command', name }, now: () => new Date() } as const
    return await work(ctx, config.agencyCode)
  } finally {
    await database.close()
  }
}

/** Whether there is a database that holds anything: a server is named, or the program's own was started before. */
export function hasDatabase(terminal: Terminal): boolean {
  const config = settings(terminal)
  return config.databaseUrl !== null || existsSync(ownPaths(config.dataDir).cluster)
}
