import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { type Banner, type BannerStanding, shownOn, standingOf } from './banner.domain.ts'
import { listBanners } from './banner.repo.server.ts'

const all = (ctx: Ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => listBanners(tx, ctx.agency.id))

/** What the home page shows today. */
export const findShownBanners = async (ctx: Ctx) => shownOn(await all(ctx), thaiDay(ctx.now()))

/** Every banner with how it stands today, for the office. */
export async function listBannerRows(
  ctx: Ctx,
): Promise<readonly (Banner & Readonly<{ standing: BannerStanding }>)[]> {
  const today = thaiDay(ctx.now())
  return (await all(ctx)).map((banner) => ({ ...banner, standing: standingOf(banner, today) }))
}
