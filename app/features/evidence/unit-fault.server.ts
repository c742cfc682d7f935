import { isUuid } from '../../kernel/uuid.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { isUnit } from './evidence.repo.server.ts'

/** What keeps evidence from being of a unit; null for none. */
export async function faultOfUnit(
  tx: Tx,
  agencyId: string,
  unitId: string | null,
): Promise<{ code: 'evidence.unknown-unit' } | null> {
  if (unitId === null) return null
  const isThere = isUuid(unitId) && (await isUnit(tx, { agencyId, id: unitId }))
  return isThere ? null : { code: 'evidence.unknown-unit' }
}
