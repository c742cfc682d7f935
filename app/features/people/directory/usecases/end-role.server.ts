import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import { isAdministered } from '../administrators.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { refusalOfRole } from '../granting.server.ts'
import { type Grant, lastDayOf, standingOn } from '../role.domain.ts'
import { listGrants, setLastDayOfGrant } from '../role.repo.server.ts'

export type EndRole = Readonly<{ personId: string; grantId: string; lastDay: IsoDay }>

/**
 * Sets the last day of a role; it still holds on that day. Yesterday takes it away at once, one that was given today too; a
 * role that has not begun is taken back by any day before its first.
 */
export function endRole(
  ctx: Ctx,
  { personId, grantId, lastDay: named }: EndRole,
): Promise<Result<null, DirectoryError>> {
  return inTransaction<null, DirectoryError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const grant = (await listGrants(tx, agencyId, personId)).find(({ id }) => id === grantId)
    const refusal = refusalOfRole(ctx, grant?.role ?? 'administrator')
    if (refusal) return err(refusal)
    if (!grant) return err({ code: 'role.unknown' })
    const today = thaiDay(ctx.now())
    if (standingOn(grant, today) === 'ended') return err({ code: 'role.is-ended' })
    const lastDay = lastDayOf(grant, named, today)
    if (lastDay === null) return err({ code: 'role.not-begun' })
    if (await leavesNobody(tx, { agencyId, today, grant, lastDay }))
      return err({ code: 'administrator.last' })
    await setLastDayOfGrant(tx, agencyId, grantId, lastDay)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'role.ended',
      object: { kind: 'person', id: personId },
      detail: { role: grant.role, unit: grant.unitId, lastDay },
    })
    return ok(null)
  })
}

async function leavesNobody(
  tx: Tx,
  { agencyId, today, grant, lastDay }: { agencyId: string; today: IsoDay; grant: Grant; lastDay: IsoDay },
): Promise<boolean> {
  if (grant.role !== 'administrator') return false
  // A later end than before takes nothing away.
  if (grant.validTo !== null && lastDay >= grant.validTo) return false
  return !(await isAdministered(tx, { agencyId, today }, (other) =>
    other.id === grant.id ? { ...other, validTo: lastDay } : other,
  ))
}
