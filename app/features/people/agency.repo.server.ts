import { randomUUID } from 'node:crypto'
import { enterAgency, type Tx } from '../../platform/db/tenant.server.ts'
import { type Agency, type AgencyNames, newNames } from './agency.domain.ts'

const COLUMNS = ['id', 'code', 'name_th', 'name_en', 'short_name'] as const

/** Finds an agency inside or outside any agency; null when there is none of that code. */
export async function findAgencyByCode(tx: Tx, code: string): Promise<Agency | null> {
  const row = await tx.selectFrom('agency').select(COLUMNS).where('code', '=', code).executeTakeFirst()
  return row ? rowToAgency(row) : null
}

/**
 * Finds an agency or founds it, and fills in names that are not known yet. Afterwards the transaction is in that agency.
 * Two processes may do so at once. The code must be one (`isAgencyCode`).
 */
export async function ensureAgency(tx: Tx, given: { code: string } & AgencyNames): Promise<Agency> {
  const agency = (await findAgencyByCode(tx, given.code)) ?? (await foundAgency(tx, given.code))
  await enterAgency(tx, agency.id)
  const names = newNames(agency, given)
  if (!names) return agency
  const named = await tx
    .updateTable('agency')
    .set({ name_th: names.nameTh, name_en: names.nameEn, short_name: names.shortName })
    .where('id', '=', agency.id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return rowToAgency(named)
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
