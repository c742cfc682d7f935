import { randomUUID } from 'node:crypto'
import { announce } from '../../platform/db/listen.server.ts'
import { enterAgency, type Tx } from '../../platform/db/tenant.server.ts'
import type { Agency, AgencyNames } from './agency.domain.ts'

const COLUMNS = ['id', 'code', 'name_th', 'name_en', 'short_name'] as const

/** Finds an agency inside or outside any agency; null when there is none of that code. */
export async function findAgencyByCode(tx: Tx, code: string): Promise<Agency | null> {
  const row = await tx.selectFrom('agency').select(COLUMNS).where('code', '=', code).executeTakeFirst()
  return row ? rowToAgency(row) : null
}

/**
 * Finds an agency or founds it without a name. Afterwards the transaction is in that agency and holds it until it ends: of
 * two processes that name it at once the second sees the names of the first. The code must be one (`isAgencyCode`).
 */
export async function ensureAgency(tx: Tx, given: { code: string }): Promise<Agency> {
  const { id } = (await findAgencyByCode(tx, given.code)) ?? (await foundAgency(tx, given.code))
  await enterAgency(tx, id)
  const held = await tx
    .selectFrom('agency')
    .select(COLUMNS)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return rowToAgency(held)
}

/** Every agency with the host name under which it answers; null for one that has none of its own. */
export async function listAgencyHosts(
  tx: Tx,
): Promise<readonly { id: string; code: string; hostName: string | null }[]> {
  const rows = await tx.selectFrom('agency').select(['id', 'code', 'host_name']).execute()
  return rows.map(({ host_name: hostName, ...agency }) => ({ ...agency, hostName }))
}

/** Finds an agency by its identifier; null when there is none. */
export async function findAgency(tx: Tx, id: string): Promise<Agency | null> {
  const row = await tx.selectFrom('agency').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row ? rowToAgency(row) : null
}

/** Gives an agency these names in the place of all it had. The transaction must be in that agency. */
export async function nameAgency(tx: Tx, agencyId: string, names: AgencyNames): Promise<void> {
  await tx
    .updateTable('agency')
    .set({ name_th: names.nameTh, name_en: names.nameEn, short_name: names.shortName })
    .where('id', '=', agencyId)
    .execute()
}

async function foundAgency(tx: Tx, code: string): Promise<Agency> {
  const id = randomUUID()
  await enterAgency(tx, id)
  await tx
    .insertInto('agency')
    .values({ id, code })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  // Another process may have founded it in the meantime: then its row stands.
  const founded = await findAgencyByCode(tx, code)
  if (!founded) throw new Error(`agency ${code} was neither found nor founded`)
  // Programs that are running keep the list of agencies in memory.
  await announce(tx, 'published')
  return founded
}

type Row = Readonly<{
  id: string
  code: string
  name_th: string | null
  name_en: string | null
  short_name: string | null
}>

const rowToAgency = (row: Row): Agency => ({
  id: row.id,
  code: row.code,
  nameTh: row.name_th,
  nameEn: row.name_en,
  shortName: row.short_name,
})
