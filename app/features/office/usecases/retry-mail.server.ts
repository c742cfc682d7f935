import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { findOutboxRow } from '../../../platform/mail/outbox.queries.server.ts'
import { retryMail as queueAgain } from '../../../platform/mail/outbox.repo.server.ts'
import type { OfficeError } from '../office.errors.ts'
import { OFFICE_POLICY } from '../office.policy.ts'

/** Has a mail that failed sent again, with all its attempts. */
export function retryMail(ctx: Ctx, { id }: { id: string }): Promise<Result<null, OfficeError>> {
  return inTransaction<null, OfficeError>(ctx, async (tx) => {
    const refusal = refusalOf(OFFICE_POLICY, 'outbox.retry', ctx.actor)
    if (refusal) return err(refusal)
    const key = { agencyId: ctx.agency.id, id }
    const mail = await findOutboxRow(tx, key)
    if (!mail) return err({ code: 'mail.not-there' })
    if (!(await queueAgain(tx, { ...key, at: ctx.now() }))) return err({ code: 'mail.not-failed' })
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'mail.retried',
      object: { kind: 'mail', id },
      detail: { letter: mail.kind, attempts: mail.attempts, fault: mail.lastFault?.code ?? null },
    })
    return ok(null)
  })
}
