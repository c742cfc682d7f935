import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError, DirectoryErrorCode } from '../directory.errors.ts'
import { isOpen, type Unit } from '../unit.domain.ts'
import { countOwnersAfter, countPeopleIn, listUnits, setLastDay } from '../unit.repo.server.ts'

/** Sets the last day of a unit. Refused while units, people or owners would stay behind in it. */
export function endUnit(
  ctx: Ctx,
  { unitId, lastDay }: { unitId: string; lastDay: IsoDay },
): Promise<Result<null, DirectoryError>> {
  return inTransaction<null, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'unit.change', ctx.actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, ctx.agency.id)
    const units = await listUnits(tx, ctx.agency.id)
    const unit = units.find(({ id }) => id === unitId)
    if (!unit) return err({ code: 'unit.unknown' })
    const fault = await whatStays(tx, ctx.agency.id, { unit, units, lastDay })
    if (fault) return err({ code: fault })
    await setLastDay(tx, ctx.agency.id, unitId, lastDay)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'unit.ended',
      object: { kind: 'unit', id: unitId },
      detail: { lastDay },
    })
    return ok(null)
  })
}

async function whatStays(
  tx: Tx,
  agencyId: string,
  { unit, units, lastDay }: { unit: Unit; units: readonly Unit[]; lastDay: IsoDay },
): Promise<DirectoryErrorCode | null> {
  if (!isOpen(unit)) return 'unit.ended'
  if (lastDay < unit.validFrom) return 'day.end-before-start'
  const outlives = ({ parentId, validTo }: Unit) =>
    parentId === unit.id && (validTo === null || validTo > lastDay)
  if (units.some(outlives)) return 'unit.has-children'
  if ((await countPeopleIn(tx, agencyId, unit.id)) > 0) return 'unit.has-people'
  const owners = await countOwnersAfter(tx, { agencyId, unitId: unit.id, day: lastDay })
  return owners > 0 ? 'unit.has-owners' : null
}
