import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { voidLinks } from '../../sign-in/link.repo.server.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import { endSessions } from '../../sign-in/session.repo.server.ts'
import { isAdministered } from '../administrators.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { findPerson, setDisabled } from '../person.repo.server.ts'
import { standingOn } from '../role.domain.ts'
import { listGrants } from '../role.repo.server.ts'

/** Shuts a person out at once: their sessions end and their links lose their force. Roles stay as they were. */
export function disablePerson(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<{ sessions: number }, DirectoryError>> {
  return inTransaction<{ sessions: number }, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'person.disable', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const person = await findPerson(tx, agencyId, personId)
    if (!person) return err({ code: 'person.unknown' })
    if (person.disabledAt !== null) return ok({ sessions: 0 })
    const now = ctx.now()
    const today = thaiDay(now)
    const administers = (await listGrants(tx, agencyId, personId)).some(
      (grant) => grant.role === 'administrator' && standingOn(grant, today) !== 'ended',
    )
    const withoutThem = (grant: { personId: string; validFrom: string; validTo: string | null }) =>
      grant.personId === personId ? null : grant
    if (administers && !(await isAdministered(tx, { agencyId, today }, withoutThem)))
      return err({ code: 'administrator.last' })
    await setDisabled(tx, agencyId, personId, now)
    const sessions = await endSessions(tx, { agencyId, personId, now, except: null })
    await voidLinks(tx, {
      agencyId,
      personId,
      purposes: ['invitation', 'password-reset', 'sign-in'],
      now,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'person.disabled',
      object: { kind: 'person', id: personId },
      detail: { sessions },
    })
    return ok({ sessions })
  })
}
