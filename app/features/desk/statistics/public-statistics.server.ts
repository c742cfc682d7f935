import type { Ctx } from '../../../platform/ctx.server.ts'
import { findStatistics, type Statistics } from './statistics.queries.server.ts'

/** Every way in which the figures of a year are laid out in public. */
const PUBLIC_WAYS = ['month', 'quarter', 'year', 'kind', 'unit'] as const
export type PublicWay = (typeof PUBLIC_WAYS)[number]

export type PublicStatistics = Readonly<{
  year: number
  /** Years that have figures, the newest first. */
  years: readonly number[]
  asOf: Date
  ways: readonly Readonly<{ by: PublicWay; statistics: Statistics }>[]
}>

/** An address once published answers for ever, so a year in which nothing came has its page, too. */
const FIRST_YEAR = 2560

/** The figures of a fiscal year (Buddhist era), zeros where nothing came; null for a year to come, or long past. */
export async function findPublicStatistics(
  ctx: Ctx,
  { year, current }: { year: number; current: number },
): Promise<PublicStatistics | null> {
  if (year < FIRST_YEAR || year > current) return null
  const ways = await Promise.all(
    PUBLIC_WAYS.map(async (by) => ({ by, statistics: await findStatistics(ctx, { year, by }) })),
  )
  const [first] = ways
  if (!first) return null
  const years = [...new Set([...first.statistics.years, current, year])].sort((a, b) => b - a)
  return { year, years, asOf: first.statistics.asOf, ways }
}
