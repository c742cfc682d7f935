import type { Ctx } from '../../../platform/ctx.server.ts'
import { findPublications } from '../../approvals/index.server.ts'
import type { Publication } from '../../approvals/index.ts'
import { findCycleByHash } from '../../improvement/index.server.ts'
import type { Cycle } from '../../improvement/index.ts'
import { listReports } from '../published-report.queries.server.ts'

/** What the published reports say, the oldest year first; the version of each year that stands. */
export async function publishedCycles(
  ctx: Ctx,
): Promise<readonly Readonly<{ cycle: Cycle; publication: Publication }>[]> {
  const found: { cycle: Cycle; publication: Publication }[] = []
  for (const { fiscalYear, publication } of (await listReports(ctx)).toReversed()) {
    const kept = await findCycleByHash(ctx, { fiscalYear, contentHash: publication.contentHash })
    if (kept) found.push({ cycle: kept.cycle, publication })
  }
  return found
}

/** Every version of every report, the oldest first, withdrawn ones too. */
export const reportVersions = async (ctx: Ctx): Promise<readonly Publication[]> =>
  (await findPublications(ctx, { kind: 'report' })).toSorted(
    (a, b) => Number(a.key) - Number(b.key) || a.version - b.version,
  )

/** When a report last became public or was withdrawn; null where none ever did. */
export async function reportsChangedAt(ctx: Ctx): Promise<Date | null> {
  const moments = (await findPublications(ctx, { kind: 'report' })).flatMap(({ publishedAt, withdrawal }) =>
    withdrawal ? [publishedAt, withdrawal.at] : [publishedAt],
  )
  return moments.reduce<Date | null>((newest, at) => (newest && newest > at ? newest : at), null)
}
