import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { changedFacts, cleanUnit, type UnitFacts, unitFault } from '../unit.domain.ts'
import { listUnits, updateUnit } from '../unit.repo.server.ts'

/** Changes code, names or parent of a unit; false when nothing was different. */
export function changeUnit(
  ctx: Ctx,
  { unitId, facts: typed }: { unitId: string; facts: UnitFacts },
): Promise<Result<boolean, DirectoryError>> {
  return inTransaction<boolean, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'unit.change', ctx.actor)
    if (refusal) return err(refusal)
    const cleaned = cleanUnit(typed)
    if (!cleaned.ok) return err({ code: cleaned.error })
    await holdAgency(tx, ctx.agency.id)
    const units = await listUnits(tx, ctx.agency.id)
    const was = units.find(({ id }) => id === unitId)
    if (!was) return err({ code: 'unit.unknown' })
    const fault = unitFault(cleaned.value, unitId, units)
    if (fault) return err({ code: fault })
    const changed = changedFacts(was, cleaned.value)
    if (changed.length === 0) return ok(false)
    await updateUnit(tx, ctx.agency.id, unitId, cleaned.value)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'unit.changed',
      object: { kind: 'unit', id: unitId },
      detail: { fields: changed.join(', ') },
    })
    return ok(true)
  })
}
