import type { Language } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { findPublications, listApprovals } from '../approvals/index.server.ts'
import { newestOf, type Publication } from '../approvals/index.ts'
import { catalogueFor } from '../catalogue/index.server.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { findCycleByHash, listCycles } from '../improvement/index.server.ts'
import { type Cycle, type CycleCounts, countCycle } from '../improvement/index.ts'
import { type PreparedReport, prepareReport } from './prepare-report.server.ts'
import { proofOfPublication } from './report-proof.server.ts'

export type PublishedReport = PreparedReport &
  Readonly<{
    cycle: Cycle
    /** The agency's catalogue, by which it is judged and shown. */
    catalogue: Catalogue
    counts: CycleCounts
    publication: Publication
    /** Every version of the year, the newest first, withdrawn ones too. */
    versions: readonly Publication[]
  }>

type Asked = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** The newest that is not withdrawn where none is given. */
  version?: number | undefined
}>

type AskedReport = Asked &
  Readonly<{
    lang: Language
    /** Of the site, for the last page of a document, where it says how a copy is checked. */
    origin?: string
  }>

/** A published version of the report of a fiscal year, judged and ready to be shown; null when it is not public. */
export async function findPublishedReport(
  ctx: Ctx,
  { fiscalYear, version, lang, origin }: AskedReport,
): Promise<PublishedReport | null> {
  const asked = await findReportVersion(ctx, { fiscalYear, version })
  if (!asked || asked.publication.withdrawal) return null
  const { publication, versions } = asked
  const { contentHash } = publication
  const found = await findCycleByHash(ctx, { fiscalYear, contentHash })
  if (!found) return null
  const catalogue = await catalogueFor(ctx)
  const prepared = prepareReport({
    cycle: found.cycle,
    catalogue,
    lang,
    suspectedFaults: found.importRun.suspectedFaults,
    withFindings: true,
    approvals: { records: await listApprovals(ctx, { fiscalYear }), measuresHash: null },
    proof: origin === undefined ? null : proofOfPublication(publication, { origin, lang }),
  })
  return {
    ...prepared,
    cycle: found.cycle,
    catalogue,
    counts: countCycle(found.cycle),
    publication,
    versions,
  }
}

export type ReportVersion = Readonly<{
  publication: Publication
  /** Every version of the year, the newest first, withdrawn ones too. */
  versions: readonly Publication[]
}>

/**
 * A version, withdrawn or not, without its content. Without a number it is the newest that stands, or the newest at all where
 * every version of the year was withdrawn. Null where nothing was ever public.
 */
export async function findReportVersion(
  ctx: Ctx,
  { fiscalYear, version }: Asked,
): Promise<ReportVersion | null> {
  const versions = await findPublications(ctx, { kind: 'report', key: String(fiscalYear) })
  const publication =
    version === undefined
      ? (newestOf(versions) ?? versions[0])
      : versions.find((one) => one.version === version)
  return publication ? { publication, versions } : null
}

/** Reports that can be read, the newest year first. */
export async function listReports(
  ctx: Ctx,
): Promise<readonly Readonly<{ fiscalYear: number; answers: ItemRef; publication: Publication }>[]> {
  const byYear = Map.groupBy(await findPublications(ctx, { kind: 'report' }), ({ key }) => key)
  const newest = [...byYear.values()].flatMap((versions) => newestOf(versions) ?? [])
  const cycles = newest.length === 0 ? [] : await listCycles(ctx, { superseded: true })
  return newest
    .flatMap((publication) => {
      const fiscalYear = Number(publication.key)
      const cycle = cycles.find(
        (one) => one.fiscalYear === fiscalYear && one.contentHash === publication.contentHash,
      )
      return cycle ? [{ fiscalYear, answers: cycle.answers, publication }] : []
    })
    .sort((a, b) => b.fiscalYear - a.fiscalYear)
}

/** Every report with the numbers of its issues: all that its addresses need. No report is judged or built for it. */
export async function listReportIssues(
  ctx: Ctx,
): Promise<readonly Readonly<{ fiscalYear: number; answers: ItemRef; issues: readonly number[] }>[]> {
  const reports = await listReports(ctx)
  return Promise.all(
    reports.map(async ({ fiscalYear, answers, publication: { contentHash } }) => {
      const found = await findCycleByHash(ctx, { fiscalYear, contentHash })
      return { fiscalYear, answers, issues: found?.cycle.issues.map(({ number }) => number) ?? [] }
    }),
  )
}

/** The report that answers one disclosure item (`2568:O28`); null when none does. */
export async function findReportAnswering(
  ctx: Ctx,
  input: { item: ItemRef; lang: Language },
): Promise<PublishedReport | null> {
  const answering = (await listReports(ctx)).find(({ answers }) => answers === input.item)
  return answering ? findPublishedReport(ctx, { fiscalYear: answering.fiscalYear, lang: input.lang }) : null
}
