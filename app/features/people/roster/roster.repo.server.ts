import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { listPersons } from '../directory/person.repo.server.ts'
import { listAllGrants } from '../directory/role.repo.server.ts'
import { listUnits } from '../directory/unit.repo.server.ts'
import type { Directory } from './roster.domain.ts'

/** What the agency holds, for a roster to be held against. Hold the agency before, when it is to stay so. */
export async function loadDirectory(tx: Tx, { agency, now }: Ctx): Promise<Directory> {
  return {
    agencyCode: agency.code,
    today: thaiDay(now()),
    units: await listUnits(tx, agency.id),
    persons: await listPersons(tx, agency.id),
    grants: await listAllGrants(tx, agency.id),
  }
}
