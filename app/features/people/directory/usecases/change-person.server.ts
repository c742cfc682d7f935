import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { voidLinks } from '../../sign-in/link.repo.server.ts'
import { personToChange } from '../changing-person.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { changedPersonFacts, cleanPerson, type PersonFacts } from '../person.domain.ts'
import { findPersonByEmail, updatePerson } from '../person.repo.server.ts'
import { faultOfUnit } from '../unit.domain.ts'
import { listUnits } from '../unit.repo.server.ts'

/**
 * Changes name, address, title, unit or language of a person; false when nothing was different. With a new address the links
 * that went to the old one lose their force.
 */
export function changePerson(
  ctx: Ctx,
  { personId, facts: typed }: { personId: string; facts: PersonFacts },
): Promise<Result<boolean, DirectoryError>> {
  return inTransaction<boolean, DirectoryError>(ctx, async (tx) => {
    const found = await personToChange(tx, ctx, { personId, act: 'person.change' })
    if (!found.ok) return found
    const was = found.value
    const cleaned = cleanPerson(typed)
    if (!cleaned.ok) return err({ code: cleaned.error })
    const facts = cleaned.value
    const unitFault =
      facts.unitId === was.unitId ? null : faultOfUnit(facts.unitId, await listUnits(tx, ctx.agency.id))
    if (unitFault) return err({ code: unitFault })
    const changed = changedPersonFacts(was, facts)
    if (changed.length === 0) return ok(false)
    if (facts.email !== was.email) {
      const other = facts.email === null ? null : await findPersonByEmail(tx, ctx.agency.id, facts.email)
      if (other) return err({ code: 'person.email-taken' })
      await voidLinks(tx, {
        agencyId: ctx.agency.id,
        personId,
        purposes: ['invitation', 'password-reset', 'sign-in'],
        now: ctx.now(),
      })
    }
    await updatePerson(tx, ctx.agency.id, personId, facts)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'person.updated',
      object: { kind: 'person', id: personId },
      detail: { fields: changed.join(', ') },
    })
    return ok(true)
  })
}
