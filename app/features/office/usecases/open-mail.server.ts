import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { findOutboxMail, type OutboxMail } from '../../../platform/mail/outbox.queries.server.ts'
import type { OfficeError } from '../office.errors.ts'
import { OFFICE_POLICY } from '../office.policy.ts'

/**
 * Shows a mail that was not sent, with its whole text. It may hold a link by which its recipient signs in, so whoever looks
 * at it stands in the audit log.
 */
export function openMail(ctx: Ctx, { id }: { id: string }): Promise<Result<OutboxMail, OfficeError>> {
  return inTransaction<OutboxMail, OfficeError>(ctx, async (tx) => {
    const refusal = refusalOf(OFFICE_POLICY, 'outbox.open', ctx.actor)
    if (refusal) return err(refusal)
    const mail = await findOutboxMail(tx, { agencyId: ctx.agency.id, id })
    if (!mail) return err({ code: 'mail.not-there' })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'mail.opened',
      object: { kind: 'mail', id },
      detail: { letter: mail.kind, state: mail.state },
    })
    return ok(mail)
  })
}
