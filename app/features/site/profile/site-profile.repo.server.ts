import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { SiteProfile } from './site-profile.domain.ts'

/** A profile as it is kept, with the version that somebody who changes it must have seen. */
export type KeptProfile = Readonly<{
  profile: SiteProfile
  version: number
  changedAt: Date
  changedByName: string
}>

/** What the agency has said of itself; null before it said anything. */
export async function findKeptProfile(tx: Tx, agencyId: string): Promise<KeptProfile | null> {
  const row = await tx
    .selectFrom('site_profile')
    .select(['content', 'version', 'changed_at', 'changed_by_name'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (!row) return null
  return {
    profile: row.content as unknown as SiteProfile,
    version: row.version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  }
}

/** Writes the profile over whatever was there, and gives its new version. */
export async function saveProfile(
  tx: Tx,
  agencyId: string,
  { profile, at, byName }: Readonly<{ profile: SiteProfile; at: Date; byName: string }>,
): Promise<number> {
  const row = await tx
    .insertInto('site_profile')
    .values({
      agency_id: agencyId,
      content: JSON.stringify(profile),
      changed_at: at,
      changed_by_name: byName,
    })
    .onConflict((conflict) =>
      conflict.column('agency_id').doUpdateSet((eb) => ({
        content: eb.ref('excluded.content'),
        version: eb('site_profile.version', '+', 1),
        changed_at: eb.ref('excluded.changed_at'),
        changed_by_name: eb.ref('excluded.changed_by_name'),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}
