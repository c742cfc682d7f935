import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { faultOfRoleUnit, grant, refusalOfRole, type WantedRole } from '../granting.server.ts'
import { findPerson } from '../person.repo.server.ts'
import { overlap } from '../role.domain.ts'
import { listGrants } from '../role.repo.server.ts'
import { listUnits } from '../unit.repo.server.ts'

/** `validFrom` is today when null; `validTo` is the last day, null when no end is known. */
export type GrantRole = WantedRole &
  Readonly<{ personId: string; validFrom: IsoDay | null; validTo: IsoDay | null }>

export function grantRole(ctx: Ctx, wanted: GrantRole): Promise<Result<{ grantId: string }, DirectoryError>> {
  return inTransaction<{ grantId: string }, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOfRole(ctx, wanted.role)
    if (refusal) return err(refusal)
    const today = thaiDay(ctx.now())
    const span = { validFrom: wanted.validFrom ?? today, validTo: wanted.validTo }
    if (span.validTo !== null && span.validTo < span.validFrom) return err({ code: 'day.end-before-start' })
    if (span.validTo !== null && span.validTo < today) return err({ code: 'day.past' })
    await holdAgency(tx, ctx.agency.id)
    const person = await findPerson(tx, ctx.agency.id, wanted.personId)
    if (!person) return err({ code: 'person.unknown' })
    if (person.disabledAt !== null) return err({ code: 'person.is-disabled' })
    const fault = faultOfRoleUnit(wanted, await listUnits(tx, ctx.agency.id))
    if (fault) return err({ code: fault })
    const unitId = wanted.role === 'unit-owner' ? wanted.unitId : null
    const others = await listGrants(tx, ctx.agency.id, wanted.personId)
    const isHeld = others.some(
      (other) => other.role === wanted.role && other.unitId === unitId && overlap(other, span),
    )
    if (isHeld) return err({ code: 'role.already-held' })
    return ok({ grantId: await grant(tx, ctx, { ...wanted, ...span }) })
  })
}
