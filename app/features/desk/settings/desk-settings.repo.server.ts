import type { Tx } from '../../../platform/db/tenant.server.ts'
import { DEFAULT_DESK_SETTINGS, type DeskSettings } from './desk-settings.domain.ts'

/** The settings in a transaction of the caller; version 0 where nothing was set yet. */
export async function readDeskSettings(
  tx: Tx,
  agencyId: string,
): Promise<Readonly<{ settings: DeskSettings; version: number }>> {
  const row = await tx
    .selectFrom('desk_settings')
    .select(['content', 'version'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (!row) return { settings: DEFAULT_DESK_SETTINGS, version: 0 }
  return {
    settings: { ...DEFAULT_DESK_SETTINGS, ...(row.content as unknown as DeskSettings) },
    version: row.version,
  }
}

/** Writes over the version that was seen; false where it has changed since. */
export async function saveDeskSettingsRow(
  tx: Tx,
  agencyId: string,
  saved: Readonly<{ settings: DeskSettings; seenVersion: number; at: Date; byName: string }>,
): Promise<boolean> {
  const { settings, seenVersion, at, byName } = saved
  const columns = { content: JSON.stringify(settings), changed_at: at, changed_by_name: byName }
  if (seenVersion === 0) {
    const row = await tx
      .insertInto('desk_settings')
      .values({ agency_id: agencyId, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return row !== undefined
  }
  const { numUpdatedRows } = await tx
    .updateTable('desk_settings')
    .set({ ...columns, version: seenVersion + 1 })
    .where('agency_id', '=', agencyId)
    .where('version', '=', seenVersion)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
