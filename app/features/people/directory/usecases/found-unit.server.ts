import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { cleanUnit, type UnitFacts, unitFault } from '../unit.domain.ts'
import { insertUnit, listUnits } from '../unit.repo.server.ts'

/** Founds a unit from `validFrom` on, today when that is null. */
export function foundUnit(
  ctx: Ctx,
  { facts: typed, validFrom }: { facts: UnitFacts; validFrom: IsoDay | null },
): Promise<Result<{ unitId: string }, DirectoryError>> {
  return inTransaction<{ unitId: string }, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'unit.change', ctx.actor)
    if (refusal) return err(refusal)
    const cleaned = cleanUnit(typed)
    if (!cleaned.ok) return err({ code: cleaned.error })
    await holdAgency(tx, ctx.agency.id)
    const fault = unitFault(cleaned.value, null, await listUnits(tx, ctx.agency.id))
    if (fault) return err({ code: fault })
    const from = validFrom ?? thaiDay(ctx.now())
    const unitId = await insertUnit(tx, ctx.agency.id, { ...cleaned.value, validFrom: from })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'unit.founded',
      object: { kind: 'unit', id: unitId },
      detail: { code: cleaned.value.code, parent: cleaned.value.parentId, from },
    })
    return ok({ unitId })
  })
}
