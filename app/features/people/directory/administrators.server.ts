import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isAlwaysHeld, type Span } from './role.domain.ts'
import { listAdministratorGrants, type PersonGrant } from './role.repo.server.ts'

/**
 * Whether somebody who may sign in administers the agency on every day from today on, once the roles of administrators are
 * what `become` makes of them (null for one that falls away). Hold the agency before: two at once must not each rely on the
 * other.
 */
export async function isAdministered(
  tx: Tx,
  { agencyId, today }: { agencyId: string; today: IsoDay },
  become: (grant: PersonGrant) => Span | null,
): Promise<boolean> {
  const grants = await listAdministratorGrants(tx, agencyId)
  const left = grants.flatMap((grant) => become(grant) ?? [])
  return isAlwaysHeld(left, today)
}
