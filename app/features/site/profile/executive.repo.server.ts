import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import type { Executive, ExecutiveFacts } from './executive.domain.ts'

/** Executives in their order, without those who were taken out. */
export async function listExecutives(tx: Tx, agencyId: string): Promise<readonly Executive[]> {
  const rows = await tx
    .selectFrom('executive')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: { th: row.name_th, en: row.name_en },
    title: { th: row.position_th, en: row.position_en },
    telephone: row.telephone,
    email: row.email,
    picture: row.picture as unknown as PagePicture | null,
    position: row.position,
    version: row.version,
  }))
}

type Kept = ExecutiveFacts & Pick<Executive, 'picture'>

const columnsOf = ({ name, title, telephone, email, picture }: Kept) => ({
  name_th: name.th,
  name_en: name.en,
  position_th: title.th,
  position_en: title.en,
  telephone,
  email,
  picture: picture && JSON.stringify(picture),
})

export async function insertExecutive(
  tx: Tx,
  agencyId: string,
  { id, position, ...kept }: Kept & Pick<Executive, 'id' | 'position'>,
): Promise<void> {
  await tx
    .insertInto('executive')
    .values({ agency_id: agencyId, id, position, ...columnsOf(kept) })
    .execute()
}

/** Writes the facts over those of the version that was seen; false where it has changed since. */
export async function saveExecutive(
  tx: Tx,
  agencyId: string,
  { id, version, ...kept }: Kept & Pick<Executive, 'id' | 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('executive')
    .set({ ...columnsOf(kept), version: version + 1 })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Their places are 1, 2, 3 … in the order of the identifiers. */
export async function placeExecutives(tx: Tx, agencyId: string, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx
      .updateTable('executive')
      .set({ position: index + 1 })
      .where('agency_id', '=', agencyId)
      .where('id', '=', id)
      .execute()
}

export async function removeExecutiveRow(
  tx: Tx,
  agencyId: string,
  { id, at }: Readonly<{ id: string; at: Date }>,
): Promise<void> {
  await tx
    .updateTable('executive')
    .set({ removed_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
