import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { isMailAddress } from '../../../../platform/mail/mail-address.ts'
import { personToChange } from '../changing-person.server.ts'
import type { DirectoryError } from '../directory.errors.ts'
import { sendInvitation } from '../invitation.server.ts'

/** Sends a person a new link by which they come in; the one before loses its force. */
export function reinvitePerson(
  ctx: Ctx,
  { personId, origin }: { personId: string; origin: string },
): Promise<Result<null, DirectoryError>> {
  return inTransaction<null, DirectoryError>(ctx, async (tx) => {
    const found = await personToChange(tx, ctx, { personId, act: 'person.invite' })
    if (!found.ok) return found
    const { name, email, lang, disabledAt } = found.value
    if (disabledAt !== null) return err({ code: 'person.is-disabled' })
    if (email === null) return err({ code: 'person.no-email' })
    if (!isMailAddress(email)) return err({ code: 'person.bad-email' })
    await sendInvitation(tx, ctx, { personId, name, email, lang }, origin)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'link.issued',
      object: { kind: 'person', id: personId },
      detail: { purpose: 'invitation' },
    })
    return ok(null)
  })
}
