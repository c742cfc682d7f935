import { stat } from 'node:fs/promises'
import path from 'node:path'
import { databaseRefusal } from './database-refusal.ts'

/** Lies in DATA_DIR from before a restore writes anything until all of it is there; holds the identifier of the backup. */
export const restoreMark = (dataDir: string): string => path.join(dataDir, 'restore.unfinished')

/** Throws DatabaseRefusal where a restore was begun and has not ended: what is there is not yet what was backed up. */
export async function refuseHalfRestored(dataDir: string): Promise<void> {
  const isThere = await stat(restoreMark(dataDir)).then(
    () => true,
    () => false,
  )
  if (isThere) throw databaseRefusal('database.half-restored', dataDir)
}
