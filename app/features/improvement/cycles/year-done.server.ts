import type { Ctx } from '../../../platform/ctx.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import type { OwnerUnit } from '../cycle.domain.ts'
import { itemAnsweredBy } from './answered-item.domain.ts'
import { findUnmatchedUnits } from './years.queries.server.ts'

/** What was just done to a year, as its overview says it. */
export type YearDone =
  /** `isOfYear`: whether a known framework asks for that year. */
  | Readonly<{ what: 'opened'; year: number; isOfYear: boolean }>
  | Readonly<{ what: 'copied'; year: number; issues: number; measures: number }>
  | Readonly<{
      what: 'taken-up'
      year: number
      unmatched: readonly Readonly<{ unit: OwnerUnit; measures: number }>[]
    }>

/** Reads the address to which a year leads that was opened, copied or taken up. Null where it says nothing of that. */
export async function findYearDone(
  ctx: Ctx,
  { year, params }: Readonly<{ year: number; params: URLSearchParams }>,
): Promise<YearDone | null> {
  const what = params.get('done')
  switch (what) {
    case 'opened': {
      const item = itemAnsweredBy(await catalogueFor(ctx), year)
      return { what, year, isOfYear: item?.isOfYear ?? false }
    }
    case 'copied':
      return {
        what,
        year,
        issues: Number(params.get('issues')) || 0,
        measures: Number(params.get('measures')) || 0,
      }
    case 'taken-up':
      return { what, year, unmatched: await findUnmatchedUnits(ctx, year) }
    default:
      return null
  }
}
