import { checkSealedAudit } from '../audit/audit.repo.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { type Holder, listHolders } from '../receiving/holder.repo.server.ts'

/** Who holds keys of the channel, for the keeper of the machine. No private half is anywhere near. */
export const listChannelHolders = async (
  ctx: ProtectedCtx,
): Promise<readonly Pick<Holder, 'keyId' | 'kind' | 'roleTh' | 'roleEn' | 'fingerprint' | 'validFrom'>[]> => {
  const found = await withProtected(ctx.channel.db, ctx.agency.id, (tx) => listHolders(tx, ctx.agency.id))
  return found.map(({ keyId, kind, roleTh, roleEn, fingerprint, validFrom }) => ({
    keyId,
    kind,
    roleTh,
    roleEn,
    fingerprint,
    validFrom,
  }))
}

/** Whether the log of the channel is whole, and its head. */
export const checkRoomLog = (ctx: ProtectedCtx) =>
  withProtected(ctx.channel.db, ctx.agency.id, (tx) => checkSealedAudit(tx, ctx.agency.id))
