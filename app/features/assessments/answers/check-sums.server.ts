import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { standingBatches, storedSums } from './answers.queries.server.ts'
import { countBytes } from './plain-counts.domain.ts'

/** The same for the agency of a context, in a transaction of its own. */
export const findWrongAnswerSums = (ctx: Ctx): Promise<readonly string[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findWrongSums(tx, ctx.agency.id))

/**
 * Counts all kept answers of the agency again and says which stored sums are not what they come to, by year and code
 * ("2567:i1.1"); none where all is well. A batch is in memory at a time.
 */
export async function findWrongSums(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const counted = new Map<string, number[]>()
  for await (const { year, batch } of standingBatches(tx, agencyId))
    for (const [code, counts] of countBytes(batch)) {
      const key = `${year}:${code}`
      const sum = counted.get(key) ?? []
      counts.forEach((count, option) => {
        sum[option] = (sum[option] ?? 0) + count
      })
      counted.set(key, sum)
    }
  const stored = await storedSums(tx, agencyId)
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .filter((key) => !isSame(counted.get(key) ?? [], stored.get(key) ?? []))
    .sort()
}

/** Options that nobody chose may be missing at the end. */
const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) === (b[at] ?? 0)).every(
    Boolean,
  )
