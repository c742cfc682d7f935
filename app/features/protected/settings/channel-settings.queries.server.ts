import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { findChannelSettings, type KeptSettings } from './channel-settings.repo.server.ts'

/** How the channel of the agency works now, for its form. */
export const findSettingsToChange = (ctx: ProtectedCtx): Promise<KeptSettings> =>
  withProtected(ctx.channel.db, ctx.agency.id, (tx) => findChannelSettings(tx, ctx.agency.id))
