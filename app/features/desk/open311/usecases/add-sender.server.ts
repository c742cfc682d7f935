import { cleanLine } from '../../../../kernel/clean-text.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { newToken, tokenHash } from '../../../../platform/secrets/token.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { insertSender } from '../sender.repo.server.ts'

const LONGEST_NAME = 120

/** Lets a program send tickets, and gives the key that it sends with: shown once. */
export function addSender(
  ctx: Ctx,
  { name: typed }: Readonly<{ name: string }>,
): Promise<Result<Readonly<{ key: string }>, DeskError>> {
  return inTransaction<Readonly<{ key: string }>, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'settings.change', ctx.actor)
    if (refusal) return err(refusal)
    const name = cleanLine(typed)
    if (name === '') return err({ code: 'desk.faults', faults: { name: 'sender.no-name' } })
    if (name.length > LONGEST_NAME) return err({ code: 'desk.faults', faults: { name: 'ticket.too-long' } })
    const agencyId = ctx.agency.id
    const key = newToken()
    const sender = { name, keyHash: tokenHash(key), at: ctx.now(), byName: ctx.actor.name }
    const id = await insertSender(tx, agencyId, sender)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'desk-sender.added',
      object: { kind: 'desk-sender', id },
      detail: {},
    })
    return ok({ key })
  })
}
