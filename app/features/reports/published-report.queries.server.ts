import type { Language } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { findCurrentCycle, listCycles } from '../improvement/index.server.ts'
import { type Cycle, type CycleCounts, countCycle } from '../improvement/index.ts'
import { type PreparedReport, prepareReport } from './prepare-report.server.ts'

export type PublishedReport = PreparedReport &
  Readonly<{
    cycle: Cycle
    /** The agency's catalogue, by which it is judged and shown. */
    catalogue: Catalogue
    counts: CycleCounts
    version: number
    importedAt: Date
  }>

/** The report of a fiscal year as it now stands, judged and ready to be shown; null when there is none. */
export async function findPublishedReport(
  ctx: Ctx,
  input: { fiscalYear: number; lang: Language },
): Promise<PublishedReport | null> {
  const found = await findCurrentCycle(ctx, input.fiscalYear)
  if (!found) return null
  const catalogue = await catalogueFor(ctx)
  const prepared = prepareReport({
    cycle: found.cycle,
    catalogue,
    lang: input.lang,
    suspectedFaults: found.importRun?.suspectedFaults ?? [],
    withFindings: true,
  })
  return {
    ...prepared,
    cycle: found.cycle,
    catalogue,
    counts: countCycle(found.cycle),
    version: found.version,
    importedAt: found.importedAt,
  }
}

/** Reports that can be read, the newest first. */
export async function listReports(
  ctx: Ctx,
): Promise<readonly Readonly<{ fiscalYear: number; answers: ItemRef }>[]> {
  const cycles = await listCycles(ctx)
  return cycles
    .map(({ fiscalYear, answers }) => ({ fiscalYear, answers }))
    .sort((a, b) => b.fiscalYear - a.fiscalYear)
}

/** Every report with the numbers of its issues: all that its addresses need. No report is judged or built for it. */
export async function listReportIssues(
  ctx: Ctx,
): Promise<readonly Readonly<{ fiscalYear: number; answers: ItemRef; issues: readonly number[] }>[]> {
  const reports = await listReports(ctx)
  return Promise.all(
    reports.map(async (report) => {
      const found = await findCurrentCycle(ctx, report.fiscalYear)
      return { ...report, issues: found?.cycle.issues.map(({ number }) => number) ?? [] }
    }),
  )
}

/** The report that answers one disclosure item (`2568:O28`); null when none does. */
export async function findReportAnswering(
  ctx: Ctx,
  input: { item: ItemRef; lang: Language },
): Promise<PublishedReport | null> {
  const cycles = await listCycles(ctx)
  const answering = cycles.find((cycle) => cycle.answers === input.item)
  return answering ? findPublishedReport(ctx, { fiscalYear: answering.fiscalYear, lang: input.lang }) : null
}
