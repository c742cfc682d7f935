import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { findClaim } from '../../moving/moving.repo.server.ts'
import type { WrongDoor } from '../../wrong-door.server.ts'
import { findFollowed } from '../follow-up.queries.server.ts'
import { readFollowUp } from '../reference.domain.ts'

/**
 * Gives who comes back to a ticket that was moved the receipt of the protected channel: the follow-up number opens what was
 * left there for them. The desk changes nothing and keeps nothing of it.
 */
export async function claimMoved(
  ctx: Ctx,
  tools: Pick<DeskTools, 'numbers' | 'claimKeyPairOf'>,
  wrongDoor: Pick<WrongDoor, 'claim'>,
  typed: Readonly<{ reference: string; secret: string }>,
): Promise<Result<Readonly<{ receipt: string }>, DeskError>> {
  const agencyId = ctx.agency.id
  const found = await withAgency(ctx.db, agencyId, async (tx) => {
    const followed = await findFollowed(tx, ctx, tools, typed)
    if (!followed) return null
    return { ticket: followed.own, ...(await findClaim(tx, { agencyId, id: followed.own.id })) }
  })
  const followUp = readFollowUp(typed.secret)
  if (!found || followUp === null) return err({ code: 'ticket.unknown' })
  if (found.ticket.state !== 'moved') return err({ code: 'ticket.state' })
  const claimKeyPair = await tools.claimKeyPairOf(followUp, found.salt)
  const claimed = await wrongDoor.claim(ctx, { ticketId: found.ticket.id, claimKeyPair })
  return claimed.ok ? ok(claimed.value) : err({ code: 'door.no-claim' })
}
