import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findPublications } from '../../approvals/index.server.ts'
import { newestOf } from '../../approvals/index.ts'
import { listUnits } from '../../people/index.server.ts'
import type { OwnerUnit } from '../cycle.domain.ts'
import { findCurrentCycleIn, listCycles } from '../cycle.queries.server.ts'
import { isLate } from '../working/measure-state.domain.ts'
import type { CopyChoice, CopyPlan } from './copy-plan.domain.ts'
import { planCopy } from './copy-plan.domain.ts'
import { readCopyTarget, readYearToCopy } from './copy-source.queries.server.ts'
import { readDraftCycle } from './draft-cycle.queries.server.ts'
import { unmatchedUnits } from './matched-units.domain.ts'

/** A fiscal year that is at work, saved as a report, or both. */
export type Year = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** Null where it is not open. */
  work: Readonly<{ issues: number; measures: number; done: number; inReview: number; late: number }> | null
  /** Whether a report of it was saved, public or not, that can be worked on. */
  isSaved: boolean
  /** What is public; null where nothing is. */
  published: Readonly<{ version: number; at: Date }> | null
  /** Whether what is published is what the work now says; null where one of the two is not there. */
  isPublishedAsIs: boolean | null
}>

/** Every year of the agency, the newest first. */
export async function listYears(ctx: Ctx): Promise<readonly Year[]> {
  const saved = new Set((await listCycles(ctx)).map(({ fiscalYear }) => fiscalYear))
  const published = Map.groupBy(await findPublications(ctx, { kind: 'report' }), ({ key }) => Number(key))
  const today = thaiDay(ctx.now())
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const open = await tx
      .selectFrom('working_cycle')
      .select('fiscal_year')
      .where('agency_id', '=', agencyId)
      .execute()
    const years = new Set([...saved, ...open.map(({ fiscal_year }) => fiscal_year)])
    const listed: Year[] = []
    for (const fiscalYear of [...years].sort((a, b) => b - a)) {
      const draft = await readDraftCycle(tx, agencyId, fiscalYear)
      const version = newestOf(published.get(fiscalYear) ?? [])
      const measures = draft?.working.issues.flatMap((issue) => issue.measures) ?? []
      listed.push({
        fiscalYear,
        work: draft && {
          issues: draft.working.issues.length,
          measures: measures.length,
          done: measures.filter(({ state }) => state === 'done').length,
          inReview: measures.filter(({ state }) => state === 'in-review').length,
          late: measures.filter((measure) => isLate(measure, today)).length,
        },
        isSaved: saved.has(fiscalYear),
        published: version && { version: version.version, at: version.publishedAt },
        isPublishedAsIs: draft && version ? draft.contentHash === version.contentHash : null,
      })
    }
    return listed
  })
}

/** Units that the saved report of a year names and the directory does not have. */
export const findUnmatchedUnits = (
  ctx: Ctx,
  fiscalYear: number,
): Promise<readonly Readonly<{ unit: OwnerUnit; measures: number }>[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const published = await findCurrentCycleIn(tx, ctx.agency.id, fiscalYear)
    return published ? unmatchedUnits(published.cycle, await listUnits(tx, ctx.agency.id)) : []
  })

export type CopyPreview = Readonly<{
  from: 'work' | 'publication'
  /** Whether the year that is copied into is open already. */
  isOpen: boolean
  plan: CopyPlan
}>

/** What copying would make now; null where the year to copy from is neither at work nor saved as a report. */
export const previewCopy = (
  ctx: Ctx,
  { from, to, choice }: Readonly<{ from: number; to: number; choice: CopyChoice }>,
): Promise<CopyPreview | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const units = await listUnits(tx, agencyId)
    const year = await readYearToCopy(tx, { agencyId, fiscalYear: from, units })
    if (!year) return null
    const target = await readCopyTarget(tx, { agencyId, fiscalYear: to })
    const plan = planCopy({ source: year.source, ...target, choice, years: to - from, units })
    return { from: year.from, isOpen: target.target !== null, plan }
  })
