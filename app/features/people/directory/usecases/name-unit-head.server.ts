import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { listUnitHeads } from '../../reminders/reminders.queries.server.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { findPerson } from '../person.repo.server.ts'
import { faultOfUnit } from '../unit.domain.ts'
import { listUnits, setUnitHead } from '../unit.repo.server.ts'

/**
 * Says who is told when something of a unit is long overdue; null says nobody. False when nothing was different. A head has
 * no rights by it.
 */
export function nameUnitHead(
  ctx: Ctx,
  { unitId, personId }: { unitId: string; personId: string | null },
): Promise<Result<boolean, DirectoryError>> {
  return inTransaction<boolean, DirectoryError>(ctx, async (tx) => {
    const { id: agencyId } = ctx.agency
    const refusal = refusalOf(PEOPLE_POLICY, 'unit.change', ctx.actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, agencyId)
    const fault = faultOfUnit(unitId, await listUnits(tx, agencyId))
    if (fault) return err({ code: fault })
    if (personId !== null) {
      const person = isUuid(personId) ? await findPerson(tx, agencyId, personId) : null
      if (!person) return err({ code: 'person.unknown' })
      if (person.disabledAt !== null) return err({ code: 'person.is-disabled' })
    }
    const was = (await listUnitHeads(tx, agencyId)).get(unitId)?.id ?? null
    if (was === personId) return ok(false)
    await setUnitHead(tx, agencyId, { unitId, personId })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'unit.changed',
      object: { kind: 'unit', id: unitId },
      detail: { fields: 'head', person: personId },
    })
    return ok(true)
  })
}
