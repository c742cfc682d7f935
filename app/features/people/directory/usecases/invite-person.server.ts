import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { faultOfRoleUnit, grant, refusalOfRole, type WantedRole } from '../granting.server.ts'
import { sendInvitation } from '../invitation.server.ts'
import { cleanPerson, type PersonFacts } from '../person.domain.ts'
import { findPersonByEmail, insertPerson } from '../person.repo.server.ts'
import { faultOfUnit } from '../unit.domain.ts'
import { listUnits } from '../unit.repo.server.ts'

/** Roles hold from today on, without a last day. `origin` is where the browser will meet this agency. */
export type InvitePerson = Readonly<{ facts: PersonFacts; roles: readonly WantedRole[]; origin: string }>

/** Brings somebody into the agency with their roles, and writes them a letter with a link by which they come in. */
export function invitePerson(
  ctx: Ctx,
  { facts: typed, roles, origin }: InvitePerson,
): Promise<Result<{ personId: string }, DirectoryError>> {
  return inTransaction<{ personId: string }, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'person.invite', ctx.actor) ?? firstRefusal(ctx, roles)
    if (refusal) return err(refusal)
    const cleaned = cleanPerson(typed)
    if (!cleaned.ok) return err({ code: cleaned.error })
    const { email, name, lang, unitId } = cleaned.value
    if (email === null) return err({ code: 'person.no-email' })
    if (!isMailAddress(email)) return err({ code: 'person.bad-email' })
    await holdAgency(tx, ctx.agency.id)
    const units = await listUnits(tx, ctx.agency.id)
    const unitFault = faultOfUnit(unitId, units)
    if (unitFault) return err({ code: unitFault })
    for (const role of roles) {
      const fault = faultOfRoleUnit(role, units)
      if (fault) return err({ code: fault })
    }
    if (await findPersonByEmail(tx, ctx.agency.id, email)) return err({ code: 'person.email-taken' })
    const personId = await insertPerson(tx, ctx.agency.id, { ...cleaned.value, now: ctx.now() })
    await sendInvitation(tx, ctx, { personId, name, email, lang }, origin)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'person.invited',
      object: { kind: 'person', id: personId },
      detail: { unit: unitId, roles: roles.length },
    })
    const validFrom = thaiDay(ctx.now())
    for (const role of roles) await grant(tx, ctx, { ...role, personId, validFrom, validTo: null })
    return ok({ personId })
  })
}

function firstRefusal(ctx: Ctx, roles: readonly WantedRole[]) {
  for (const { role } of roles) {
    const refusal = refusalOfRole(ctx, role)
    if (refusal) return refusal
  }
  return null
}
