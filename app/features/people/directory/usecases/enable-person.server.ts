import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { findPerson, setDisabled } from '../person.repo.server.ts'

/** Lets a person sign in again, with the roles that hold then. Sessions and links that were ended stay so. */
export function enablePerson(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<null, DirectoryError>> {
  return inTransaction<null, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'person.disable', ctx.actor)
    if (refusal) return err(refusal)
    await holdAgency(tx, ctx.agency.id)
    const person = await findPerson(tx, ctx.agency.id, personId)
    if (!person) return err({ code: 'person.unknown' })
    if (person.disabledAt === null) return ok(null)
    await setDisabled(tx, ctx.agency.id, personId, null)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'person.enabled',
      object: { kind: 'person', id: personId },
      detail: {},
    })
    return ok(null)
  })
}
