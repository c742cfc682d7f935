import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { holdAgency } from '../sign-in/person.repo.server.ts'
import type { DirectoryError } from './directory.errors.ts'
import type { Person } from './person.domain.ts'
import { findPerson } from './person.repo.server.ts'
import { isPrivileged } from './role.domain.ts'
import { listGrants } from './role.repo.server.ts'

/**
 * The person whom an act concerns, with the agency held; refused when the actor may not do the act, or the person holds more
 * than units and the actor is no administrator: a new address would be a way into their account.
 */
export async function personToChange(
  tx: Tx,
  ctx: Ctx,
  { personId, act }: { personId: string; act: 'person.change' | 'person.invite' },
): Promise<Result<Person, DirectoryError>> {
  const refusal = refusalOf(PEOPLE_POLICY, act, ctx.actor)
  if (refusal) return err(refusal)
  // Held first: a role that is being given at this moment counts.
  await holdAgency(tx, ctx.agency.id)
  const privileged = await refusalOfPrivileged(tx, ctx, personId)
  if (privileged) return err(privileged)
  const person = await findPerson(tx, ctx.agency.id, personId)
  return person ? ok(person) : err({ code: 'person.unknown' })
}

async function refusalOfPrivileged(tx: Tx, ctx: Ctx, personId: string): Promise<PermissionRefusal | null> {
  const grants = await listGrants(tx, ctx.agency.id, personId)
  return isPrivileged(grants, thaiDay(ctx.now()))
    ? refusalOf(PEOPLE_POLICY, 'privileged-person.change', ctx.actor)
    : null
}
