import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'
import { listApprovals } from '../approvals/index.server.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import { type DraftCycle, findDraftCycle } from '../improvement/index.server.ts'
import { faultsOfContent } from '../improvement/index.ts'
import { type Gap, gapsOf } from './gaps.domain.ts'
import { measuresContentOf } from './matters/measures-content.domain.ts'
import { judge, type PreparedReport, prepareReport } from './prepare-report.server.ts'
import type { Verdict } from './verdict.domain.ts'

export type WorkingReport = PreparedReport & DraftCycle & Readonly<{ gaps: readonly Gap[] }>

/** The report of a fiscal year (B.E.) as its work now makes it, judged and ready to be shown; null when it is not open. */
export async function findWorkingReport(
  ctx: Ctx,
  input: { fiscalYear: number; lang: Language },
): Promise<WorkingReport | null> {
  const draft = await findDraftCycle(ctx, input.fiscalYear)
  if (!draft) return null
  const prepared = prepareReport({
    cycle: draft.cycle,
    catalogue: await catalogueFor(ctx),
    lang: input.lang,
    suspectedFaults: faultsOfContent(draft.cycle),
    withFindings: true,
    approvals: {
      records: await listApprovals(ctx, { fiscalYear: input.fiscalYear }),
      measuresHash: contentHash(measuresContentOf(draft.cycle)),
    },
  })
  return { ...draft, ...prepared, gaps: gapsOf(prepared.verdict, draft.working) }
}

/** How far the work of a year is from 100, without findings and without a report: for pages that only say so. */
export type Distance = DraftCycle & Readonly<{ verdict: Verdict | null; gaps: readonly Gap[] }>

export async function findDistance(ctx: Ctx, fiscalYear: number): Promise<Distance | null> {
  const draft = await findDraftCycle(ctx, fiscalYear)
  if (!draft) return null
  const verdict = judge(draft.cycle, draft.cycle.answers)
  return { ...draft, verdict, gaps: gapsOf(verdict, draft.working) }
}
