import type { Ctx } from '../../platform/ctx.server.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import { frameworkYears } from '../catalogue/index.ts'
import type { PublicYear } from './item-work.domain.ts'
import { listPublicYear } from './public-item.queries.server.ts'

/** Every framework year that asks for disclosure with all its items, the newest first. */
export async function listEveryYear(ctx: Ctx): Promise<readonly PublicYear[]> {
  const years = frameworkYears(await catalogueFor(ctx)).toReversed()
  const found = await Promise.all(years.map((year) => listPublicYear(ctx, { year })))
  return found.filter((one) => one !== null)
}
