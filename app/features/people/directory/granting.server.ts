import type { RoleName } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import type { DirectoryErrorCode } from './directory.errors.ts'
import type { Span } from './role.domain.ts'
import { insertGrant } from './role.repo.server.ts'
import { isOpen, type Unit } from './unit.domain.ts'

/** A role as it is asked for; `unitId` is null but for a unit owner. */
export type WantedRole = Readonly<{ role: RoleName; unitId: string | null }>

/** Null when the actor may give and take that role. */
export const refusalOfRole = (ctx: Ctx, role: RoleName): PermissionRefusal | null =>
  refusalOf(PEOPLE_POLICY, role === 'unit-owner' ? 'unit-owner.name' : 'role.change', ctx.actor)

/** What is wrong with the unit of a role, null when nothing is. */
export function faultOfRoleUnit(
  { role, unitId }: WantedRole,
  units: readonly Unit[],
): DirectoryErrorCode | null {
  if (role !== 'unit-owner') return null
  if (unitId === null) return 'role.unit-missing'
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) return 'unit.unknown'
  return isOpen(unit) ? null : 'unit.ended'
}

/** Grants a role and writes it into the audit log. */
export async function grant(
  tx: Tx,
  ctx: Ctx,
  given: WantedRole & Span & { personId: string },
): Promise<string> {
  const unitId = given.role === 'unit-owner' ? given.unitId : null
  const id = await insertGrant(tx, ctx.agency.id, {
    ...given,
    unitId,
    by: ctx.actor.name,
    now: ctx.now(),
  })
  await writeAudit(tx, {
    agencyId: ctx.agency.id,
    actor: ctx.actor,
    action: 'role.granted',
    object: { kind: 'person', id: given.personId },
    detail: { role: given.role, unit: unitId, from: given.validFrom, to: given.validTo },
  })
  return id
}
