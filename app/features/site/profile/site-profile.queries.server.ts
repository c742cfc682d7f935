import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { brandColours } from './brand-colour.domain.ts'
import { NO_PROFILE, type SiteProfile } from './site-profile.domain.ts'
import { findKeptProfile, type KeptProfile } from './site-profile.repo.server.ts'

/** The profile as it is kept, for the form; null before anybody said anything. */
export const findProfileForForm = (ctx: Ctx): Promise<KeptProfile | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findKeptProfile(tx, ctx.agency.id))

/** What the public site says of the agency; all of it unsaid before somebody said something. */
export const findProfile = async (ctx: Ctx): Promise<SiteProfile> =>
  (await findProfileForForm(ctx))?.profile ?? NO_PROFILE

/** That of the product. */
const COLOUR = '#0b3d78'

/** The colour of the agency as it stands on white paper: white words on it can be read. */
export const findPaperColour = async (ctx: Ctx): Promise<string> =>
  brandColours((await findProfile(ctx)).brand.colour ?? COLOUR).light.brand
