import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Who decides in meetings, as far as the program knows: those who want to read what is put before one. */
const DECIDERS: readonly RoleName[] = ['approver', 'executive']

/** People who decide on a day and are not disabled. */
export async function listDeciders(
  tx: Tx,
  { agencyId, day }: Readonly<{ agencyId: string; day: IsoDay }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select('person.id')
    .distinct()
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', 'in', DECIDERS)
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
