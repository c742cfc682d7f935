import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { AgencyFacts } from './agency-facts.domain.ts'

/** What the agency says of itself. */
export async function findAgencyFacts(tx: Tx, agencyId: string): Promise<AgencyFacts> {
  const row = await tx
    .selectFrom('agency')
    .select(['name_th', 'name_en', 'short_name', 'agency_type', 'ministry', 'host_name'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow()
  return {
    nameTh: row.name_th,
    nameEn: row.name_en,
    shortName: row.short_name,
    agencyType: row.agency_type,
    ministry: row.ministry,
    hostName: row.host_name,
  }
}

export async function saveAgencyFacts(tx: Tx, agencyId: string, facts: AgencyFacts): Promise<void> {
  await tx
    .updateTable('agency')
    .set({
      name_th: facts.nameTh,
      name_en: facts.nameEn,
      short_name: facts.shortName,
      agency_type: facts.agencyType,
      ministry: facts.ministry,
      host_name: facts.hostName,
    })
    .where('id', '=', agencyId)
    .execute()
}
