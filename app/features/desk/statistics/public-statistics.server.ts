import type { Ctx } from '../../../platform/ctx.server.ts'
import { findStatistics, type Statistics } from './statistics.queries.server.ts'

/** Every way in which the figures of a year are laid out in public. */
export const PUBLIC_WAYS = ['month', 'quarter', 'year', 'kind', 'unit'] as const
export type PublicWay = (typeof PUBLIC_WAYS)[number]

export type PublicStatistics = Readonly<{
  year: number
  /** Years that have figures, the newest first. */
  years: readonly number[]
  asOf: Date
  ways: readonly Readonly<{ by: PublicWay; statistics: Statistics }>[]
}>

/** The figures of a fiscal year (Buddhist era); null where there are none of that year and it is not the running one. */
export async function findPublicStatistics(
  ctx: Ctx,
  { year, current }: { year: number; current: number },
): Promise<PublicStatistics | null> {
  const ways = await Promise.all(
    PUBLIC_WAYS.map(async (by) => ({ by, statistics: await findStatistics(ctx, { year, by }) })),
  )
  const [first] = ways
  if (!first) return null
  const years = [...new Set([...first.statistics.years, current])].sort((a, b) => b - a)
  return years.includes(year) ? { year, years, asOf: first.statistics.asOf, ways } : null
}
