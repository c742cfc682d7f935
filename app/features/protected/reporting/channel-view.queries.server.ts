import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { type Holder, listHolders } from '../receiving/holder.repo.server.ts'
import { findChannelSettings, type KeptSettings } from '../settings/channel-settings.repo.server.ts'

/** What everybody may know of the channel: how it works, and who holds keys. */
export type ChannelView = KeptSettings & Readonly<{ holders: readonly Holder[] }>

export const findChannelView = (ctx: ProtectedCtx): Promise<ChannelView> =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => ({
    ...(await findChannelSettings(tx, ctx.agency.id)),
    holders: await listHolders(tx, ctx.agency.id),
  }))
