import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Banner, BannerContent, BannerForm } from './banner.domain.ts'

/** All banners that were not taken out, those that end last first. */
export async function listBanners(tx: Tx, agencyId: string): Promise<readonly Banner[]> {
  const rows = await tx
    .selectFrom('site_banner')
    .select(['id', 'form', 'content', 'starts_on', 'ends_on', 'version'])
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('ends_on', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    form: row.form as BannerForm,
    content: row.content as unknown as BannerContent,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    version: row.version,
  }))
}

type Saved = Readonly<{ at: Date; byName: string }>

const columnsOf = (
  { form, content, startsOn, endsOn }: Omit<Banner, 'id' | 'version'>,
  { at, byName }: Saved,
) => ({
  form,
  content: JSON.stringify(content),
  starts_on: startsOn,
  ends_on: endsOn,
  changed_at: at,
  changed_by_name: byName,
})

export async function insertBanner(
  tx: Tx,
  agencyId: string,
  { id, ...banner }: Omit<Banner, 'version'>,
  saved: Saved,
): Promise<void> {
  await tx
    .insertInto('site_banner')
    .values({ agency_id: agencyId, id, ...columnsOf(banner, saved) })
    .execute()
}

/** Writes over the version that was seen; false where it has changed since, or is gone. */
export async function saveBanner(tx: Tx, agencyId: string, banner: Banner, saved: Saved): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site_banner')
    .set({ ...columnsOf(banner, saved), version: banner.version + 1 })
    .where('agency_id', '=', agencyId)
    .where('id', '=', banner.id)
    .where('version', '=', banner.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was taken out already. */
export async function removeBannerRow(
  tx: Tx,
  agencyId: string,
  { id, at, byName }: Saved & Readonly<{ id: string }>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site_banner')
    .set({ removed_at: at, changed_at: at, changed_by_name: byName })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
